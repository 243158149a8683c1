import { isInForce } from '../analysis/at.js';
import { compact } from '../analysis/fold.js';
import type { Catalogue } from '../model/catalogue.js';
import type { CommitteeId, Edition, Standard } from '../model/dataset.js';
import type { SubmittedStandard } from '../model/submission.js';
import { deliverableNamed } from './deliverables.js';
import type { Work, WorkRow } from './works.js';

const isText = ({ kind }: Edition): boolean => kind === undefined || kind === 'edition';
export const newestOf = ({ editions }: Standard): Edition | undefined =>
  editions
    .filter(isText)
    .reduce<Edition | undefined>((newest, one) => ((newest?.date ?? '') > (one.date ?? '') ? newest : one), undefined) ?? editions.at(-1);

const firstOf = <T>(rows: readonly WorkRow[], of: (row: WorkRow) => T | undefined): T | undefined => {
  for (const row of rows) {
    const value = of(row);
    if (value !== undefined) return value;
  }
  return undefined;
};

/** The edition that a row speaks of, as it speaks of it; undefined where it says nothing about one. */
function editionOf(standard: Standard, row: WorkRow): Edition | undefined {
  const { facts, reference, title } = row;
  const date = facts.date ?? reference.date;
  const isNew = row.edition === undefined && (reference.date !== undefined || reference.draft);
  if (isNew)
    return {
      id: reference.edition,
      ...(reference.draft && { kind: 'draft' as const }),
      ...(date !== undefined && { date }),
      status: facts.status ?? (reference.draft ? 'under-development' : 'unknown'),
      ...(facts.stage !== undefined && { stage: facts.stage }),
      ...(title !== '' && compact(title) !== compact(standard.title) && { title }),
    };
  const known = row.edition ?? newestOf(standard);
  if (!known) return undefined;
  // A bare number may be dated by any of its texts; a more exact date says something, and with a reason every other one does
  const isSaid = (held: string | undefined): boolean =>
    held !== undefined && date !== undefined && (facts.reason === '' ? held.startsWith(date) : held === date);
  const isDated = row.edition ? isSaid(known.date) : standard.editions.some((one) => isSaid(one.date));
  const says = { ...(date !== undefined && !isDated && { date }), ...(facts.stage !== undefined && row.edition && { stage: facts.stage }) };
  const status = row.edition ? facts.status : undefined;
  if (Object.keys(says).length === 0 && status === undefined) return undefined;
  // What a row withdraws, its text is not in force
  const left = facts.status === 'withdrawn' && isInForce(known.status) ? facts.status : known.status;
  return { id: known.id, status: status ?? left, ...says };
}

/** Texts once each: what two rows say of one comes together, the first row's word first. */
function editionsOf(standard: Standard, rows: readonly WorkRow[]): readonly Edition[] {
  const all = new Map<string, Edition>();
  for (const row of rows) {
    const edition = editionOf(standard, row);
    if (edition) all.set(edition.id, { ...edition, ...all.get(edition.id) });
  }
  return [...all.values()];
}

/** What rows say of the status of the work: of the work itself or of its newest text; of a draft nothing. */
function statusOf(standard: Standard, rows: readonly WorkRow[]): WorkRow['facts']['status'] {
  const newest = newestOf(standard);
  return firstOf(rows, ({ facts, reference, edition }) => {
    if (facts.status === undefined || reference.draft) return undefined;
    if (edition) return edition === newest ? facts.status : undefined;
    const isOlder =
      reference.date !== undefined && newest?.date !== undefined && reference.date < newest.date.slice(0, reference.date.length);
    return isOlder ? undefined : facts.status;
  });
}

const isKin = (catalogue: Catalogue, a: CommitteeId, b: CommitteeId): boolean =>
  a === b || catalogue.path(a).some(({ id }) => id === b) || catalogue.path(b).some(({ id }) => id === a);

/** Committees and topics; what the catalogue says more exactly is said so, unless a reason says that it is wrong. */
function listsOf(catalogue: Catalogue, standard: Standard, { rows, committees }: Work, reason: boolean): Partial<SubmittedStandard> {
  const topics = [...new Set(rows.flatMap(({ facts }) => facts.topics))];
  const isNear = !reason && committees.every((one) => standard.committees.some((other) => isKin(catalogue, one, other)));
  const isPart = !reason && topics.every((topic) => standard.topics.includes(topic));
  return {
    ...(committees.length > 0 && { committees: isNear ? standard.committees : committees }),
    ...(topics.length > 0 && (isPart ? { topics: standard.topics, reasons: standard.reasons } : { topics })),
  };
}

/** A text of the catalogue where the row says the same in other letters, so that a dash or a capital is no disagreement. */
const alike = (said: string, held: string): string => (compact(said) === compact(held) ? held : said);

/** What the rows about a known standard state, and nothing of what they leave open. */
export function statedOf(catalogue: Catalogue, standard: Standard, work: Work): SubmittedStandard {
  const { rows } = work;
  const reason = firstOf(rows, ({ facts }) => facts.reason || undefined);
  const titles = [standard.title, ...Object.values(standard.titles ?? {}), ...standard.editions.flatMap(({ title }) => title ?? [])];
  const said = firstOf(rows, ({ title, reference }) => (title === '' || (reference.draft && reason === undefined) ? undefined : title));
  const title =
    said === undefined || reason !== undefined ? said : titles.some((one) => compact(one) === compact(said)) ? standard.title : said;
  const deliverable = deliverableNamed(firstOf(rows, ({ facts }) => facts.deliverable || undefined) ?? '');
  const [kind, role, level] = [
    firstOf(rows, ({ facts }) => facts.kind),
    firstOf(rows, ({ facts }) => facts.role),
    firstOf(rows, ({ facts }) => facts.level),
  ];
  const status = statusOf(standard, rows);
  const withdrawn = firstOf(rows, ({ facts }) => facts.withdrawn);
  const editions = editionsOf(standard, rows);
  const aliases = [...new Set(rows.flatMap(({ facts }) => facts.aliases))].filter((alias) => alias !== standard.id);
  const ics = [...new Set(rows.flatMap(({ facts }) => facts.ics))];
  const url = firstOf(rows, ({ facts }) => facts.url);
  return {
    id: standard.id,
    ...(title !== undefined && { title }),
    ...(aliases.length > 0 && { aliases }),
    ...listsOf(catalogue, standard, work, reason !== undefined),
    ...(deliverable !== '' && { deliverable: alike(deliverable, standard.deliverable) }),
    ...(kind && { kind }),
    ...(role && { role }),
    ...(level && { level }),
    ...(status && { status }),
    ...(withdrawn !== undefined && { withdrawn }),
    ...(editions.length > 0 && { editions }),
    ...(ics.length > 0 && { ics }),
    ...(url !== undefined && { url }),
    ...(reason !== undefined && { reason }),
  };
}
