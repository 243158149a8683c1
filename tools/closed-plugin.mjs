// Answers `import { closed } from './file.ts?closed'` with a function that holds the file and all it imports, and uses nothing from outside:
// the page calls it, and its text is the text of a worker. One copy of the code instead of two. A plugin of Vite.
import { build } from 'vite';
import { wasmPlugin } from './wasm-plugin.mjs';

const QUERY = '?closed';

export const closedPlugin = () => ({
  name: 'closed',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(QUERY)) return undefined;
    const { output } = (
      await build({
        configFile: false,
        logLevel: 'error',
        plugins: [wasmPlugin()],
        build: {
          target: 'es2022',
          minify: false,
          write: false,
          lib: { entry: id.slice(0, -QUERY.length), formats: ['iife'], name: 'closed', fileName: () => 'closed.js' },
        },
      })
    )[0];
    for (const file of output[0].moduleIds) this.addWatchFile(file.replace(/\?.*/, ''));
    const code = output[0].code.replace(/^var closed = /, 'return ').replace(/^\/\/# sourceMappingURL.*$/m, '');
    if (!code.startsWith('return (function')) throw new Error(`${id}: expected an expression in parentheses, got ${code.slice(0, 80)}`);
    return `export function closed() {\n${code}\n}`;
  },
});
