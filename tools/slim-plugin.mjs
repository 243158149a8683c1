// Makes what a page downloads smaller: style sheets as Lightning CSS writes them, templates without their indentation. Plugins of Vite.
import { transform } from 'lightningcss';
import { minify } from 'terser';

/** A sheet in a module: a template of Lit with rules, without a part that is filled in. */
const SHEET = /\bcss`((?:[^`\\$]|\$(?!\{))*\{(?:[^`\\$]|\$(?!\{))*)`/g;

/**
 * @param code of a module
 * @returns it with its sheets as short as they can be said; without targets nothing of them is replaced for the sake of older browsers
 */
export const withSlimSheets = (code, filename = 'styles.css') =>
  code.replace(SHEET, (_, sheet) => {
    const slim = transform({ filename, code: Buffer.from(sheet), minify: true }).code.toString();
    // Lightning CSS 1.33 writes a timeline into the shorthand, where browsers know none
    if (/animation:[^;}]*scroll\(/.test(slim))
      throw new Error(`${filename}: expected the timeline of an animation beside its longhands: ${slim}`);
    return `css\`${slim.replace(/[\\`]|\$\{/g, '\\$&')}\``;
  });

export const slimPlugin = () => ({
  name: 'slim',
  enforce: 'pre',
  /** Indentation of templates is text to a minifier; the line break that stays says the same to a browser. */
  transform(code, id) {
    if (!id.includes('/src/element/')) return undefined;
    const tight = (id.endsWith('styles.ts') ? withSlimSheets(code, id) : code).replace(/\n[ \t]+/g, '\n');
    return { code: tight, map: null };
  },
});

const DECORATORS = '\0slim-decorators';

/**
 * Has the sources, which are compiled with the decorators of TypeScript, take no more of Lit's than these: Lit's own are also those of the standard, with
 * accessors and metadata. A decorator that is not here stops the build.
 */
export const decoratorsPlugin = () => ({
  name: 'slim-decorators',
  enforce: 'pre',
  resolveId: (id) => (id === 'lit/decorators.js' ? DECORATORS : undefined),
  // As lit 3.3 does it for them, @lit/reactive-element 2.1 src/decorators/property.ts, legacyProperty
  load: (id) =>
    id === DECORATORS
      ? `export const property = (options) => (prototype, name) => {
  const own = Object.getOwnPropertyDescriptor(prototype, name);
  prototype.constructor.createProperty(name, options);
  return own && Object.getOwnPropertyDescriptor(prototype, name);
};`
      : undefined,
});

/**
 * Minifies once more what a page fetches at once: terser folds what oxc leaves, such as constants and functions that are used once. It takes nothing for
 * granted of what is read and called, and leaves the names of properties alone. What comes on demand goes without, as it takes half a minute for all of it.
 */
export const terserPlugin = () => ({
  name: 'terser',
  apply: 'build',
  async generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const entries = chunks.filter(({ isEntry }) => isEntry);
    const atOnce = new Set(entries.flatMap(({ fileName, imports }) => [fileName, ...imports]));
    for (const chunk of chunks.filter(({ fileName }) => atOnce.has(fileName))) {
      const { code } = await minify(chunk.code, {
        module: true,
        ecma: 2022,
        compress: { ecma: 2022, passes: 3 },
        format: { ecma: 2022, comments: false },
      });
      chunk.code = code;
    }
  },
});
