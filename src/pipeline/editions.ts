import type { Conflict, Edition, Status } from '../model/dataset.js';
import type { Report } from './report.js';
import { isCurrent } from './stages.js';
import type { Text } from './texts.js';
import { titleKey } from './title-key.js';
import type { Work } from './works.js';

/** One text with the copies that the catalogues hold of it, and what they disagree on. */
interface Copies {
  /** The copy of the freshest snapshot; its facts are the ones used. */
  readonly text: Text;
  /** The title in the catalogue of its publisher. */
  readonly title: string;
  readonly status: Status;
  readonly conflicts: readonly Conflict[];
}

/** The editions of a work with its own status. */
export interface FoldedWork extends Work {
  readonly editions: readonly Edition[];
  readonly status: Status;
  /** The newest edition that is no draft; the newest draft of a work that has none. */
  readonly latest: Text;
  readonly conflicts: readonly Conflict[];
}

const conflict = (field: string, a: Text, value: string, b: Text, otherValue: string): Conflict => ({
  field: `${a.name.edition} ${field}`,
  value,
  source: a.record.source.id,
  otherValue,
  otherSource: b.record.source.id,
});

/** Two precisions of one date are no disagreement, two months are. */
const sameDate = (a: string, b: string): boolean =>
  a === '' || b === '' || a.startsWith(b) || b.startsWith(a) || a.slice(0, 7) === b.slice(0, 7);

/** Statuses by what a reader may do with the text; a finer word of one catalogue is no disagreement. */
function standing(status: Status): 'draft' | 'valid' | 'gone' {
  if (!isCurrent(status)) return 'gone';
  return status === 'proposed' || status === 'under-development' ? 'draft' : 'valid';
}

/**
 * Copies of one text, those of the catalogue of a publisher before those of others (trap 21), else in their order: IEC lists ISO 15118
 * as well, but its title, its page and its leading committee are ISO's to say.
 */
export function homeFirst(copies: readonly Text[]): readonly Text[] {
  const away = (text: Text): number => Number(!text.name.publishers.some((sdo) => text.record.source.sdos?.includes(sdo)));
  return [...copies].sort((a, b) => away(a) - away(b));
}

function disagreements(chosen: Text, other: Text): readonly Conflict[] {
  return [
    ...(standing(chosen.status) === standing(other.status) ? [] : [conflict('status', chosen, chosen.status, other, other.status)]),
    ...(sameDate(chosen.date, other.date) ? [] : [conflict('date', chosen, chosen.date, other, other.date)]),
  ];
}

/**
 * Traps 19 and 26: the same text in two catalogues is one text, recognised by its number, whatever the titles. The fresher snapshot wins;
 * what the other one says differently stays visible as a conflict. ISO alone tells that a revision has begun, so that word of it is kept.
 */
function copiesOf(texts: readonly Text[], report: Report): Copies | undefined {
  const [text, ...others] = [...texts].sort((a, b) => (a.record.source.asOf < b.record.source.asOf ? 1 : -1));
  if (text === undefined) return undefined;
  const conflicts = others.flatMap((other) => disagreements(text, other));
  for (const other of others) {
    if (standing(other.status) !== 'draft')
      report.add(19, `${text.name.edition} is in the catalogues ${text.record.catalogue} and ${other.record.catalogue}`);
    if (titleKey(text.record.title) !== titleKey(other.record.title))
      report.add(26, `${text.name.edition}: “${text.record.title}” and “${other.record.title}”`);
  }
  const revising = text.status === 'in-force' && others.some((other) => other.status === 'under-revision');
  const title = homeFirst([text, ...others]).find((copy) => copy.record.title !== '')?.record.title ?? '';
  return { text, title, status: revising ? 'under-revision' : text.status, conflicts };
}

/** Trap that a superseded edition is a case of: who leaves the chain to be inferred. */
function chainTrap(text: Text): number {
  if (text.status === 'withdrawn' && text.record.catalogue !== 'w3c') return 27;
  if (text.record.catalogue === 'iec' || text.record.catalogue === 'etsi') return 14;
  return text.name.publishers.includes('itu-r') ? 24 : 23;
}

