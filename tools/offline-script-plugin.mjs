// Has src/element/packaged-script.ts answer where the self-contained script of the package is, from wherever the build puts that module. The answer is
// written as `new URL('…', import.meta.url)`, which the bundlers of pages understand: they take the file along. A plugin of Vite.
import { dirname, posix, relative, resolve, sep } from 'node:path';

const MODULE = '/src/element/packaged-script.ts';
const SCRIPT = resolve(import.meta.dirname, '../dist/cdn/standards-map.min.js');
const MARK = 'standards-map:packaged-script';

/** @param isClassic in a classic script no module has an address; it is the file itself */
export const offlineScriptPlugin = (isClassic = false) => ({
  name: 'offline-script',
  enforce: 'pre',
  apply: 'build',
  transform: (_code, id) =>
    id.endsWith(MODULE) ? { code: `export const packagedScript = () => '${isClassic ? '' : MARK}';`, map: null } : undefined,
  // Not before: Vite would put the file itself into the module
  renderChunk(code, { fileName }, { dir }) {
    if (!code.includes(MARK)) return null;
    const path = relative(dirname(resolve(dir, fileName)), SCRIPT)
      .split(sep)
      .join(posix.sep);
    const address = `new URL(${JSON.stringify(path.startsWith('.') ? path : `./${path}`)}, import.meta.url).href`;
    return { code: code.replace(new RegExp(`(["'\`])${MARK}\\1`, 'g'), address), map: null };
  },
});
