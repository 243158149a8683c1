import { describe, expect, test } from 'vitest';
import { coverage } from '../../src/analysis/coverage.js';
import { overlaps } from '../../src/analysis/overlaps.js';
import { changesJson, changesPage } from '../../src/export/changes.js';
import { diff } from '../../src/analysis/diff.js';
import { filterWords } from '../../src/export/filter-words.js';
import { landscapeGrid, landscapeGroups } from '../../src/export/landscape.js';
import { pageDocx } from '../../src/export/page-docx.js';
import { pageHtml } from '../../src/export/page-html.js';
import { pageMarkdown } from '../../src/export/page-markdown.js';
import { pageText } from '../../src/export/page-text.js';
import { textOfLine, type Block, type Page, type PageTable } from '../../src/export/page.js';
import { findingsGrid } from '../../src/export/report-grid.js';
import { reportFacts } from '../../src/export/report-facts.js';
import { reportPage, type ReportKind } from '../../src/export/report.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';
import { place } from '../../src/scene/place.js';
import { readHash } from '../../src/state/permalink.js';
import { field, says, work } from '../analysis/field.js';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { shipped } from '../fixtures/shipped.js';
import { dataset, standard } from '../fixtures/small.js';
import { all, parseXml } from '../render/xml-check.js';
import { docxParts } from './docx-parts.js';

const DAY = '2026-11-22';
const tables = ({ blocks }: Page): readonly PageTable[] => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
const table = (page: Page, caption: string): PageTable => {
  const found = tables(page).find((one) => one.caption.startsWith(caption));
  if (!found) throw new Error(`no table ${caption}`);
  return found;
};
/** Cells of a table as texts, lines of a cell between strokes. */
const cells = ({ rows }: PageTable): readonly (readonly string[])[] =>
  rows.map((row) => row.map((cell) => cell.map(textOfLine).join(' | ')));
const headings = ({ blocks }: Page): readonly string[] => blocks.flatMap((block: Block) => (block.kind === 'heading' ? [block.text] : []));
const terms = ({ blocks: [first] }: Page): Readonly<Record<string, string>> =>
  Object.fromEntries(first?.kind === 'terms' ? first.entries.map(([term, line]) => [term, textOfLine(line)]) : []);

const maturity = { title: 'Maturity model for smart sustainable cities', role: 'assessment-test' } as const;
/** Two that overlap, one that joins another, a gap, a claim, a verdict, a conflict and liaisons. */
const rich = (given: Partial<Dataset> = {}): Catalogue => {
  const { dataset: data } = field(
    [
      work('ISO 1', 'iso', { ...maturity, url: 'https://www.iso.org/standard/1.html' }),
      work('ITU-T Y.1', 'itu-t', maturity),
      work('ETSI TS 1', 'etsi', {
        title: 'Sewage pumps',
        relations: [{ type: 'adopts', to: 'ISO 1', evidence: 'IDT' }],
        conflicts: [{ field: 'status', value: 'in-force', source: 'etsi', otherValue: 'withdrawn', otherSource: 'iso' }],
      }),
      work('IEC 1', 'iec', { title: 'Plugs', topics: ['energy'], reasons: ['a test'], status: 'withdrawn' }),
    ],
    {
      expectations: [says('expected', { topics: ['energy', 'terminology'], reason: 'Cities ask for words' })],
      claims: [{ id: 'c', text: 'Words for energy', topics: ['energy'], date: '2015', source: 'itu', clause: '5.2' }],
      findings: [
        {
          id: 'f',
          standards: ['ISO 1', 'ETSI TS 1'],
          verdict: 'complementary',
          reason: 'read side by side',
          by: 'an editor',
          date: '2026-11',
          level: 2,
          evidence: ['LS 9'],
        },
      ],
      ...given,
    },
  );
  const committees = data.committees.map((one) => (one.id === 'iso' ? { ...one, liaisons: ['itu-t', 'iec'] } : one));
  return catalogue(place({ ...data, committees }));
};

