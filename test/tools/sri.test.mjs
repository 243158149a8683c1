import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { packed } from '../../tools/pack.mjs';
import { integrities, integrityOf, toldIntegrities, withIntegrities } from '../../tools/sri.mjs';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const { folder } = packed();
const told = JSON.parse(readFileSync(resolve(folder, 'dist/cdn/integrity.json'), 'utf8'));
const elsewhere = mkdtempSync(join(tmpdir(), 'another-place-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }), 120_000);

test('SRI1 the packed integrity.json is that of the packed files', () => {
  expect(Object.keys(told).sort()).toEqual(['standards-map.min.js', 'standards-map.module.min.js']);
  expect(told).toEqual(integrities(resolve(folder, 'dist/cdn')));
  // sha384 of nothing, as every implementation has it
  expect(integrityOf(Buffer.alloc(0))).toBe('sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb');
});

test('SRI2 a build in another folder gives the same bytes, so that the README can say which they are', async () => {
  for (const path of ['src', 'tools', 'data/taxonomy.json', 'package.json', 'tsconfig.json', 'vite.config.ts']) {
    mkdirSync(dirname(join(elsewhere, path)), { recursive: true });
    cpSync(resolve(root, path), join(elsewhere, path), { recursive: true });
  }
  symlinkSync(resolve(root, 'node_modules'), join(elsewhere, 'node_modules'), 'junction');
  // in a program of its own: the tests say of themselves that they are no production
  const environment = { ...process.env, NODE_ENV: 'production' };
  const vite = resolve(root, 'node_modules/vite/bin/vite.js');
  for (const mode of ['module', 'script'])
    await run(process.execPath, [vite, 'build', '--mode', mode, '--logLevel', 'error'], { cwd: elsewhere, env: environment });
  expect(integrities(join(elsewhere, 'dist/cdn'))).toEqual(told);
});

test('SRI3 every integrity that the README tells is that of the built file', () => {
  const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
  expect(
    toldIntegrities(readme).filter(({ file, integrity }) => told[file] !== integrity),
    'run npm run build && npm run sri',
  ).toEqual([]);
});

test('SRI4 an old integrity is found and put right, whatever else the tag says', () => {
  const page =
    '<script src="https://example.org/standards-map.min.js" crossorigin\n integrity="sha384-old" defer></script> integrity="sha384-other"';
  expect(toldIntegrities(page)).toEqual([{ file: 'standards-map.min.js', integrity: 'sha384-old' }]);
  expect(withIntegrities(page, { 'standards-map.min.js': 'sha384-new' })).toBe(page.replace('sha384-old', 'sha384-new'));
});
