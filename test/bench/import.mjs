// standards-map import over folders of the size and shape of four whole catalogues: npm run bench:import
// [-- --runs 1] [--each 1] [--catalogue ../shared/catalogue] [--committees ../shared/iso-open-data/iso_technical_committees.jsonl] [--sample 10] [--keep]
// Makes the folders in a temporary one, builds the command, runs it in a process of its own, with and without --all, and prints time, CPU and memory,
// with ratios to reading the same files with the parser of the whole of YAML (every tenth file, times ten). --each 10 takes every tenth record.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { makeFolders } from './relaton-folders.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const text = (value) => ({ type: 'string', default: value });
const { values } = parseArgs({
  options: {
    runs: text('1'),
    each: text('1'),
    sample: text('10'),
    catalogue: text('../shared/catalogue'),
    committees: text('../shared/iso-open-data/iso_technical_committees.jsonl'),
    keep: { type: 'boolean', default: false },
  },
});
const [RUNS, EACH, SAMPLE] = [values.runs, values.each, values.sample].map(Number);
const catalogue = resolve(ROOT, values.catalogue);
const committees = resolve(ROOT, values.committees);
for (const path of [catalogue, committees]) {
  if (existsSync(path)) continue;
  console.error(`${path}: not found. Expected the tables of the catalogues (--catalogue) and ISO's committees (--committees).`);
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'bench-import-'));
const folders = join(work, 'relaton');
const dist = join(ROOT, '.cache', 'bench-import');
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

function measured(args) {
  const USAGE = join(work, 'usage.json');
  const usage = resolve(import.meta.dirname, 'import-usage.mjs');
  const { status, stderr } = spawnSync(process.execPath, ['--import', usage, ...args], {
    env: { ...process.env, USAGE },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}\n${stderr}`);
  return JSON.parse(readFileSync(USAGE, 'utf8'));
}

function medians(args, runs) {
  const all = Array.from({ length: runs }, () => measured(args));
  return Object.fromEntries(['seconds', 'cpu', 'megabytes'].map((key) => [key, median(all.map((one) => one[key]))]));
}

/** The tables of the project; a part of the catalogues has not every standard that a correction names. */
function tablesFor(each) {
  if (each === 1) return join(ROOT, 'data');
  const tables = join(work, 'tables');
  mkdirSync(tables);
  copyFileSync(join(ROOT, 'data/taxonomy.json'), join(tables, 'taxonomy.json'));
  cpSync(join(ROOT, 'data/sources'), join(tables, 'sources'), { recursive: true });
  writeFileSync(join(tables, 'sources/corrections.json'), '{"about":"none","corrections":[]}');
  return tables;
}

const row = (name, { seconds, cpu, megabytes }, base) =>
  `${name.padEnd(26)}${seconds.toFixed(1).padStart(8)} s${cpu.toFixed(1).padStart(8)} s${megabytes.toFixed(0).padStart(7)} MB${(cpu / base.cpu).toFixed(2).padStart(8)}`;

try {
  const made = makeFolders(catalogue, folders, EACH);
  for (const { name, files, bytes } of made)
    console.log(`${name.padEnd(6)}${String(files).padStart(8)} files ${(bytes / 1e6).toFixed(1).padStart(7)} MB`);
  const [files, bytes] = ['files', 'bytes'].map((key) => made.reduce((sum, one) => sum + one[key], 0));
  console.log(
    `whole ${String(files).padStart(8)} files ${(bytes / 1e6).toFixed(1).padStart(7)} MB; Node ${process.version}, ${cpus().length} cores; medians of ${RUNS}`,
  );
  await build({ root: ROOT, mode: 'node', logLevel: 'warn', build: { outDir: dist, emptyOutDir: true } });
  const out = join(work, 'out.json');
  const command = [join(dist, 'bin.js'), 'import', folders, '--iso-committees', committees, '--tables', tablesFor(EACH), '--out', out];
  const part = medians([resolve(import.meta.dirname, 'import-yaml.mjs'), folders, String(SAMPLE)], RUNS);
  const base = { seconds: part.seconds * SAMPLE, cpu: part.cpu * SAMPLE, megabytes: part.megabytes };
  console.log(`${''.padEnd(26)}${'time'.padStart(10)}${'CPU'.padStart(10)}${'memory'.padStart(10)}   CPU ratio`);
  console.log(row('yaml alone, one process', base, base));
  for (const [name, more] of [
    ['import', []],
    ['import --all', ['--all']],
  ]) {
    const used = medians([...command, ...more], RUNS);
    const count = JSON.parse(readFileSync(out, 'utf8')).standards.length;
    console.log(`${row(name, used, base)}   ${count} standards, ${(statSync(out).size / 1e6).toFixed(1)} MB`);
  }
} finally {
  if (values.keep) console.log(`kept ${work}`);
  else rmSync(work, { recursive: true, force: true });
}