describe('the liaison pack', () => {
  test('RP1 says what it is of: edition, days, filter in words and as written, and a link that shows the same', () => {
    const filter = 'sdo:iso,itu-t -role:security year:2020..';
    const page = reportPage({
      catalogue: rich(),
      filter,
      at: '2026-06',
      since: '2025',
      day: DAY,
      link: 'https://example.org/m.html#map.filter=x&top',
      title: 'For the JCA',
    });
    expect(terms(page)).toMatchObject({
      Map: 'A small map',
      Edition: '2026-08-22',
      'Report of': DAY,
      'Landscape as of': '2026-06',
      'Changes since': '2025',
      Standards: '2 of 4',
      Filter: 'SDO ISO or ITU-T; role not security; year of the newest text 2020 or later',
      'Filter as written': filter,
    });
    expect(page.title).toBe('For the JCA');
    const link = new URL(terms(page)['On the map'] ?? '');
    expect(readHash(link.hash, 'map')).toEqual({ filter, at: '2026-06', since: '2025', highlight: ['changes'] });
    expect(link.hash).toContain('&top');
    expect(terms(reportPage({ catalogue: rich(), day: DAY, link: 'javascript:alert(1)' }))).not.toHaveProperty('On the map');
    expect(terms(reportPage({ catalogue: rich(), day: DAY }))['Filter']).toBe('all standards of the map');
  });

  test('RP2 its numbers are those of the standards that pass: by SDO and status, by role, by topic with concentration', () => {
    const page = reportPage({ catalogue: rich(), day: DAY });
    expect(cells(table(page, 'Standards by SDO'))).toContainEqual(['IEC', '0', '1', '1']);
    expect(cells(table(page, 'Standards by role')).map(([role]) => role)).toEqual(['requirements', 'assessment-test']);
    // ISO 1 and ETSI TS 1 are one work of two SDOs, ITU-T Y.1 another: shares 0.5, 0.5, 1 of 2, so 1 / (1/16 + 1/16 + 1/4)
    expect(cells(table(page, 'Topics')).find(([topic]) => topic === 'mobility')).toEqual(['mobility', '3', '3', '2', 'ITU-T 50 %', '2.7']);
    const whole = shipped();
    const energy = reportPage({ catalogue: whole, filter: 'topic:energy', day: DAY });
    const sums = cells(table(energy, 'Standards by SDO')).map((row) => Number(row.at(-1)));
    const count = whole.standards.filter(({ topics }) => topics.includes('energy')).length;
    expect(sums.reduce((sum, one) => sum + one, 0)).toBe(count);
    expect(cells(table(energy, 'Standards by role')).reduce((sum, row) => sum + Number(row[1]), 0)).toBe(count);
    expect(table(energy, 'Standards').rows.length).toBeGreaterThan(1);
  });

  test('RP3 overlap candidates stand there with evidence, what speaks against them and the verdicts of people; never as a duplication', () => {
    const page = reportPage({ catalogue: rich(), filter: 'sdo:iso', day: DAY });
    const [pair] = overlaps(rich());
    expect(cells(table(page, 'Overlap candidates'))).toEqual([
      [
        'ISO 1 Maturity model for smart sustainable cities | ITU-T Y.1 Maturity model for smart sustainable cities',
        `${pair?.band ?? ''}, ${String(Math.round(100 * (pair?.score ?? 0)))} %`,
        expect.stringContaining('both titles: maturity model'),
        '',
      ],
    ]);
    expect(cells(table(page, 'Verdicts'))).toEqual([
      [
        'ETSI TS 1 Sewage pumps | ISO 1 Maturity model for smart sustainable cities',
        'complementary – an editor, 2026-11, level 2: read side by side',
        'LS 9',
      ],
    ]);
    expect(pageHtml(page)).toContain('a candidate is not a duplication');
  });

  test('RP4 gaps stand there with who says so and why; a filter on topics keeps those of its topics', () => {
    const page = reportPage({ catalogue: rich(), day: DAY });
    expect(cells(table(page, 'Gaps: cells'))).toEqual([
      ['energy × terminology', 'uncovered', 'expected by a curator, 2026-11-22: Cities ask for words', ''],
    ]);
    expect(cells(table(page, 'Gaps that publications claim'))[0]).toEqual(['Words for energy', 'agrees', 'itu, 2015, 5.2', '']);
    const mobility = reportPage({ catalogue: rich(), filter: 'topic:mobility', day: DAY });
    expect(
      tables(mobility)
        .map(({ caption }) => caption)
        .filter((caption) => /gaps/i.test(caption)),
    ).toEqual([]);
    expect(cells(table(mobility, 'Life cycles')).map(([topic]) => topic)).toEqual(['mobility']);
    const pumps = reportPage({ catalogue: rich(), filter: 'sewage', day: DAY });
    expect(headings(pumps)).toContain('Gaps');
  });

  test('RP5 committees concerned stand there with the liaisons that either end declares, those among each other first', () => {
    const page = reportPage({ catalogue: rich(), filter: 'sdo:itu-t,iso', day: DAY });
    expect(cells(table(page, 'Committees concerned'))).toEqual([
      ['iso', 'iso', '1', 'itu-t, iec'],
      ['itu-t', 'itu-t', '1', 'iso'],
    ]);
  });

  test('RP6 conflicts, sources with their days and terms, and the method stand there; changes since a day where they are asked for', () => {
    const page = reportPage({ catalogue: rich(), day: DAY });
    expect(cells(table(page, 'Facts on which sources disagree'))).toEqual([['ETSI TS 1', 'status', 'in-force (etsi)', 'withdrawn (iso)']]);
    expect(cells(table(page, 'Sources'))).toContainEqual(['iso', '2025-06-02', 'none stated', '4']);
    expect(headings(page)).toEqual([
      'Numbers',
      'Coverage',
      'Overlap candidates',
      'Verdicts',
      'Gaps',
      'Committees concerned',
      'Standards',
      'Conflicts',
      'Sources',
      'Method',
    ]);
    const since = reportPage({ catalogue: rich(), day: DAY, since: '2024-01' });
    expect(headings(since)).toContain('Changes since 2024-01');
    expect(cells(table(since, 'What came'))).toContainEqual(['came', 'ETSI TS 1 Sewage pumps', 'edition, ETSI TS 1:2024, 2024-05']);
  });

  test('RP7 the three pictures are SVG with real text and an account of what they show; the matrix is that of coverage', () => {
    const map = rich();
    const page = reportPage({ catalogue: map, day: DAY });
    const figures = page.blocks.flatMap((block) => (block.kind === 'figure' ? [block] : []));
    expect(figures.map(({ name }) => name)).toEqual(['standards-by-sdo', 'coverage', 'map']);
    for (const { svg, alt, caption } of figures) {
      const root = parseXml(svg);
      expect(root.attributes['viewBox']).toMatch(/^0 0 [\d.]+ [\d.]+$/);
      expect(all(root).filter(({ name }) => /script|foreignObject|image|^a$|style/.test(name))).toEqual([]);
      expect([alt.length > 40, caption.length > 10]).toEqual([true, true]);
    }
    const texts = all(parseXml(figures[1]?.svg ?? '')).flatMap(({ name, text }) => (name === 'text' ? [text] : []));
    const { cells: matrix } = coverage(map);
    for (const cell of matrix) if (cell.works > 0 && cell.state !== 'no-data') expect(texts).toContain(String(cell.works));
    expect(figures[1]?.alt).toContain('1 are gaps: energy × terminology');
    const [width, height] = [figures[2]?.raster().width ?? 0, figures[2]?.raster().height ?? 0];
    expect([width, height]).toEqual([figures[2]?.width, Math.ceil(figures[2]?.height ?? 0)]);
    // A map without places has no picture yet; nothing else is missing
    expect(headings(reportPage({ catalogue: catalogue(dataset()), day: DAY }))).toContain('Coverage');
  });

  test('RP8 the findings of people are a report of their own, with everything on record as a table for programs', () => {
    const page = reportPage({ catalogue: rich(), day: DAY }, 'findings');
    expect(headings(page)).toEqual(['Findings', 'Committees concerned', 'Standards concerned', 'Sources', 'Method']);
    expect(cells(table(page, 'Standards')).map(([id]) => id)).toEqual(['ETSI TS 1', 'ISO 1']);
    const grid = findingsGrid(reportFacts({ catalogue: rich(), day: DAY }, false));
    expect([grid.count, grid.row(0)]).toEqual([
      1,
      [
        'ETSI TS 1',
        'ISO 1',
        'Sewage pumps',
        maturity.title,
        'complementary',
        'yes',
        'no',
        'an editor',
        '2026-11',
        2,
        'read side by side',
        'LS 9',
        '',
        'f',
      ],
    ]);
    expect(pageText(reportPage({ catalogue: rich({ findings: [] }), day: DAY }, 'findings'))).toContain('Nobody has given a verdict');
  });

  test('RP9 the landscape of a day has what was there by then', () => {
    const [late, early] = [
      work('ISO 2', 'iso'),
      work('ISO 3', 'iso', { editions: [{ id: 'ISO 3:2010', date: '2010-05', status: 'in-force' }] }),
    ];
    const page = reportPage({ catalogue: field([late, early]), at: '2015', day: DAY });
    expect(cells(table(page, 'Standards')).map(([id]) => id)).toContain('ISO');
    expect(table(page, 'Standards by role').rows).toHaveLength(1);
    expect(terms(page)['Standards']).toBe('1 of 2');
  });

  test('RP10 a filter in words names topics and SDOs as people do, ranges, words and their opposite', () => {
    const map = shipped();
    expect(filterWords(map, 'topic:digital-twin sdo:jtc1 year:..2019')).toBe(
      'topic Digital twins, citiverse and simulation; SDO ISO/IEC JTC 1; year of the newest text 2019 or earlier',
    );
    expect(filterWords(map, '"smart city" -platform editions:2..4')).toBe(
      'with the words “smart city”; without the word “platform”; number of texts 2 to 4',
    );
    expect(filterWords(map, 'sdg:11')).toContain('11');
  });

  test('RP11 an equal input gives an equal page, and a filter that nothing passes a page that says so', () => {
    const input = { catalogue: rich(), day: DAY };
    expect(pageHtml(reportPage(input))).toBe(pageHtml(reportPage({ catalogue: rich(), day: DAY })));
    expect(pageText(reportPage({ ...input, filter: 'year:1900' }))).toContain('No standard passes the filter.');
  });
});

