/** In a build tools/offline-script-plugin.mjs answers with the place of the file from where this stands then. */
const here = import.meta.url;

/** Address of the self-contained script in the package that this module is from; empty in that script itself. */
export const packagedScript = (): string => new URL('../../dist/cdn/standards-map.min.js', here).href;
