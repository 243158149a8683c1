// Compiles `import base64 from './file.ts?wasm'` from AssemblyScript to a module of WebAssembly in base64. A plugin of Vite.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const QUERY = '?wasm';
const ROOT = resolve(import.meta.dirname, '..');
/** The stub runtime frees no memory: the kernel takes what it needs once. Vectors are part of WebAssembly since Safari 16.4. */
const OPTIONS = ['--bindings', 'raw', '-O3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];

/** Text of the base64 of a compiled file; what was compiled once is kept under its content. */
async function compiled(file) {
  const source = readFileSync(file, 'utf8');
  const { default: asc, version } = await import('assemblyscript/asc');
  const name = createHash('sha256')
    .update([version, ...OPTIONS, source].join('\n'))
    .digest('hex')
    .slice(0, 24);
  const kept = resolve(ROOT, '.cache/wasm', `${name}.txt`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  let binary;
  const { error, stderr } = await asc.main(['kernel.ts', '-o', 'kernel.wasm', ...OPTIONS], {
    readFile: (path) => (path === 'kernel.ts' ? source : null),
    writeFile: (path, content) => {
      if (path === 'kernel.wasm') binary = content;
    },
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`${file}: AssemblyScript could not compile it.\n${stderr.toString()}`, { cause: error });
  const base64 = Buffer.from(binary).toString('base64');
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, base64);
  return base64;
}

export const wasmPlugin = () => ({
  name: 'wasm',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(QUERY)) return undefined;
    const file = id.slice(0, -QUERY.length);
    this.addWatchFile(file);
    return `export default ${JSON.stringify(await compiled(file))};`;
  },
});
