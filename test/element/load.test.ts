import { expect, test, vi } from 'vitest';
import { check } from '../../src/element/load.js';
import { dataset } from '../fixtures/small.js';

// As where the file of the full check cannot be had
vi.mock('../../src/model/parse.js', () => {
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
