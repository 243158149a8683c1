import { expect, test, vi } from 'vitest';
import { check, readBytes } from '../../src/element/load.js';
import { MAGIC } from '../../src/model/compact-magic.js';
import { dataset } from '../fixtures/small.js';

// As where the files of the full check, and of what reads other forms, cannot be had
vi.mock('../../src/model/parse.js', () => {
  throw new TypeError('Failed to fetch');
});
vi.mock('../../src/model/parse-compact.js', () => {
  throw new TypeError('Failed to fetch');
});
vi.mock('../../src/element/packed.js', () => {
  throw new TypeError('Failed to fetch');
});

test('M20 a dataset with which nothing is the matter asks for no more code, and is answered at once', () => {
  expect(check(dataset(), 'data')).toEqual({ ok: true, dataset: dataset(), warnings: [] });
});

test('M20 where what looks closely cannot be loaded, that is what is told, and a reload may help', async () => {
  const loaded = await check({ ...dataset(), title: 7 }, 'data');
  expect(loaded).toMatchObject({ ok: false, kind: 'network', total: 1 });
  expect(!loaded.ok && loaded.issues[0]?.message).toMatch(/^data: has to be looked at closely, and what does that could not be loaded\. /);
});

test('M20 where what reads a compact or a gzip file cannot be loaded, that is told of the file, and nothing is made of its bytes', async () => {
  const { signal } = new AbortController();
  for (const bytes of [new Uint8Array([...MAGIC, 1, 2, 3]), new Uint8Array([0x1f, 0x8b, 8, 0])]) {
    const loaded = await readBytes(bytes, 'field.smc', signal);
    expect(loaded).toMatchObject({ ok: false, kind: 'network', total: 1 });
    expect(!loaded.ok && loaded.issues[0]?.message).toMatch(/^field\.smc: what reads it could not be loaded\. /);
  }
});

test('M20 whoever gives up while a reader comes is answered with that, and not with a dataset', async () => {
  const given = new AbortController();
  const asked = readBytes(new Uint8Array([...MAGIC, 1]), 'field.smc', given.signal);
  given.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});
