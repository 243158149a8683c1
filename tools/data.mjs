// Rebuilds the published dataset by the commands of `standards-map` alone: catalogues → import → merge of what contact persons sent → layout → validate.
// Usage: npm run data [-- FOLDER... [options of import]], default ../shared/relaton. data/smart-cities.json takes the result when nothing is wrong with it.
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createServer } from 'vite';
import { closedPlugin } from './closed-plugin.mjs';
import { wasmPlugin } from './wasm-plugin.mjs';

const root = resolve(import.meta.dirname, '..');
const target = join(root, 'data/smart-cities.json');
const submissions = join(root, 'data/sources/submissions');
const given = process.argv.slice(2);

const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  plugins: [closedPlugin(), wasmPlugin()],
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
// Beside the target: the last step is a rename, which readers of the old file do not see
const work = mkdtempSync(join(root, 'data/.build-'));
const file = (name) => join(work, `${name}.json`);

/** The steps: what follows `standards-map`, and the exit codes that are fine. */
function steps(commands) {
  const folders = given.length === 0 || given[0].startsWith('--') ? ['../shared/relaton'] : [];
  const list = [{ args: ['import', ...folders, ...given, '--out', file('import')], fine: [0] }];
  let last = file('import');
  if (existsSync(submissions)) {
    // conflicts are part of an edition: they are shown, not hidden
    list.push({ args: ['merge', last, submissions, '--out', file('merge')], fine: [0, 1] });
    last = file('merge');
  }
  list.push({ args: ['layout', last, '--out', file('layout')], fine: [0] });
  if (commands.includes('validate')) list.push({ args: ['validate', file('layout')], fine: [0] });
  return list;
}

try {
  const { main, COMMAND_NAMES } = await server.ssrLoadModule('/src/cli/main.ts');
  for (const { args, fine } of steps(COMMAND_NAMES)) {
    console.error(`standards-map ${args[0]}`);
    const code = await main(args);
    if (fine.includes(code)) continue;
    process.exitCode = code;
    break;
  }
  if (process.exitCode === undefined) {
    renameSync(file('layout'), target);
    console.error('wrote data/smart-cities.json');
  }
} finally {
  rmSync(work, { recursive: true, force: true });
  await server.close();
}
