// npm run bench:layout [-- --sizes 300,1000,shipped,5000,20000] [-- --reps 3]: settled layouts of d3-force and of the engine in JavaScript and
// in WebAssembly, each in a process of its own. CPU time counts, because machines are shared; medians; ratios to d3-force of the same run.
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { build } from 'vite';
import { wasmPlugin } from '../../tools/wasm-plugin.mjs';
import { weights } from './weight.mjs';

const run = promisify(execFile);
const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '300,1000,shipped,5000,20000,150000' }, reps: { type: 'string', default: '3' } },
});
const START = "import { main } from './.cache/bench/layout-run.js'; main(process.argv.slice(1));";
/** d3-force takes minutes beyond, and the ratio is known to grow. */
const LAST_OF_D3 = 20_000;
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

// What is measured is what is shipped: bundled, not as a development server hands out its modules
await build({
  configFile: false,
  logLevel: 'warn',
  plugins: [wasmPlugin()],
  build: { ssr: 'test/bench/layout-run.ts', outDir: '.cache/bench', target: 'es2022', minify: false, emptyOutDir: false },
});

async function measure(size, engine, reps) {
  const results = [];
  for (let rep = 0; rep < reps; rep++) {
    const { stdout } = await run(process.execPath, ['--expose-gc', '--input-type=module', '-e', START, size, engine], { maxBuffer: 1e7 });
    results.push(JSON.parse(stdout.trim().split('\n').at(-1)));
  }
  return { ...results[0], cpu: median(results.map(({ cpu }) => cpu)), wall: median(results.map(({ wall }) => wall)) };
}

const fixed = (number, digits) => (number === undefined ? '–' : number.toFixed(digits));
const rows = [];
for (const size of values.sizes.split(',')) {
  const isBig = Number(size) >= 20_000;
  const d3 = Number(size) > LAST_OF_D3 ? undefined : await measure(size, 'd3', isBig ? 1 : Number(values.reps));
  for (const engine of ['d3', 'script', 'wasm']) {
    const one = engine === 'd3' ? d3 : await measure(size, engine, Number(values.reps));
    if (!one) continue;
    rows.push({ size, engine, ...one });
    const { nodes, links, cpu, wall, stress, kept, own } = one;
    console.log(
      `${size.padStart(8)} ${engine.padEnd(7)} ${nodes} nodes, ${links} links: CPU ${fixed(cpu, 0)} ms, wall ${fixed(wall, 0)} ms` +
        `${d3 ? `, ${fixed(d3.cpu / cpu, 1)} × d3-force` : ''}; stress ${fixed(stress, 4)}${d3 ? ` (${fixed(stress / d3.stress, 3)} ×)` : ''}, ` +
        `neighbours kept ${fixed(kept, 4)}${d3 ? ` (${fixed(kept / d3.kept, 2)} ×)` : ''}, own committee nearest ${fixed(own, 3)}${d3 ? ` (${fixed(own / d3.own, 2)} ×)` : ''}`,
    );
  }
}
for (const engine of ['script', 'wasm']) {
  const [few, many] = ['20000', '150000'].map((size) => rows.find((row) => row.size === size && row.engine === engine));
  if (!few || !many) continue;
  const log = (many.nodes * Math.log(many.nodes)) / (few.nodes * Math.log(few.nodes));
  console.log(
    `${engine}: from ${few.nodes} to ${many.nodes} nodes CPU grows ${fixed(many.cpu / few.cpu, 2)} ×, n log n ${fixed(log, 2)} ×`,
  );
}
await weights();
