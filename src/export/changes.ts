import { counted } from './counted.js';
import {
  DIFFERENCE_KINDS,
  type OneDifference,
  type ComparedEdition,
  type Difference,
  type GroupDifference,
  type OverlapDifference,
  type RecordDifference,
  type StandardDifference,
} from '../analysis/difference.js';
import { differenceCounts } from '../analysis/diff.js';
import { CHANGE_WORDS, fieldLine, RECORD_WORDS, saidLine, valueLine } from './change-words.js';
import { conflictText } from '../analysis/diff-values.js';
import type { Block, Line, Page, PageCell, PageTable } from './page.js';

/** What a page of changes says beside the changes. */
export interface ChangesInput {
  /** Default `What has changed`. */
  readonly title?: string | undefined;
  /** The filter that the changes were narrowed to, as written. */
  readonly filter?: string | undefined;
}

const percent = (score: number): string => `${String(Math.round(100 * score))} %`;
const strong = (text: string): Line => [{ text, look: 'strong' }];

/** What has become of a standard, in lines. */
function standardLines({ kind, fields, how, now, conflicts = [] }: StandardDifference): PageCell {
  if (kind === 'conflict' || kind === 'resolved') return conflicts.map((one) => [conflictText(one)]);
  if (how === 'gone') {
    const where: Line =
      now === undefined
        ? ['not in the later edition']
        : ['not in the later edition; its name or texts are found under ', strong(now)[0] ?? now];
    return [where, ...fields.filter(({ field }) => field === 'status' || field === 'editions').map(valueLine)];
  }
  return fields.map(kind === 'new' ? valueLine : fieldLine);
}

function groupLines({ steps }: GroupDifference): PageCell {
  return steps.map(({ from, to, by, evidence }) => [strong(from)[0] ?? from, ` ${by} `, strong(to)[0] ?? to, ` – ${evidence}`]);
}

function overlapLines({ kind, band, score, early, terms, before, fresh = [], now, against = [] }: OverlapDifference): PageCell {
  const weight = `${before === undefined ? '' : `${before} → `}${band}, ${percent(score)}`;
  const lines: Line[] = [[weight, ...(early ? [', one of the two is still under development'] : [])]];
  if (terms.length > 0) lines.push([{ text: 'both titles: ', look: 'muted' }, terms.join(', ')]);
  if (fresh.length > 0) lines.push([{ text: 'new: ', look: 'muted' }, fresh.join(', ')]);
  if (kind === 'overlap-gone') lines.push([{ text: 'now: ', look: 'muted' }, [now ?? '', ...against].join(', ')]);
  return lines;
}

const recordLines = ({ kind, fields }: RecordDifference): PageCell => fields.map(kind === 'record-changed' ? fieldLine : valueLine);

/** What a change is about, and what has become of it. */
function rowOf(change: OneDifference): readonly [about: PageCell, what: PageCell] {
  if ('parts' in change) return [change.parts.map((part) => [strong(part.join(', '))[0] ?? '']), groupLines(change)];
  if ('a' in change) {
    const { a, b, titles } = change;
    return [
      [
        [strong(a)[0] ?? a, ` ${titles[0]}`],
        [strong(b)[0] ?? b, ` ${titles[1]}`],
      ],
      overlapLines(change),
    ];
  }
  if ('record' in change) {
    const { record, id, label } = change;
    const name = id === '' || id === label ? label : `${id}: ${label}`;
    return [[[{ text: `${RECORD_WORDS[record]} `, look: 'muted' }, name]], recordLines(change)];
  }
  return [[strong(change.id), [change.title]], standardLines(change)];
}

/** Changes of one kind as a table; who said it stands in a column of its own where somebody did. */
function tableOf(changes: readonly OneDifference[], caption: string): PageTable {
  const isSaid = changes.some(({ said }) => said.length > 0);
  return {
    kind: 'table',
    caption,
    columns: [{ heading: 'What', share: 2 }, { heading: 'Change', share: 3 }, ...(isSaid ? [{ heading: 'Said by', share: 1.5 }] : [])],
    rows: changes.map((change) => [...rowOf(change), ...(isSaid ? [change.said.map(saidLine)] : [])]),
  };
}

const editionLine = ({ title, asOf, standards }: ComparedEdition): Line => [
  `${title}, edition of ${asOf}, ${counted(standards, 'standard')}`,
];

/** The changes of a difference as parts of a page: how many of each kind, then one table a kind. */
export function changeBlocks(difference: Difference): readonly Block[] {
  const counts = differenceCounts(difference);
  const counted: readonly Line[] = [...counts].map(([kind, count]) => [`${CHANGE_WORDS[kind].title}: `, ...strong(String(count))]);
  const tables = DIFFERENCE_KINDS.filter((kind) => counts.has(kind)).flatMap((kind): readonly Block[] => {
    const { title, says } = CHANGE_WORDS[kind];
    return [
      { kind: 'heading', level: 1, text: `${title} (${String(counts.get(kind))})` },
      { kind: 'text', line: [says], look: 'muted' },
      tableOf(
        difference.changes.filter((change) => change.kind === kind),
        title,
      ),
    ];
  });
  const none: Block = { kind: 'text', line: ['No differences.'] };
  const left: Block = { kind: 'text', line: ['Overlap candidates were not compared.'], look: 'muted' };
  return [
    ...(counts.size === 0 ? [none] : [{ kind: 'list', items: counted } as const]),
    ...(difference.overlapsCompared ? [] : [left]),
    ...tables,
  ];
}

/** The differences of two editions as a page, in any of its forms. */
export function changesPage(difference: Difference, { title = 'What has changed', filter = '' }: ChangesInput = {}): Page {
  const { before, after, changes } = difference;
  const head: Block = {
    kind: 'terms',
    entries: [
      ['Earlier edition', editionLine(before)],
      ['Later edition', editionLine(after)],
      ...(filter.trim() === '' ? [] : [['Filter', [filter]] as const]),
    ],
  };
  return {
    title,
    language: 'en-GB',
    description: `${counted(changes.length, 'difference')} between the editions of ${before.asOf} and ${after.asOf}`,
    blocks: [head, ...changeBlocks(difference)],
  };
}

/** The differences of two editions for programs: one line a change, counts before them. Ends with a line feed. */
export function changesJson(difference: Difference, { filter = '' }: ChangesInput = {}): string {
  const { changes, ...rest } = difference;
  const head = {
    format: 'standards-map-difference',
    version: 1,
    ...rest,
    ...(filter.trim() !== '' && { filter }),
    counts: Object.fromEntries(differenceCounts(difference)),
  };
  const lines = changes.map((change) => JSON.stringify(change));
  return `${JSON.stringify(head).slice(0, -1)},"changes":[${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`}]}\n`;
}