describe('the landscape table', () => {
  test('LT1 one group a topic, domains first: in full under the first domain, by reference under every other topic, each once', () => {
    const facts = reportFacts({ catalogue: rich(), day: DAY }, false);
    const groups = landscapeGroups(facts).map(({ topic, rows }) => [
      topic?.id,
      rows.map(({ standard: { id }, see }) => `${id}${see ? ` → ${see.id}` : ''}`),
    ]);
    expect(groups).toEqual([
      ['mobility', ['ISO 1', 'ITU-T Y.1', 'ETSI TS 1']],
      ['energy', ['IEC 1']],
      ['security', ['ISO 1 → mobility', 'ITU-T Y.1 → mobility', 'ETSI TS 1 → mobility']],
    ]);
    const whole = reportFacts({ catalogue: shipped(), day: DAY }, false);
    const rows = landscapeGroups(whole).flatMap((group) => group.rows);
    expect(
      rows
        .filter(({ see }) => see === undefined)
        .map(({ standard: { id } }) => id)
        .sort(),
    ).toEqual(whole.standards.map(({ id }) => id).sort());
    expect(rows).toHaveLength(whole.standards.reduce((sum, { topics }) => sum + new Set(topics).size, 0));
  });

  test('LT2 its columns are SDO, group, reference, title, status, date, topics and link; a standard without a known topic stands once', () => {
    const map = rich();
    const odd = { ...work('OGC 1', 'etsi'), topics: ['no such topic'] };
    const page = reportPage({ catalogue: map, day: DAY }, 'landscape');
    expect(table(page, 'mobility').columns.map(({ heading }) => heading)).toEqual([
      'SDO',
      'Group',
      'Reference',
      'Title',
      'Status',
      'Date',
      'Topics',
      'Link',
    ]);
    expect(cells(table(page, 'mobility'))[0]).toEqual([
      'ISO',
      'iso',
      'ISO 1',
      maturity.title,
      'in-force',
      '2024-05',
      'mobility, security',
      'iso.org',
    ]);
    expect(cells(table(page, 'security'))[0]?.[3]).toBe(`${maturity.title} | in full under mobility`);
    const [group] = landscapeGroups({ catalogue: map, standards: [odd] });
    expect([group?.topic, group?.rows.length]).toEqual([undefined, 1]);
  });

  test('LT3 for programs it is one grid with every cell of every row', () => {
    const grid = landscapeGrid(reportFacts({ catalogue: rich(), day: DAY }, false));
    expect(grid.columns.map(({ heading }) => heading)).toEqual([
      'topic',
      'sdo',
      'group',
      'reference',
      'title',
      'status',
      'date',
      'topics',
      'link',
      'in_full_under',
    ]);
    expect([grid.count, grid.row(4)]).toEqual([
      7,
      [
        'security',
        'ISO',
        'iso',
        'ISO 1',
        maturity.title,
        'in-force',
        '2024-05',
        'mobility, security',
        'https://www.iso.org/standard/1.html',
        'mobility',
      ],
    ]);
  });
});

