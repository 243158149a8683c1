import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changes } from '../../src/analysis/changes.js';
import { checkFilter, parseFilter } from '../../src/analysis/filter.js';
import { coverage } from '../../src/analysis/coverage.js';
import { evidence } from '../../src/analysis/evidence.js';
import { gaps } from '../../src/analysis/gaps.js';
import { overlaps } from '../../src/analysis/overlaps.js';
import { visible } from '../../src/analysis/visible.js';
import type { Scene } from '../../src/model/story.js';
import { Report } from '../../src/pipeline/report.js';
import { readStories, storiesIn } from '../../src/pipeline/stories.js';
import { sceneStrangers } from '../../src/state/scene-records.js';
import { sceneSettings } from '../../src/state/scene-settings.js';
import { shipped } from '../fixtures/shipped.js';

const data = shipped();
const [story] = data.dataset.stories ?? [];
if (!story) throw new Error('the dataset brings no story');
const table: unknown = JSON.parse(readFileSync('data/sources/stories.json', 'utf8'));
const says = (title: RegExp): Scene => {
  const scene = story.scenes.find((one) => title.test(one.title));
  if (!scene) throw new Error(`no scene is called ${String(title)}`);
  return scene;
};
const idsIn = (scene: Scene): readonly string[] => visible(data, scene.filter ?? '');
const pairsOf = (ids: readonly string[]) => ids.flatMap((a, at) => ids.slice(at + 1).map((b) => evidence(data, a, b)));
const thousands = (count: number): string => new Intl.NumberFormat('en').format(count);

