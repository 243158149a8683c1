// Runs every check and every test, goes on after a failure, and closes with one line "N passed, N failed" over all of them.
// Usage: npm test, or only some steps: npm test -- types unit
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { judgeCheck, judgeSuite, summary, vitestCounts } from './test-results.mjs';

const root = resolve(import.meta.dirname, '..');
const cache = resolve(root, '.cache');
const environment = { ...process.env, PATH: `${resolve(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}` };

/** @param print called with what the command prints; by default it is printed at once */
function run(command, extra = {}, print = undefined) {
  return new Promise((done, fail) => {
    const output = print ? 'pipe' : 'inherit';
    const child = spawn(command, { cwd: root, shell: true, stdio: ['ignore', output, output], env: { ...environment, ...extra } });
    for (const stream of print ? [child.stdout, child.stderr] : []) stream.on('data', print);
    child.once('error', fail);
    child.once('close', (code, signal) => done(code ?? signal));
  });
}

const check = (name, command) => ({ name, run: async () => [judgeCheck(name, await run(command))] });

/** A check that takes long on one processor: it runs beside those that come before its turn, and what it prints is kept until then. */
const besides = (name, command) => {
  const printed = [];
  let code;
  return {
    name,
    begin() {
      code = run(command, {}, (text) => printed.push(text));
    },
    async run() {
      const result = judgeCheck(name, await code);
      process.stdout.write(Buffer.concat(printed));
      return [result];
    },
  };
};

/** Runs `command` and reads the JSON that its reporter left in `file`. */
async function withReport(file, command, extra) {
  rmSync(file, { force: true });
  const code = await run(command, extra);
  return [code, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined];
}

const unit = {
  name: 'unit',
  async run() {
    const file = resolve(cache, 'unit.json');
    const [code, report] = await withReport(file, `vitest run --reporter=default --reporter=json --outputFile.json="${file}"`);
    return [judgeSuite('unit', code, report && vitestCounts(report))];
  },
};

const browser = {
  name: 'browser',
  async run() {
    const file = resolve(cache, 'browser.json');
    const [code, report] = await withReport(file, 'wtr --config test/web-test-runner.config.mjs', { COUNTS: file });
    if (!report || report.length === 0) return [judgeSuite('browser', code, undefined)];
    const failures = report.reduce((sum, { failed }) => sum + failed, 0);
    // the exit code speaks for all browsers: it is held against the first one when none counted a failure
    return report.map((counts, index) => judgeSuite(`browser: ${counts.name}`, failures === 0 && index === 0 ? code : 0, counts));
  },
};

const steps = [
  check('format', 'prettier --check .'),
  check('types', 'tsc -p tsconfig.json'),
  check('types-without-dom', 'tsc -p tsconfig.pure.json'),
  check('build', 'node tools/build.mjs'),
  check('pack', 'node tools/pack.mjs'),
  check('embed', 'node tools/embed.mjs'),
  check('site', 'node tools/site/build.mjs'),
  check('size', 'size-limit'),
  check('size-initial', 'node tools/initial-size.mjs'),
  check('package', 'publint --strict'),
  besides('lint', 'eslint .'),
  unit,
  browser,
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) throw new Error(`npm test: ${unknown.join(', ')} is not one of ${steps.map(({ name }) => name).join(', ')}`);

mkdirSync(cache, { recursive: true });
const results = [];
const taken = steps.filter(({ name }) => asked.length === 0 || asked.includes(name));
for (const step of taken) step.begin?.();
for (const step of taken) {
  console.log(`\n── ${step.name}`);
  const start = performance.now();
  results.push(...(await step.run()));
  console.log(`── ${step.name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
console.log(`\n${summary(results)}`);
process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
