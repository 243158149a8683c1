import type { Candidate } from '../analysis/candidate.js';
import type { Gap } from '../analysis/cell.js';
import type { Judgement } from '../analysis/findings.js';
import { naturalKey } from '../analysis/ordering.js';
import type { Catalogue } from '../model/catalogue.js';
import type { CommitteeId, Finding, Standard, StandardId } from '../model/dataset.js';
import type { Block, Line, PageCell, PageTable, Run } from './page.js';
import type { ReportFacts } from './report-facts.js';

/** Pairs that a report prints; all of them are on the map and in other exports. */
const MOST_PAIRS = 100;
/** Liaisons that are named for a committee. */
const MOST_LIAISONS = 12;

const plain = (text: string | number): PageCell => [[String(text)]];
const none: PageCell = [];

/** A standard by its number, leading to its page. */
export function standardRun(catalogue: Catalogue, id: StandardId): Run {
  const url = catalogue.standard(id)?.url;
  return { text: id, look: 'strong', href: url };
}

const withTitle = (catalogue: Catalogue, id: StandardId): Line => [standardRun(catalogue, id), ` ${catalogue.standard(id)?.title ?? ''}`];
const topicNames = (catalogue: Catalogue, topics: readonly string[]): string =>
  topics.map((id) => catalogue.topic(id)?.label ?? id).join(', ');

/** By designation, numbers by value. */
const byName = (standards: readonly Standard[]): readonly Standard[] =>
  standards
    .map((standard) => [naturalKey(standard.id), standard] as const)
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([, standard]) => standard);

export function standardsTable({ catalogue, standards }: Pick<ReportFacts, 'catalogue' | 'standards'>, caption = 'Standards'): PageTable {
  return {
    kind: 'table',
    caption,
    columns: [
      { heading: 'Reference', share: 1.6 },
      { heading: 'Title', share: 3.4 },
      { heading: 'SDO', share: 1 },
      { heading: 'Group', share: 1.5 },
      { heading: 'Status', share: 1.1 },
      { heading: 'Date', kind: 'date', share: 1 },
      { heading: 'Topics', share: 1.7 },
    ],
    rows: byName(standards).map((standard) => [
      [[standardRun(catalogue, standard.id)]],
      plain(standard.title),
      plain(
        catalogue
          .sdosOf(standard)
          .map((id) => catalogue.sdo(id)?.name ?? id)
          .join(', '),
      ),
      plain(standard.committees.join(', ')),
      plain(standard.status),
      plain(catalogue.latestDate(standard) ?? ''),
      plain(topicNames(catalogue, standard.topics)),
    ]),
  };
}

const verdictLine = ({ verdict, by, date, reason, level }: Finding): Line => [
  { text: verdict, look: 'strong' },
  ` – ${by}, ${date}${level === undefined ? '' : `, level ${String(level)}`}: ${reason}`,
];

function evidenceLines(catalogue: Catalogue, { terms, topics, against }: Candidate): PageCell {
  const said: Line[] = [];
  if (terms.length > 0) said.push([{ text: 'both titles: ', look: 'muted' }, terms.map(({ term }) => term).join(', ')]);
  if (topics.length > 0) said.push([{ text: 'both topics: ', look: 'muted' }, topicNames(catalogue, topics)]);
  if (against.length > 0)
    said.push([{ text: 'against: ', look: 'muted' }, against.map(({ code, values }) => [code, ...values].join(' ')).join('; ')]);
  return said;
}