describe('SY3 the story that the dataset brings', () => {
  test('SY3 is the one of data/sources/stories.json, and every scene can be had as it asks', () => {
    expect(readStories(table)).toEqual(data.dataset.stories);
    for (const scene of story.scenes) {
      const filter = parseFilter(scene.filter ?? '');
      expect([scene.title, sceneSettings(scene).issues, sceneStrangers(data, scene), checkFilter(data, filter.filter)]).toEqual([
        scene.title,
        [],
        [],
        [],
      ]);
      expect(idsIn(scene).length).toBeGreaterThan(0);
      expect(scene.notes?.length ?? 0).toBeGreaterThan(100);
    }
  });

  test('SY3 never calls a candidate a duplication', () => {
    for (const { title, caption = '', notes = '' } of story.scenes)
      for (const said of [title, caption, notes].filter((text) => /duplicat/i.test(text)))
        expect(said).toMatch(/never counted as duplication/);
  });

  test('SY3 the opening counts the map and its core', () => {
    expect(says(/^Who/).caption).toBe(
      `${thousands(data.standards.length)} standards of ITU-T, ISO, IEC, JTC 1, ETSI and others; ${thousands(idsIn(says(/^Who/)).length)} of them are the core of the field. Each stands with the committee that looks after it.`,
    );
  });

  test('SY3 a scene of named standards shows all that its filter lets pass, so that no lens adds to what is counted', () => {
    const named = story.scenes.filter(({ show }) => show);
    expect(named.length).toBeGreaterThan(3);
    for (const scene of named) expect([...(scene.show ?? [])].sort()).toEqual([...idsIn(scene)].sort());
    expect(story.scenes.filter(({ highlight, show }) => highlight === 'overlaps' && !show)).toEqual([]);
  });

  test('SY3 the three vocabularies: every pair is a candidate without a tie, one is under revision', () => {
    const ids = ['ITU-T Y.4051', 'ISO 37100', 'IEC 60050-831'];
    for (const scene of [says(/^Three voc/), says(/^What the cat/)]) expect([...idsIn(scene)].sort()).toEqual([...ids].sort());
    const pairs = pairsOf(ids);
    expect(pairs.map(({ tier, coordination }) => [tier, coordination])).toEqual(pairs.map(() => ['candidate', undefined]));
    expect(says(/^Three voc/).caption).toContain(`${ids[0] ?? ''}, ${ids[1] ?? ''} and ${ids[2] ?? ''}`);
    expect(says(/^Three voc/).caption).toContain(`All ${String(pairs.length)} pairs are overlap candidates`);
    expect(ids.map((id) => data.standard(id)?.status)).toEqual(['in-force', 'under-revision', 'in-force']);
    const of = (list: 'publishers' | 'committees') => new Set(ids.flatMap((id) => data.standard(id)?.[list] ?? [])).size;
    expect(says(/^What the cat/).caption).toContain(`${String(of('publishers'))} SDOs, ${String(of('committees'))} committees.`);
    expect(says(/^What the cat/).notes).toContain('ISO/TC 268');
    expect(data.standard('ISO 37100')?.committees).toEqual(['ISO/TC 268']);
  });

  test('SY3 the indicators: one pair coordinated, one a candidate, none with the Recommendation', () => {
    const scene = says(/^Indicators/);
    const ids = [...idsIn(scene)];
    expect(scene.caption).toContain(`${String(ids.length)} sets of indicators`);
    expect(new Set(ids.flatMap((id) => data.standard(id)?.publishers ?? [])).size).toBe(3);
    expect(evidence(data, 'ISO 37120', 'ISO 37122').tier).toBe('coordinated');
    expect(evidence(data, 'ISO 37122', 'ETSI TS 103 463').tier).toBe('candidate');
    const candidates = pairsOf(ids).filter(({ tier }) => tier === 'candidate');
    expect(candidates.map(({ a, b }) => [a, b].sort())).toEqual([['ETSI TS 103 463', 'ISO 37122']]);
    expect(ids).toContain('ITU-T Y.4903/L.1603');
    expect(scene.caption).toContain(`${String(candidates.length)} overlap candidate: ISO 37122 and ETSI TS 103 463`);
    expect(data.standard('ISO 37120')?.committees).toEqual(data.standard('ISO 37122')?.committees);
  });

  test('SY3 oneM2M: as many Recommendations share their text with ETSI as the caption says, and no such pair is a candidate', () => {
    const scene = says(/^oneM2M/);
    const twins = data.standards.flatMap(({ id, relations = [] }) =>
      id.startsWith('ITU-T Y.4500')
        ? relations.flatMap(({ type, to }) => (type === 'same-text' && to.startsWith('ETSI ') ? [[id, to] as const] : []))
        : [],
    );
    expect(scene.caption).toContain(`${String(new Set(twins.map(([id]) => id)).size)} Recommendations of the ITU-T Y.4500 series`);
    expect(twins.length).toBeGreaterThan(0);
    for (const [a, b] of twins) expect([a, b, evidence(data, a, b).tier]).toEqual([a, b, 'coordinated']);
    const shown = new Set(idsIn(scene));
    expect([...shown].sort()).toEqual([...new Set(twins.flat())].sort());
  });

  test('SY3 the gaps are those of the matrix that is shown, by name', () => {
    const scene = says(/^Gaps/);
    const { cells } = coverage(data, {});
    const open = gaps(data).flatMap((gap) => (gap.kind === 'cell' ? [gap] : []));
    const marked = cells.filter(({ gap }) => gap);
    expect(open).toHaveLength(marked.length);
    expect(scene.caption).toContain(`${String(marked.length)} of ${String(cells.length)} cells of domain and capability are gaps`);
    expect(marked.map(({ row, column }) => `${row} ${column}`).sort()).toEqual([
      'environment ai',
      'environment platform',
      'environment security',
      'government ai',
      'government terminology',
    ]);
    expect(data.topic('environment')?.label.toLowerCase()).toBe('water, waste and environment');
    expect(data.topic('government')?.label.toLowerCase()).toBe('public administration and governance');
    expect(scene.caption).toContain('water, waste and environment with platforms, AI and security');
    expect(scene.caption).toContain('public administration and governance with terminology and AI');
  });

  test('SY3 the changes are those since the month of a coordination meeting', () => {
    const scene = says(/^What has changed/);
    const { counts } = changes(data, { since: scene.since ?? '' });
    expect(scene.caption).toBe(
      `${String(counts.came)} new, ${String(counts.revised)} revised, ${String(counts.started)} started, ${String(counts.left)} withdrawn or superseded on a known day. ` +
        `${String(counts['left-undated'])} more have ended, and no catalogue says when; of ${String(counts.unknown)} it cannot be told.`,
    );
    expect(data.dataset.activities?.map(({ date }) => date)).toContain(scene.since);
    // A month counts to its last day: what is told happened after it
    expect([scene.since, scene.title]).toEqual(['2025-01', 'What has changed from February 2025 on']);
  });

  test('SY3 the closing counts what waits for a verdict', () => {
    const scene = says(/^What we ask/);
    const shown = new Set(idsIn(scene));
    const drawn = overlaps(data).filter(({ a, b }) => shown.has(a) && shown.has(b));
    expect(drawn).toEqual(overlaps(data).slice(0, drawn.length));
    expect([...new Set(drawn.flatMap(({ a, b }) => [a, b]))].sort()).toEqual([...shown].sort());
    expect(scene.caption).toContain(`these are the ${String(drawn.length)} strongest`);
    expect(scene.caption).toContain(`${String(overlaps(data).length)} pairs of the whole map wait for somebody to judge them`);
  });
});

describe('SY4 stories of a selection', () => {
  test('SY4 a story about what was not selected is left out, and the report says so', () => {
    const report = new Report();
    const known = ['ITU-T Y.4051', 'ISO 37100'].map((id) => ({ id }));
    expect(storiesIn(readStories(table), [known], report)).toEqual({});
    expect(report.notes).toEqual(['story about what is not in the set: coordination names IEC 60050-831']);
  });

  test('SY4 a wrong story stops the build and says where', () => {
    expect(() => readStories({ stories: [{ id: 's', title: 't', scenes: [{ caption: 'c' }] }] })).toThrow(
      'stories.json stories[0] scenes[0]: title is missing, expected text.',
    );
    expect(() => readStories({ storys: [] })).toThrow(/storys.*Nearest: "stories"/);
  });
});