/** Traps 14, 23, 24, 27: an edition with a newer one is superseded, and so are the changes to it, whatever the catalogue says. */
function settle(copies: readonly Copies[], report: Report): readonly Copies[] {
  const newest = copies.filter((copy) => copy.text.name.kind === 'edition').at(-1);
  if (newest === undefined) return copies;
  return copies.map((copy) => {
    const { kind, baseYear, edition } = copy.text.name;
    if (copy === newest || kind === 'draft') return copy;
    const current =
      kind !== 'edition' && (baseYear === '' || newest.text.date.startsWith(baseYear) || newest.text.name.order.join('.') === baseYear);
    if (current || copy.status === 'superseded') return copy;
    report.add(chainTrap(copy.text), `${edition} is superseded by ${newest.text.name.edition}`);
    return { ...copy, status: 'superseded' };
  });
}

/** Trap 28: a draft of an edition that has been published is no draft any more. */
function dropStale(texts: readonly Text[], report: Report): readonly Text[] {
  const numbers = texts.filter((text) => text.name.kind === 'edition').map((text) => Number(text.record.edition));
  const published = Math.max(0, ...numbers.filter(Number.isFinite));
  return texts.filter((text) => {
    const own = Number(text.record.edition);
    const stale = text.name.kind === 'draft' && text.record.catalogue === 'iso' && own > 0 && own <= published;
    if (stale) report.add(28, `${text.name.edition} drafts edition ${own}, which has been published`);
    return !stale;
  });
}

function editionOf(copy: Copies, work: Work, title: string): Edition {
  const { text, status, title: named } = copy;
  const variants = work.variants
    .filter((variant) => variant.name.variantOf === text.name.edition || isConsolidated(variant, text))
    .map((variant) => variant.name.edition)
    .sort();
  const own = named !== '' && titleKey(named) !== titleKey(title);
  return {
    id: text.name.edition,
    ...(text.name.kind === 'edition' ? {} : { kind: text.name.kind }),
    ...(text.date === '' ? {} : { date: text.date }),
    status,
    ...(text.record.stage === '' ? {} : { stage: text.record.stage }),
    ...(own && text.name.kind === 'edition' ? { title: named } : {}),
    ...(variants.length === 0 ? {} : { variants }),
  };
}

const isConsolidated = (variant: Text, text: Text): boolean =>
  text.name.kind === 'edition' &&
  variant.name.variantOf === variant.name.work &&
  variant.name.work === text.name.work &&
  text.name.date === variant.name.date;

/** The status of a work is that of its newest edition; one in force with a live draft of the next edition is under revision. */
function statusOf(latest: Copies, copies: readonly Copies[]): Status {
  const revising = copies.some((copy) => copy.text.name.kind === 'draft' && copy !== latest);
  return latest.status === 'in-force' && revising ? 'under-revision' : latest.status;
}

/** The texts of a work as editions, oldest first; undefined when nothing but stale drafts is left of it. */
export function foldWork(work: Work, report: Report): FoldedWork | undefined {
  const groups = new Map<string, Text[]>();
  for (const text of dropStale(work.texts, report)) groups.set(text.name.edition, [...(groups.get(text.name.edition) ?? []), text]);
  const copies = settle(
    [...groups.values()].flatMap((texts) => copiesOf(texts, report) ?? []),
    report,
  );
  const latest = copies.filter((copy) => copy.text.name.kind === 'edition').at(-1) ?? copies.at(-1);
  if (latest === undefined) return undefined;
  return {
    ...work,
    texts: [...groups.values()].flat(),
    editions: copies.map((copy) => editionOf(copy, work, latest.title)),
    status: statusOf(latest, copies),
    latest: latest.text,
    conflicts: copies.flatMap((copy) => copy.conflicts),
  };
}
