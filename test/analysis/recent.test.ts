import { expect, test } from 'vitest';
import { Recent } from '../../src/analysis/recent.js';

test('Q1 an answer is computed once, until it is the one not asked for the longest', () => {
  const recent = new Recent<{ readonly of: string }>(2);
  const asked: string[] = [];
  const ask = (question: string) =>
    recent.get(question, () => {
      asked.push(question);
      return { of: question };
    });
  const a = ask('a');
  ask('b');
  expect(ask('a')).toBe(a);
  ask('c');
  expect(ask('a')).toBe(a);
  expect(asked).toEqual(['a', 'b', 'c']);
  ask('b');
  expect(asked).toEqual(['a', 'b', 'c', 'b']);
});