describe('whatever stands in a dataset', () => {
  const KINDS: readonly ReportKind[] = ['pack', 'findings', 'landscape'];

  test('RP12 reports and changes hold it in every form: no element of its own, no broken table, no damaged part', async () => {
    for (const [name, payload] of Object.entries(PAYLOADS)) {
      const data = poisoned(payload);
      const after = {
        ...data,
        standards: data.standards.map((one) => ({ ...one, title: `${one.title} `.slice(1), status: 'withdrawn' as const })),
      };
      const pages = [
        ...KINDS.map((kind) =>
          reportPage({ catalogue: catalogue(place(poisoned(payload))), day: DAY, title: payload, since: '2019' }, kind),
        ),
        changesPage(diff(data, after, { overlaps: false }), { title: payload, filter: payload }),
      ];
      for (const page of pages) {
        const html = pageHtml(page);
        for (const bad of ['<script', '<img', '<iframe', '<style>*', 'href="javascript', 'href="data'])
          expect(html, name).not.toContain(bad);
        for (const table of tables(page)) expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
        const rows = pageMarkdown(page)
          .split('\n')
          .filter((line) => line.startsWith('| '))
          .map((line) => line.match(/(?<!\\)\|/g)?.length ?? 0);
        expect(
          rows.every((count) => tables(page).some(({ columns }) => columns.length + 1 === count)),
          name,
        ).toBe(true);
      }
      const [pack] = pages;
      if (pack) expect(docxParts(await pageDocx(pack, DAY)).length, name).toBeGreaterThan(10);
    }
  });

  test('RP13 changes for programs are JSON with a line for each', () => {
    const after = { ...dataset(), standards: [...dataset().standards, standard('ISO 9')] };
    const text = changesJson(diff(dataset(), after, { overlaps: false }), { filter: 'x' });
    expect(JSON.parse(text)).toMatchObject({
      format: 'standards-map-difference',
      version: 1,
      filter: 'x',
      counts: { new: 1 },
      changes: [{ kind: 'new', id: 'ISO 9' }],
    });
    expect(text.split('\n')).toHaveLength(4);
    expect(JSON.parse(changesJson(diff(dataset(), dataset())))).toMatchObject({ changes: [] });
  });
});
