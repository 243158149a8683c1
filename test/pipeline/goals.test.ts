import { describe, expect, test } from 'vitest';
import { GOAL_FRAMEWORKS } from '../../src/model/dataset.js';
import { readGoals } from '../../src/pipeline/goals.js';
import { altered, dataFile } from './data-file.js';

interface File {
  readonly lines: Record<string, unknown>[];
  readonly goals: Record<string, unknown>[];
  readonly unmapped: { topics: string[] }[];
}
const file = dataFile('sources/goals.json') as File;
const taxonomy = dataFile('taxonomy.json') as Record<'domain' | 'capability', { terms: { id: string }[] }>;
const topics = [...taxonomy.domain.terms, ...taxonomy.capability.terms].map(({ id }) => id);
const names = { topics, sources: ['sg20-presentation-2025'] };
const read = readGoals(file, names);

describe('the lines from topics to goals', () => {
  test('P14 there are the official lists: 17 goals, six purposes, three dimensions, 22 categories, six verticals and six challenges', () => {
    const counts = GOAL_FRAMEWORKS.map((id) => read.goals.filter(({ framework }) => framework === id).length);
    expect(counts).toEqual([17, 6, 3, 22, 6, 6]);
    expect(read.goals.filter(({ framework }) => framework === 'sdg').map(({ code }) => code)).toEqual(
      Array.from({ length: 17 }, (_, i) => String(i + 1)),
    );
  });

  test('P14 verticals and challenges are those that the study group names among its facts', () => {
    const facts = (dataFile('sources/background.json') as { facts: { kind: string; text: string }[] }).facts;
    for (const kind of ['vertical', 'challenge'])
      expect(read.goals.filter(({ framework }) => framework === kind).map(({ label }) => label)).toEqual(
        facts.filter((fact) => fact.kind === kind).map(({ text }) => text),
      );
  });

  test('P14 every line says why in a sentence of its own words, with a source, a role and a day', () => {
    expect(read.lines.length).toBeGreaterThan(80);
    for (const { reason, by, titles } of read.lines) {
      expect(reason).toMatch(/^[^"“”]{20,}\.$/);
      expect(by).toBe('curator of the map');
      expect(titles?.length ?? 1).toBeGreaterThan(0);
    }
    const keys = read.lines.map(({ goal, topic }) => `${goal} ${topic}`);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('P14 a name that nothing has stops the run with the nearest one', () => {
    const wrong = (given: Record<string, unknown>) => () =>
      readGoals(
        altered(file, (copy) => Object.assign(copy.lines[0] ?? {}, given)),
        names,
      );
    expect(wrong({ goal: 'sdg-111' })).toThrow('goals.json lines[0].goal: got "sdg-111"');
    expect(wrong({ topic: 'mobilty' })).toThrow('Nearest: "mobility".');
    expect(wrong({ source: 'iso-37101-2061' })).toThrow('Nearest: "iso-37101-2016".');
    expect(wrong({ resaon: 'x' })).toThrow('Nearest: "reason".');
  });

  test('P14 a topic that nobody looked at for a framework, or that has a line and is said to have none, stops the run', () => {
    const without = altered(file, (copy) => copy.unmapped[0]?.topics.pop());
    expect(() => readGoals(without, names)).toThrow(/got neither for the topic "[a-z-]+" in the framework "sdg"/);
    const twice = altered(file, (copy) => copy.unmapped[0]?.topics.push('mobility'));
    expect(() => readGoals(twice, names)).toThrow('got a line and a place among unmapped for the topic "mobility"');
  });
});
