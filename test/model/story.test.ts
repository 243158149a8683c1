import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/model/parse.js';
import { parseStory, storyText } from '../../src/model/parse-story.js';
import { readCompact } from '../../src/model/parse-compact.js';
import { writeCompact } from '../../src/model/compact.js';
import type { Story } from '../../src/model/story.js';
import { dataset, standard } from '../fixtures/small.js';

/** A story that uses every field of a scene. */
const whole: Story = {
  id: 'overlaps',
  title: 'Where vocabularies meet',
  scenes: [
    { title: 'Opening' },
    {
      title: 'All of it',
      caption: 'Two sentences. Or one.',
      notes: 'Wait for the room.',
      view: 'timeline',
      filter: 'sdo:iso "free words"',
      highlight: 'gaps overlaps',
      at: '2024-05',
      since: '2023',
      color: 'status',
      group: 'topic',
      rows: 'domain',
      columns: 'sdo',
      cell: 'energy/iso',
      sort: '-latest',
      fields: 'id,title',
      by: 'committee',
      lanes: 'committee',
      panel: 'compare',
      selected: ['ISO 37122', 'ISO/TC 268'],
      moved: [{ id: 'ISO 37122', x: 1.5, y: -2 }],
      camera: { x: 0, y: -10, width: 200, height: 100 },
      show: ['energy', 'iso'],
    },
  ],
};

const fileOf = (given: Record<string, unknown>): unknown => ({ format: 'standards-map-story', version: 1, ...whole, ...given });
const issuesOf = (json: unknown) => {
  const read = parseStory(json, { name: 'talk.json' });
  return read.ok ? [] : read.issues.map(({ message }) => message);
};

describe('M18 a story file', () => {
  test('is read back as it was written, with every field of a scene', () => {
    expect(parseStory(storyText(whole))).toEqual({ ok: true, story: whole, warnings: [] });
    expect(parseStory(fileOf({}))).toEqual({ ok: true, story: whole, warnings: [] });
  });

  test('says where it is wrong, what it got and what was expected', () => {
    expect(issuesOf('{')[0]).toMatch(/^talk\.json: is not JSON, it begins "\{"/);
    expect(issuesOf([])).toEqual(['talk.json: is a list of 0, expected an object of the format "standards-map-story", version 1.']);
    expect(issuesOf(fileOf({ version: 2 }))).toEqual([
      'talk.json: version 2 is not what this library reads, expected 1. A newer release of standards-map reads it.',
    ]);
    expect(issuesOf(fileOf({ scenes: [] }))).toEqual(['talk.json: scenes a list of 0 is empty, expected at least 1.']);
    expect(issuesOf(fileOf({ scenes: [{ caption: 'Nothing to be read at five metres' }] }))).toEqual([
      'talk.json scenes[0]: title is missing, expected text.',
    ]);
    expect(issuesOf(fileOf({ scenes: [{ title: 't', at: '2025-13' }] }))).toEqual([
      'talk.json scenes[0]: at "2025-13" is not a date of the calendar such as 2019, 2019-05 or 2019-05-23.',
    ]);
    expect(issuesOf(fileOf({ scenes: [{ title: 't', camera: { x: 0, y: 0, width: 0, height: 1e12 } }] }))).toHaveLength(2);
    expect(issuesOf({ format: 'standards-map-storey', version: 1, ...whole })[0]).toMatch(
      /^talk\.json: format "standards-map-storey" is not what this library reads, expected "standards-map-story"/,
    );
  });

  test('may carry what later editions know: a warning, and the field is left out', () => {
    const read = parseStory(fileOf({ scenes: [{ title: 't', sound: 'applause' }] }));
    expect(read.ok && read.story.scenes).toEqual([{ title: 't' }]);
    expect(read.ok && read.warnings.map(({ pointer }) => pointer)).toEqual(['/scenes/0/sound']);
  });

  test('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (value) =>
          typeof parseStory(value).ok === 'boolean' && !parseStory({ format: 'standards-map-story', version: 1, scenes: value }).ok,
      ),
      { numRuns: 300, seed: 1 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => !parseStory(text).ok),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('M19 the stories of a dataset', () => {
  const carried = dataset({ standards: [standard('ISO 37122'), standard('ISO 37120')], findings: [], stories: [whole] });

  test('are kept whole by JSON and by the compact format', () => {
    const read = parse(JSON.stringify(carried));
    expect(read.ok && read.dataset.stories).toEqual([whole]);
    const compact = readCompact(writeCompact(carried));
    expect(compact.ok && compact.dataset.stories).toEqual([whole]);
  });
});