/** Candidates with what speaks for and against them, and what people have said. */
function overlapTable({ catalogue, candidates, judgements }: ReportFacts): PageTable {
  const said = new Map(judgements.map((pair) => [`${pair.a}\u0000${pair.b}`, pair]));
  const judged = (a: string, b: string): Judgement | undefined => said.get(a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`);
  return {
    kind: 'table',
    caption: 'Overlap candidates, strongest first; a candidate is not a duplication',
    columns: [
      { heading: 'Pair', share: 4 },
      { heading: 'Band', share: 1 },
      { heading: 'Evidence', share: 3 },
      { heading: 'Verdicts', share: 2 },
    ],
    rows: candidates
      .slice(0, MOST_PAIRS)
      .map((pair) => [
        [withTitle(catalogue, pair.a), withTitle(catalogue, pair.b)],
        [
          [`${pair.band}, ${String(Math.round(100 * pair.score))} %`],
          ...(pair.early ? [[{ text: 'early', look: 'strong' }] as const] : []),
        ],
        evidenceLines(catalogue, pair),
        (judged(pair.a, pair.b)?.current ?? []).map(verdictLine),
      ]),
  };
}

/** Pairs that people have given a verdict on. */
export function verdictTable(catalogue: Catalogue, judged: readonly Judgement[]): PageTable {
  return {
    kind: 'table',
    caption: 'Verdicts of people on pairs of standards; where current ones disagree the pair is disputed',
    columns: [
      { heading: 'Pair', share: 3 },
      { heading: 'Verdict', share: 3 },
      { heading: 'Evidence and clauses', share: 2 },
    ],
    rows: judged.map(({ a, b, current, disputed, history }) => [
      [withTitle(catalogue, a), withTitle(catalogue, b)],
      [
        ...(disputed ? [[{ text: 'disputed', look: 'strong' }] as const] : []),
        ...current.map(verdictLine),
        ...(history.length > current.length
          ? [[{ text: `${String(history.length - current.length)} earlier on record`, look: 'muted' }] as const]
          : []),
      ],
      current.flatMap(({ evidence = [], clauses = [] }) => [
        ...evidence.map((text): Line => [text]),
        ...clauses.map(({ standard, clause }): Line => [`${standard}, ${clause}`]),
      ]),
    ]),
  };
}

const label = (catalogue: Catalogue, id: string | undefined): string =>
  id === undefined ? '' : (catalogue.topic(id)?.label ?? catalogue.sdo(id)?.name ?? id);

/** What is missing, who says so and why, and what is near. */
function gapRow(catalogue: Catalogue, gap: Gap): readonly PageCell[] {
  const cited = (id: string | undefined): Run => {
    const source = id === undefined ? undefined : catalogue.source(id);
    return source ? { text: source.catalogue, href: source.url } : '';
  };
  const near = (ids: readonly StandardId[]): PageCell => ids.slice(0, 6).map((id) => [standardRun(catalogue, id)]);
  switch (gap.kind) {
    case 'cell': {
      const { expectation, cell } = gap;
      const what = [...expectation.topics, expectation.role, expectation.sdo]
        .filter((part) => part !== undefined)
        .map((id) => label(catalogue, id));
      const who: Line[] = [[`expected by ${expectation.by}, ${expectation.date}: ${expectation.reason}`]];
      return [
        plain(what.join(' × ')),
        plain(cell.state),
        expectation.source === undefined ? who : [...who, [cited(expectation.source)]],
        near(gap.near),
      ];
    }
    case 'life-cycle':
      return [
        plain([gap.topic, gap.capability].flatMap((id) => (id === undefined ? [] : label(catalogue, id))).join(' × ')),
        plain('life cycle'),
        plain(`in force: ${gap.present.join(', ')}; missing: ${gap.missing.join(', ')}`),
        near(gap.standards),
      ];
    case 'claimed': {
      const { claim, state } = gap;
      return [
        plain(claim.text),
        plain(state),
        [
          [cited(claim.source), `, ${claim.date}${claim.clause === undefined ? '' : `, ${claim.clause}`}`],
          ...(claim.note === undefined ? [] : [[{ text: claim.note, look: 'muted' }] as const]),
        ],
        near(gap.standards),
      ];
    }
    case 'reference':
      return [
        [withTitle(catalogue, gap.from)],
        plain(`refers to what is ${gap.why}`),
        [[`${gap.to}: ${gap.evidence}`]],
        near(gap.successors),
      ];
  }
}

function gapTables({ catalogue, gaps }: ReportFacts): readonly Block[] {
  const table = (caption: string, kinds: readonly Gap['kind'][]): readonly PageTable[] => {
    const rows = gaps.filter(({ kind }) => kinds.includes(kind)).map((gap) => gapRow(catalogue, gap));
    const columns = [
      { heading: 'What', share: 2.5 },
      { heading: 'State', share: 1 },
      { heading: 'Who says so and why', share: 3 },
      { heading: 'Near', share: 1.5 },
    ];
    return rows.length === 0 ? [] : [{ kind: 'table', caption, columns, rows }];
  };
  return [
    ...table('Gaps: cells that a curator expects to be covered', ['cell']),
    ...table('Life cycles in which a role is missing', ['life-cycle']),
    ...table('Gaps that publications claim, and what this dataset says of them now', ['claimed']),
    ...table('References to what is withdrawn, superseded or absent', ['reference']),
  ];
}

/** Committees whose standards are in the report, with their declared liaisons among each other. */
export function committeeTable({ catalogue, standards }: Pick<ReportFacts, 'catalogue' | 'standards'>): PageTable {
  const counts = new Map<CommitteeId, number>();
  for (const { committees } of standards) for (const id of committees) counts.set(id, (counts.get(id) ?? 0) + 1);
  const concerned = [...counts].sort(([a, x], [b, y]) => y - x || (naturalKey(a) < naturalKey(b) ? -1 : 1));
  const liaisons = new Map<CommitteeId, Set<CommitteeId>>(concerned.map(([id]) => [id, new Set(catalogue.committee(id)?.liaisons ?? [])]));
  // One end declares a liaison, both have it
  for (const committee of catalogue.committees) for (const other of committee.liaisons ?? []) liaisons.get(other)?.add(committee.id);
  return {
    kind: 'table',
    caption: 'Committees concerned, and the liaisons that they declare; liaisons among them stand first, in bold',
    columns: [
      { heading: 'Committee', share: 1.6 },
      { heading: 'Title', share: 3 },
      { heading: 'Standards', kind: 'number' },
      { heading: 'Declared liaisons', share: 3 },
    ],
    rows: concerned.map(([id, count]) => {
      const { title = '', url } = catalogue.committee(id) ?? {};
      const all = [...(liaisons.get(id) ?? [])].sort(
        (a, b) => Number(counts.has(b)) - Number(counts.has(a)) || (naturalKey(a) < naturalKey(b) ? -1 : 1),
      );
      const named = all
        .slice(0, MOST_LIAISONS)
        .flatMap((other, at): readonly Run[] => [...(at === 0 ? [] : [', ']), counts.has(other) ? { text: other, look: 'strong' } : other]);
      const more = all.length > MOST_LIAISONS ? [` and ${String(all.length - MOST_LIAISONS)} more`] : [];
      return [[[{ text: id, href: url }]], plain(title), plain(count), all.length === 0 ? none : [[...named, ...more]]];
    }),
  };
}

function conflictTables({ standards }: ReportFacts): readonly PageTable[] {
  const rows = standards.flatMap(({ id, conflicts = [] }) =>
    conflicts.map(({ field, value, source, otherValue, otherSource }) => [
      plain(id),
      plain(field),
      [[value, { text: ` (${source})`, look: 'muted' as const }]],
      [[otherValue, { text: ` (${otherSource})`, look: 'muted' as const }]],
    ]),
  );
  const columns = [
    { heading: 'Standard', share: 1.5 },
    { heading: 'Fact', share: 1 },
    { heading: 'On the map', share: 2 },
    { heading: 'Another source says', share: 2 },
  ];
  return rows.length === 0 ? [] : [{ kind: 'table', caption: 'Facts on which sources disagree', columns, rows }];
}

/** Overlaps, verdicts, gaps, committees, standards and conflicts. */
export function tableBlocks(facts: ReportFacts): readonly Block[] {
  const { catalogue, candidates, judgements, gaps } = facts;
  const more = candidates.length - MOST_PAIRS;
  const conflicts = conflictTables(facts);
  return [
    { kind: 'heading', level: 1, text: 'Overlap candidates' },
    ...(candidates.length === 0 ? [{ kind: 'text', line: ['None.'] } as const] : [overlapTable(facts)]),
    ...(more > 0 ? [{ kind: 'text', line: [`${String(more)} weaker candidates are not printed here.`], look: 'muted' } as const] : []),
    ...(judgements.length === 0 ? [] : [{ kind: 'heading', level: 1, text: 'Verdicts' } as const, verdictTable(catalogue, judgements)]),
    { kind: 'heading', level: 1, text: 'Gaps' },
    ...(gaps.length === 0 ? [{ kind: 'text', line: ['None in what this report shows.'] } as const] : gapTables(facts)),
    { kind: 'heading', level: 1, text: 'Committees concerned' },
    committeeTable(facts),
    { kind: 'heading', level: 1, text: 'Standards' },
    standardsTable(facts),
    ...(conflicts.length === 0 ? [] : [{ kind: 'heading', level: 1, text: 'Conflicts' } as const, ...conflicts]),
  ];
}
