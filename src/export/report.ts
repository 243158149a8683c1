import { CHANGED, type ChangeFact } from '../analysis/change.js';
import { changes } from '../analysis/changes.js';
import { changeSums } from '../analysis/change-sums.js';
import { filterWords } from './filter-words.js';
import { landscapeBlocks } from './landscape.js';
import type { Block, Line, Page, PageTable } from './page.js';
import { numberBlocks } from './report-numbers.js';
import { reportFacts, type ReportFacts, type ReportInput } from './report-facts.js';
import { committeeTable, standardRun, standardsTable, tableBlocks, verdictTable } from './report-tables.js';

/** The sorts of reports: the pack of a filter, the list of findings, a table of the landscape. */
export const REPORTS = ['pack', 'findings', 'landscape'] as const;
export type ReportKind = (typeof REPORTS)[number];

/** What the report is of, how old it is, and where the same is seen. */
function titleBlock({ input, catalogue, provenance, standards }: ReportFacts): Block {
  const { edition, at, asOf, link } = provenance;
  const entries: (readonly [string, Line])[] = [
    ['Map', [catalogue.dataset.title]],
    ['Edition', [edition]],
    ['Report of', [at]],
    ...(asOf === '' ? [] : [['Landscape as of', [asOf]] as const]),
    ...(input.since === undefined ? [] : [['Changes since', [input.since]] as const]),
    ['Standards', [`${String(standards.length)} of ${String(catalogue.standards.length)}`]],
    ['Filter', [filterWords(catalogue, input.filter ?? '')]],
    ...((input.filter ?? '').trim() === '' ? [] : [['Filter as written', [input.filter ?? '']] as const]),
    ...(link === '' ? [] : [['On the map', [{ text: link, href: link }]] as const]),
  ];
  return { kind: 'terms', entries };
}

/** Sources with their days and terms, and how many of the standards name them. */
function sourceTable({ provenance, standards }: ReportFacts): PageTable {
  const rows = provenance.sources.map(({ id, catalogue, asOf, licence, url }) => [
    [[{ text: catalogue, href: url }]],
    [[asOf]],
    [[licence]],
    [[String(standards.filter(({ sources }) => sources.includes(id)).length)]],
  ]);
  const columns = [
    { heading: 'Source', share: 3 },
    { heading: 'As of', kind: 'date' as const },
    { heading: 'Licence or terms', share: 2 },
    { heading: 'Standards', kind: 'number' as const },
  ];
  return { kind: 'table', caption: 'Sources of the standards, each as old as it was when it was read', columns, rows };
}

const METHOD: readonly string[] = [
  'The facts are those of the catalogues named above, as old as they say. What a catalogue does not state is unknown here: a gap in the data, never in the standards.',
  'Topics, roles and levels are given by rules from titles, committees and ICS codes, and corrected by hand where a rule was wrong; the map gives the reason of each.',
  'Coordinated are standards that declared relations join (same text, twin, adoption, transposition, incorporation, succession, part) or that share a committee. They are one work and never a duplication.',
  'An overlap candidate is a pair of active standards of different owners that are not coordinated, of comparable role and with a topic in common, whose titles share what distinguishes them. A candidate is not a duplication: that is a verdict, which only people give, with a reason.',
  'A gap is a cell that a curator expects to be covered, with a reason, and that has nothing normative in force. Anything else without a standard is uncovered in this dataset.',
  'The effective number of SDOs is 1/Σp² over their shares of the works: 1 where one SDO has all of them, n where n have equal shares.',
];

const endBlocks = (facts: ReportFacts): readonly Block[] => [
  { kind: 'heading', level: 1, text: 'Sources' },
  sourceTable(facts),
  { kind: 'heading', level: 1, text: 'Method' },
  { kind: 'list', items: METHOD.map((text): Line => [text]) },
];

const factLine = ({ kind, designation, date, isSure }: ChangeFact): Line => [
  [kind, designation, date ?? 'day not known', isSure ? undefined : 'may lie before the period']
    .filter((part) => part !== undefined)
    .join(', '),
];

/** What came, was revised, started and left since a day. */
function sinceBlocks({ input, catalogue, ids }: ReportFacts): readonly Block[] {
  const { since, at = '' } = input;
  if (since === undefined || since === '') return [];
  const found = changes(input.catalogue, { since, at });
  const { counts } = changeSums(input.catalogue, found, ids);
  const rows = CHANGED.flatMap((change) =>
    found.standards
      .filter((one) => one.change === change && ids.has(one.id))
      .map(({ id, isSure, facts }) => [
        [[change, ...(isSure ? [] : [' (not sure)'])]],
        [[standardRun(catalogue, id), ` ${catalogue.standard(id)?.title ?? ''}`]],
        facts.map(factLine),
      ]),
  );
  const said = CHANGED.map((change) => `${String(counts[change])} ${change}`).join(', ');
  const columns = [
    { heading: 'Change', share: 1 },
    { heading: 'Standard', share: 3 },
    { heading: 'What it rests on', share: 2 },
  ];
  return [
    { kind: 'heading', level: 1, text: `Changes since ${since}` },
    { kind: 'text', line: [`${said}; of ${String(counts.unknown)} this dataset cannot tell, their sources were read before.`] },
    ...(rows.length === 0
      ? []
      : [{ kind: 'table', caption: `What came, was revised, started or left since ${since}`, columns, rows } as const]),
  ];
}

/** The list of findings: what people have said of pairs, and the standards and committees that it concerns. */
function findingBlocks(facts: ReportFacts): readonly Block[] {
  const { catalogue, judgements } = facts;
  if (judgements.length === 0) return [{ kind: 'text', line: ['Nobody has given a verdict on a pair of these standards yet.'] }];
  const named = new Set(judgements.flatMap(({ a, b }) => [a, b]));
  const standards = catalogue.standards.filter(({ id }) => named.has(id));
  return [
    { kind: 'heading', level: 1, text: 'Findings' },
    verdictTable(catalogue, judgements),
    { kind: 'heading', level: 1, text: 'Committees concerned' },
    committeeTable({ catalogue, standards }),
    { kind: 'heading', level: 1, text: 'Standards concerned' },
    standardsTable({ catalogue, standards }),
  ];
}

const TITLES: Readonly<Record<ReportKind, string>> = { pack: 'liaison pack', findings: 'findings', landscape: 'standards landscape' };

/**
 * A report of the standards that pass a filter as of a day: numbers, coverage, overlap candidates, gaps, committees, standards, sources and
 * method; or the list of findings; or a table of the landscape by topic.
 *
 * Nothing is fetched and nothing is asked of the machine: equal input gives an equal page.
 *
 * @throws RangeError when `at` or `since` is no date
 */
export function reportPage(input: ReportInput, kind: ReportKind = 'pack'): Page {
  const facts = reportFacts(input, kind === 'pack');
  const { catalogue, standards, provenance } = facts;
  const body: Readonly<Record<ReportKind, () => readonly Block[]>> = {
    pack: () => [...numberBlocks(facts), ...tableBlocks(facts), ...sinceBlocks(facts)],
    findings: () => [...findingBlocks(facts), ...sinceBlocks(facts)],
    landscape: () => [...landscapeBlocks(facts), ...sinceBlocks(facts)],
  };
  return {
    title: input.title ?? `${catalogue.dataset.title}: ${TITLES[kind]}`,
    language: 'en-GB',
    description: `${String(standards.length)} standards, edition of ${provenance.edition}; ${filterWords(catalogue, input.filter ?? '')}`,
    blocks: [titleBlock(facts), ...body[kind](), ...endBlocks(facts)],
  };
}
