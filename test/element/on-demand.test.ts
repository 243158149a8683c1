import { expect, test } from 'vitest';
import { OnDemand } from '../../src/element/on-demand.js';

const nothing = (): void => undefined;

test('EP1 a part is not loaded before it is needed, and once however often it is', async () => {
  let loads = 0;
  const part = new OnDemand(() => Promise.resolve(++loads), nothing, nothing);
  expect([loads, part.part]).toEqual([0, undefined]);
  expect(await Promise.all([part.ask(), part.ask()])).toEqual([1, 1]);
  expect([loads, part.part]).toEqual([1, 1]);
});

test('EP3 what is wanted before a part has come waits for it, in its order, behind its arrival', async () => {
  const done: string[] = [];
  const part = new OnDemand(
    () => Promise.resolve('desk'),
    (it) => done.push(`${it} came`),
    nothing,
  );
  part.use((it) => done.push(`${it} 1`));
  part.use((it) => done.push(`${it} 2`));
  expect(done).toEqual([]);
  await part.ask();
  part.use((it) => done.push(`${it} 3`));
  expect(done).toEqual(['desk came', 'desk 1', 'desk 2', 'desk 3']);
});

test('EP3 a part that cannot be loaded is told of once, what waited is given up, and the next wish asks again', async () => {
  const told: unknown[] = [];
  const done: string[] = [];
  const broken = new Error('no network');
  const answers = [() => Promise.reject(broken), () => Promise.resolve('desk')];
  const part = new OnDemand<string>(
    () => answers.shift()?.() ?? Promise.reject(new Error('bug: asked too often')),
    nothing,
    (error) => told.push(error),
  );
  part.use((it) => done.push(`${it} 1`));
  await expect(part.ask()).rejects.toBe(broken);
  expect([told, part.part]).toEqual([[broken], undefined]);
  part.use((it) => done.push(`${it} 2`));
  await part.ask();
  expect([done, told.length]).toEqual([['desk 2'], 1]);
});
