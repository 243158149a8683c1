import { gzipSync } from 'node:zlib';
import type { Dataset, Standard } from '../model/dataset.js';
import type { Report } from './report.js';
import { isCurrent } from './stages.js';

/** What each trap of real catalogues is, by its number. */
const TRAPS: readonly string[] = [
  'stale duplicate files',
  'stage snapshots of one project',
  'inverted relations',
  'series noise as relations',
  'relation ids in another spelling',
  'two numbers for one text, numbers reused',
  "committee on record is today's owner",
  'wrong committee',
  'records without status',
  'missing titles',
  'placeholder titles',
  'amendments dated by their base',
  'publication variants',
  'edition chains absent',
  'TS become EN',
  'third-party numbers',
  'group names not unique, character references',
  'committee names without organization',
  'same text in two catalogues',
  'snapshots of different age',
  'designations of the other organization',
  'IEEE load dates and cut-off designations',
  'drafts and revisions kept for ever',
  'ITU-R: no status, Reports among Recommendations',
  'title separators',
  'titles differ, numbers agree',
  'withdrawn means superseded',
  'deleted projects and stale drafts',
];

function tally(keys: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => `  ${String(count).padStart(6)}  ${key}`)
    .join('\n');
}

/** The counts a reader checks a new edition of the dataset by. */
function counts(standards: readonly Standard[]): string {
  const current = standards.filter((standard) => isCurrent(standard.status));
  const relations = standards.flatMap((standard) => standard.relations ?? []);
  const share = current.filter((standard) => standard.url !== undefined).length;
  return [
    `standards ${standards.length}, current ${current.length}, current core ${current.filter((standard) => standard.tier === 'core').length}`,
    `editions ${standards.flatMap((standard) => standard.editions).length}, conflicts ${standards.flatMap((standard) => standard.conflicts ?? []).length}`,
    `current with official link ${share}, with committee ${current.filter((standard) => standard.committees.length > 0).length}`,
    `relations ${relations.length}, of which to texts outside the set ${relations.filter((relation) => relation.external === true).length}`,
    'by publishers and status',
    tally(standards.map((standard) => `${standard.publishers.join('+')} ${standard.status}`)),
    'current by publishers',
    tally(current.map((standard) => standard.publishers.join('+'))),
    'by tier',
    tally(current.map((standard) => standard.tier)),
    'relations by type',
    tally(relations.map((relation) => `${relation.type}${relation.external === true ? ' (external)' : ''}`)),
  ].join('\n');
}

/** How often each trap was met, with examples. */
export interface TrapCount {
  readonly trap: number;
  readonly name: string;
  readonly count: number;
  readonly examples: readonly string[];
}

/** Every trap, in the order of their numbers, those that were not met too. */
export const trapCounts = (report: Report): readonly TrapCount[] =>
  TRAPS.map((name, at) => ({ trap: at + 1, name, count: report.count(at + 1), examples: report.examples(at + 1) }));

/** The report of one run: what each trap did, what was noted, what came out and how large it is. */
export function printout(dataset: Dataset, text: string, report: Report, verbose: boolean): string {
  const traps = trapCounts(report).flatMap(({ trap, name, count, examples }) => {
    const line = `T${trap}`.padEnd(4) + String(count).padStart(6) + `  ${name}`;
    return [line, ...(verbose ? examples.map((example) => `              ${example}`) : [])];
  });
  const notes = verbose ? report.notes : report.notes.slice(0, 0);
  return [
    'traps met',
    ...traps,
    `notes ${report.notes.length}${verbose ? '' : ' (--verbose prints them)'}`,
    ...notes.map((note) => `  ${note}`),
    counts(dataset.standards),
    `bytes ${Buffer.byteLength(text)}, gzip -9 ${gzipSync(text, { level: 9 }).length}`,
    '',
  ].join('\n');
}
