import { describe, expect, test } from 'vitest';
import { Postings } from '../../src/analysis/postings.js';
import { similarity } from '../../src/analysis/similarity.js';
import { stem } from '../../src/analysis/stem.js';
import { VectorStore } from '../../src/analysis/term-vectors.js';
import { TitleTerms } from '../../src/analysis/title-terms.js';
import { elementsOf } from '../../src/analysis/title.js';
import { shipped } from './shipped.js';

const keys = (title: string): readonly string[] => elementsOf(title).map(({ units }) => units.map(({ key }) => key).join(' '));

describe('what a title says', () => {
  test.each([
    ['Internet of things', 'IoT'],
    ['Smart sustainable cities and communities', 'SSC&C'],
    ['Key performance indicators', 'KPIs'],
    ['Machine-to-machine communications', 'M2M'],
    ['Terms and definitions', 'Vocabulary'],
    ['Unmanned aerial vehicles', 'Drones'],
    ['organisation', 'organizations'],
    ['monitoring of buildings', 'building monitored'],
  ])('SI9 “%s” and “%s” say the same', (a, b) => {
    const words = (title: string) => keys(title).join(' ').split(' ').sort();
    expect(words(a)).toEqual(words(b));
  });

  test('SI10 ITS is a field in capitals and a pronoun otherwise', () => {
    expect(keys('ITS stations')).toEqual(['its station']);
    expect(keys('The city and its water').join(' ')).not.toContain('its');
  });

  test.each([
    ['Road vehicles – Part 20: Braking', 'Road vehicles – Braking'],
    ['oneM2M; Functional Architecture (oneM2M TS-0001 version 4.15.0 Release 4)', 'oneM2M; Functional Architecture'],
    ['ITU-T Y.4000-series – Internet of Things use cases', 'series – Internet of Things use cases'],
    ['Conformance tests for ISO/TS 17426', 'Conformance tests'],
  ])('SI11 numbers, parts and designations say nothing: “%s”', (a, b) => {
    const words = (title: string) =>
      keys(title)
        .join(' ')
        .split(' ')
        .filter((word) => word !== 'for');
    expect(words(a)).toEqual(words(b));
  });

  test('SI12 a unit stands where its words stand', () => {
    const title = 'Intelligent transport systems – Local dynamic map (LDM); Part 2: Überwachung';
    const units = elementsOf(title).flatMap((element) => element.units);
    expect(units.map(({ from, to }) => title.slice(from, to))).toEqual([
      'Intelligent transport systems',
      'Local dynamic map',
      'LDM',
      'Überwachung',
    ]);
  });

  test('SI13 the stems of community and communication stay apart', () => {
    expect(stem('communities')).toBe(stem('community'));
    expect(stem('communities')).not.toBe(stem('communications'));
    expect(['managing', 'management', 'managed'].map(stem)).toEqual(['manag', 'manag', 'manag']);
  });
});

describe('what it costs', () => {
  test('SI14 a question meets at most a thousand titles, or those of its rarest term, however many there are', () => {
    const titles = Array.from({ length: 3000 }, (_, at) => elementsOf(`Water meter ${at % 2 === 0 ? 'alarm' : 'valve'} model${at}`));
    const terms = new TitleTerms();
    const store = new VectorStore();
    titles.forEach((elements) => terms.add(elements));
    titles.forEach((elements) => store.add(terms.termsOf(elements), elements));
    const [first] = store.vectors();
    let met = 0;
    const postings = new Postings(store.vectors(), terms);
    if (!first) throw new Error('no vector');
    postings.sharing(first, 5000, () => ++met > 0);
    expect(met).toBeGreaterThan(0);
    expect(met).toBeLessThanOrEqual(1000);
  });

  test('SI15 the similarity of a catalogue is made once', () => {
    expect(similarity(shipped())).toBe(similarity(shipped()));
  });
});
