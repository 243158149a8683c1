import { isInForce } from '../analysis/at.js';
import { coverage } from '../analysis/coverage.js';
import { isCovering } from '../analysis/judge.js';
import { effectiveNumber, sharesOf } from '../analysis/shares.js';
import { worksOf } from '../analysis/work-groups.js';
import { placesIn } from '../model/places.js';
import { ROLES, STATUSES, type SdoId, type Standard, type Status } from '../model/dataset.js';
import { barsFigure, type Bar } from './figure-bars.js';
import { mapFigure } from './figure-map.js';
import { matrixFigure } from './figure-matrix.js';
import type { Block, Line, PageTable } from './page.js';
import type { ReportFacts } from './report-facts.js';

const plain = (text: string | number): readonly Line[] => [[String(text)]];
const counted = (count: number, one: string, many = `${one}s`): string => `${String(count)} ${count === 1 ? one : many}`;

/** Standards by the SDO that leads them and by status, the largest first. */
function bySdo({ catalogue, standards }: ReportFacts): readonly { readonly sdo: SdoId; readonly bar: Bar; readonly sum: number }[] {
  const found = new Map<SdoId, Map<Status, number>>();
  for (const standard of standards) {
    const home = catalogue.home(standard);
    const counts = found.get(home) ?? new Map<Status, number>();
    found.set(home, counts.set(standard.status, (counts.get(standard.status) ?? 0) + 1));
  }
  return [...found]
    .map(([sdo, counts]) => ({
      sdo,
      bar: { label: catalogue.sdo(sdo)?.name ?? sdo, counts },
      sum: [...counts.values()].reduce((sum, one) => sum + one, 0),
    }))
    .sort((a, b) => b.sum - a.sum || (a.sdo < b.sdo ? -1 : 1));
}

const statusesOf = ({ standards }: ReportFacts): readonly Status[] =>
  STATUSES.filter((status) => standards.some((one) => one.status === status));

function sdoTable(facts: ReportFacts): PageTable {
  const statuses = statusesOf(facts);
  const rows = bySdo(facts).map(({ bar, sum }) => [
    plain(bar.label),
    ...statuses.map((status) => plain(bar.counts.get(status) ?? 0)),
    plain(sum),
  ]);
  return {
    kind: 'table',
    caption: 'Standards by SDO and status; a joint text counts where its leading committee belongs',
    columns: [{ heading: 'SDO', share: 2 }, ...[...statuses, 'all'].map((heading) => ({ heading, kind: 'number' as const }))],
    rows,
  };
}

function roleTable({ standards }: ReportFacts): PageTable {
  const rows = ROLES.flatMap((role) => {
    const of = standards.filter((one) => one.role === role);
    return of.length === 0 ? [] : [[plain(role), plain(of.length), plain(of.filter(({ status }) => isInForce(status)).length)]];
  });
  return {
    kind: 'table',
    caption: 'Standards by role',
    columns: [
      { heading: 'Role', share: 2 },
      { heading: 'standards', kind: 'number' },
      { heading: 'in force', kind: 'number' },
    ],
    rows,
  };
}

/** Shares of the coverage of some standards by SDO: normative or pre-normative and active ones, coordinated ones counted once. */
function sharesIn({ catalogue, active }: ReportFacts, standards: readonly Standard[]) {
  const [works, places] = [worksOf(catalogue), placesIn(catalogue)];
  return sharesOf(
    standards.flatMap((standard) => {
      const place = places.get(standard.id) ?? 0;
      return active.has(standard.id) && isCovering(standard) ? [{ work: works[place] ?? place, home: catalogue.home(standard) }] : [];
    }),
    catalogue.sdos.map(({ id }) => id),
  );
}

const one = (value: number): string => value.toFixed(1);

