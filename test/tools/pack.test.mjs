import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pack, packed } from '../../tools/pack.mjs';

const empty = mkdtempSync(join(tmpdir(), 'unbuilt-'));
afterAll(() => rmSync(empty, { recursive: true }));

test('packing without a build says what to run first', () => {
  expect(() => pack(empty)).toThrow('run npm run build first');
});

test('a test that needs the packed package is told what makes it', () => {
  expect(() => packed(empty)).toThrow(/no packed package\. Run npm run build, then npm run pack\.$/);
});
