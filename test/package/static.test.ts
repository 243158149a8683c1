import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { parse } from '../../src/model/parse.js';
import { staticMap, staticSvg, staticTable, staticTree } from '../../src/static.js';
import { packed } from '../../tools/pack.mjs';

const { folder } = packed();
const OPTIONS = {
  src: '/map.json',
  filter: 'topic:mobility status:in-force',
  selected: 'ISO 37122',
  width: 800,
  height: 500,
  most: 40,
} as const;
/** What a program with `api` and `data` says of them. */
const PROGRAM = `JSON.stringify([
  api.staticMap(data, options), api.staticSvg(data, options), api.staticTable(data, options), api.staticMarkup(api.staticTree(data, options)), api.staticStyles.length,
])`;

const dataText = readFileSync(resolve(folder, 'data/smart-cities.json'), 'utf8');

/** The same of the sources. */
function wanted(): readonly unknown[] {
  const parsed = parse(dataText);
  if (!parsed.ok) throw new Error('the packed dataset is not valid');
  const data = parsed.dataset;
  const map = staticMap(data, OPTIONS);
  expect(staticTree(data, OPTIONS).tag).toBe('standards-map');
  return [map, staticSvg(data, OPTIONS), staticTable(data, OPTIONS), map];
}

const checked = (said: readonly unknown[]): void => {
  expect(said.slice(0, 4)).toEqual(wanted());
  expect(String(said[0])).toContain('ISO 37122');
  expect(String(said[1]).length).toBeGreaterThan(10_000);
  expect(said[4]).toBeGreaterThan(1000);
};

test('PK12 the static entry of the tarball, called in Node by its name, gives what the sources give', async () => {
  const program = `import * as api from 'standards-map/static';
    import data from 'standards-map/data' with { type: 'json' };
    const options = ${JSON.stringify(OPTIONS)};
    console.log(${PROGRAM});`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--no-warnings', '--eval', program], {
    cwd: resolve(folder, '../..'),
    maxBuffer: 1 << 26,
  });
  checked(JSON.parse(stdout));
});

test('PK13 bundled, it runs where there is nothing but ECMAScript and URL: no Node, no DOM, no fetch, no clock of a page', async () => {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: resolve(folder, 'dist/static.js'), formats: ['iife'], name: 'api', fileName: 'static' } },
  })) as Rolldown.RolldownOutput[];
  const code = built[0]?.output[0].code ?? '';
  expect(built[0]?.output).toHaveLength(1);
  expect(code).not.toMatch(/\bimport\s*\(|\brequire\(|["'`]node:/);
  const bare = createContext({ URL, dataText });
  expect(runInContext('typeof process + typeof document + typeof fetch + typeof setTimeout + typeof TextEncoder', bare)).toBe(
    'undefined'.repeat(5),
  );
  const text: unknown = runInContext(`${code};const data = JSON.parse(dataText), options = ${JSON.stringify(OPTIONS)};${PROGRAM}`, bare);
  checked(JSON.parse(String(text)));
});
