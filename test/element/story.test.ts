import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshTitle, inserted, moved, removed, replaced, worded } from '../../src/element/draft-steps.js';
import { draftText, draftUnion, MOST_SCENES, NO_DRAFT, parseDraft, storyOf, type Draft } from '../../src/element/parse-draft.js';
import { parseStory, storyText } from '../../src/model/parse-story.js';
import { PAYLOADS } from '../fixtures/payloads.js';

const scene = (title: string) => ({ title, view: 'matrix' });
const draft = (...titles: readonly string[]): Draft => ({ title: 'A talk', scenes: titles.map(scene) });
const titles = ({ scenes }: Draft) => scenes.map(({ title }) => title).join(' ');

describe('SY1 the story in the making', () => {
  test('SY1 scenes come, go, change places and are taken anew', () => {
    const three = draft('a', 'b', 'c');
    expect(titles(inserted(three, scene('d')))).toBe('a b c d');
    expect(titles(inserted(three, scene('d'), 1))).toBe('a d b c');
    expect(titles(removed(three, 1))).toBe('a c');
    expect(titles(moved(three, 0, 2))).toBe('b c a');
    expect(titles(moved(three, 2, 0))).toBe('c a b');
    expect(titles(replaced(three, 1, scene('x')))).toBe('a x c');
    expect(titles(three)).toBe('a b c');
  });

  test('SY1 a move to nowhere changes nothing, and a full story takes no more', () => {
    const three = draft('a', 'b', 'c');
    for (const [from, to] of [
      [0, -1],
      [0, 3],
      [5, 0],
      [1, 1],
    ] as const)
      expect(moved(three, from, to)).toBe(three);
    const full: Draft = { title: '', scenes: Array.from({ length: MOST_SCENES }, (_, n) => scene(String(n))) };
    expect(inserted(full, scene('one more'))).toBe(full);
  });

  test('SY1 words that are empty are left out, what a scene shows stays', () => {
    const said = worded(scene('a'), { title: 'b', caption: 'c', notes: 'n' });
    expect(said).toEqual({ title: 'b', caption: 'c', notes: 'n', view: 'matrix' });
    expect(worded(said, { title: 'b', caption: '', notes: 'n' })).toEqual({ title: 'b', notes: 'n', view: 'matrix' });
  });

  test('SY1 a title is not given twice', () => {
    expect(freshTitle('Gaps', draft('Gaps', 'Gaps (2)'))).toBe('Gaps (3)');
    expect(freshTitle('Gaps', NO_DRAFT)).toBe('Gaps');
  });

  test('SY1 what is made can be presented and written: it is a story once it has a scene', () => {
    expect(storyOf(NO_DRAFT, 'Untitled')).toBeUndefined();
    const story = storyOf({ ...draft('a'), title: ' ' }, 'Untitled');
    expect(story?.title).toBe('Untitled');
    expect(story && parseStory(storyText(story))).toMatchObject({ ok: true, story });
  });
});

describe('SY2 what a browser kept', () => {
  test('SY2 is read back as it was written', () => {
    expect(parseDraft(draftText(draft('a', 'b'), 'Small'))).toEqual({ kept: draft('a', 'b'), flawless: true });
    expect(parseDraft(draftText(NO_DRAFT, 'Small'))).toEqual({ kept: NO_DRAFT, flawless: true });
  });

  test('SY2 may be anything: what can be used is used, and the text is not flawless', () => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{"format":"standards-map-views","version":1}',
      ...Object.values(PAYLOADS).map(String),
    ])
      expect(parseDraft(text)).toEqual({ kept: NO_DRAFT, flawless: false });
    const text = JSON.stringify({
      format: 'standards-map-draft',
      version: 1,
      title: 7,
      scenes: [scene('a'), null, { view: 'matrix' }, { title: 'b', at: 'tomorrow' }, { title: 'c', sound: 'applause' }, scene('d')],
    });
    expect(parseDraft(text)).toEqual({ kept: { title: '', scenes: [scene('a'), scene('d')] }, flawless: false });
  });

  test('SY2 is left alone where a later edition wrote it', () => {
    expect(parseDraft('{"format":"standards-map-draft","version":2,"scenes":"a film"}')).toEqual({
      kept: NO_DRAFT,
      flawless: false,
      newer: true,
    });
  });

  test('SY2 never throws, and what it answers can be written and read again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (title, scenes) => {
        const { kept } = parseDraft(JSON.stringify({ format: 'standards-map-draft', version: 1, title, scenes }));
        expect(parseDraft(draftText(kept, 'Small'))).toEqual({ kept, flawless: true });
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  test('SY2 two pages that both kept scenes lose none of them, and none is there twice', () => {
    expect(titles(draftUnion(draft('a', 'b'), draft('b', 'c')))).toBe('a b c');
    expect(draftUnion({ ...draft('a'), title: '' }, { ...NO_DRAFT, title: 'Named' }).title).toBe('Named');
    const one = draft('a', 'b');
    expect(draftUnion(one, draft('b'))).toBe(one);
  });
});