function topicTable(facts: ReportFacts): PageTable {
  const { catalogue, standards, active } = facts;
  const rows = catalogue.topics.flatMap(({ id, label }) => {
    const of = standards.filter(({ topics }) => topics.includes(id));
    if (of.length === 0) return [];
    const shares = sharesIn(facts, of);
    const works = shares.reduce((sum, share) => sum + share.works, 0);
    const first = shares[0];
    const lead =
      first === undefined ? '–' : `${catalogue.sdo(first.sdo)?.name ?? first.sdo} ${String(Math.round((100 * first.works) / works))} %`;
    return [
      [
        plain(label),
        plain(of.length),
        plain(of.filter((standard) => active.has(standard.id)).length),
        plain(Math.round(works)),
        plain(lead),
        plain(one(effectiveNumber(shares))),
      ],
    ];
  });
  return {
    kind: 'table',
    caption: 'Topics: coverage and concentration; a standard counts under each of its topics',
    columns: [
      { heading: 'Topic', share: 2.4 },
      { heading: 'standards', kind: 'number' },
      { heading: 'active', kind: 'number' },
      { heading: 'works that cover', kind: 'number' },
      { heading: 'largest share', share: 1.4 },
      { heading: 'effective SDOs', kind: 'number' },
    ],
    rows,
  };
}

/** The numbers of a report in sentences. */
export function numberLines(facts: ReportFacts): readonly Line[] {
  const { catalogue, standards, active, candidates, judgements, gaps } = facts;
  const inForce = standards.filter(({ status }) => isInForce(status)).length;
  const unknown = standards.filter(({ status }) => status === 'unknown').length;
  const shares = sharesIn(facts, standards);
  const early = candidates.filter((pair) => pair.early).length;
  const high = candidates.filter(({ band }) => band === 'high').length;
  const of = (kind: string): number => gaps.filter((gap) => gap.kind === kind).length;
  const disputed = judgements.filter((pair) => pair.disputed).length;
  return [
    [
      `${counted(standards.length, 'standard')} of ${String(catalogue.standards.length)}: ${String(inForce)} in force, ${String(active.size - inForce)} under development${unknown === 0 ? '' : `, ${String(unknown)} whose catalogue states no status`}.`,
    ],
    [`${one(effectiveNumber(shares))} effective SDOs (1/Σp² of the shares of the works; ${counted(shares.length, 'SDO')} in all).`],
    [
      `${counted(candidates.length, 'overlap candidate')} that people should look at, ${String(high)} in the high band, ${String(early)} of them early: one of the two is still under development.`,
    ],
    [
      `${counted(judgements.length, 'pair')} on which people have given a verdict${disputed === 0 ? '' : `, ${String(disputed)} of them disputed`}.`,
    ],
    [
      `${counted(of('cell'), 'gap')} that a curator expects to be covered, ${String(of('life-cycle'))} in life cycles, ${counted(of('claimed'), 'claim')} of publications looked at, ${counted(of('reference'), 'reference')} to what is withdrawn or absent.`,
    ],
  ];
}

/** Numbers, tables of them, and the pictures. */
export function numberBlocks(facts: ReportFacts): readonly Block[] {
  const { catalogue, ids, input } = facts;
  const isAll = (input.filter ?? '').trim() === '';
  const matrix = coverage(catalogue, { at: input.at ?? '', ...(!isAll && { standards: ids }), candidates: facts.candidates });
  const map = mapFigure(catalogue, ids, 'The standards of this report on the map, coloured by SDO');
  const bars = bySdo(facts).map(({ bar }) => bar);
  if (ids.size === 0)
    return [
      { kind: 'heading', level: 1, text: 'Numbers' },
      { kind: 'text', line: ['No standard passes the filter.'] },
    ];
  return [
    { kind: 'heading', level: 1, text: 'Numbers' },
    { kind: 'list', items: numberLines(facts) },
    sdoTable(facts),
    barsFigure(bars, statusesOf(facts), 'Standards by SDO and status'),
    roleTable(facts),
    { kind: 'heading', level: 1, text: 'Coverage' },
    {
      kind: 'text',
      line: [
        'Active standards that are normative or pre-normative cover a cell; works that declared relations join count once. A cell is a gap only where a curator expects coverage, with a reason; anything else is uncovered in this dataset.',
      ],
      look: 'muted',
    },
    topicTable(facts),
    matrixFigure(matrix, (id) => catalogue.topic(id)?.label ?? id, 'Coverage of domains and capabilities'),
    ...(map === undefined ? [] : [map]),
  ];
}
