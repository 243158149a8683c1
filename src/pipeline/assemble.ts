import type { CommitteeId, Relation, SdoId, Standard, Tier } from '../model/dataset.js';
import { TIERS } from '../model/dataset.js';
import type { ClassificationRules } from './classify.js';
import { classify } from './classify.js';
import type { Correction } from './correct.js';
import { correct } from './correct.js';
import { homeFirst } from './editions.js';
import type { FoldedWork } from './editions.js';
import { compareIds } from './order.js';
import type { CatalogueRecord } from './record.js';
import type { Report } from './report.js';
import type { SelectionRules } from './select.js';
import { select } from './select.js';
import { isCurrent } from './stages.js';
import type { Text } from './texts.js';
import { titleKey } from './title-key.js';
import { isPlaceholder, THIRD_PARTY } from './titles.js';
import { oneM2MNumber } from './twins.js';

/** A work that belongs to the set, with the group of the selection it came by. */
export interface Selected {
  readonly work: FoldedWork;
  readonly group: string;
  readonly tier: Tier;
}

/** What standards are made with. */
export interface Rules {
  readonly classification: ClassificationRules;
  /** Ids of the committees that a record names; its title carries what tells groups of the same name apart. */
  readonly committeesOf: (record: CatalogueRecord) => readonly CommitteeId[];
  readonly corrections: ReadonlyMap<string, readonly Correction[]>;
  readonly report: Report;
}

/** A record as the selection rules know it: ISO and IEC separate the parts of a title by a hyphen. */
function asPrinted(record: CatalogueRecord): CatalogueRecord {
  const hyphens = record.catalogue === 'iso' || record.catalogue === 'iec';
  return hyphens ? { ...record, title: record.title.replaceAll(' – ', ' - ') } : record;
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** A work belongs to the set when any of its texts does: its other editions may have had another title. The nearest tier wins, then the newest text. */
export function selectWork(work: FoldedWork, rules: SelectionRules): Selected | undefined {
  const hits = [...work.texts].reverse().flatMap((text) => select(asPrinted(text.record), rules) ?? []);
  const [best] = [...hits].sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
  return best === undefined ? undefined : { work, ...best };
}

/** The copies of the newest text, the one whose facts count first: its publisher's own, then the freshest. */
const copiesOf = (work: FoldedWork): readonly Text[] =>
  homeFirst([work.latest, ...work.texts.filter((text) => text !== work.latest && text.name.edition === work.latest.name.edition)]);

/** The title with the number of the third body that the catalogue prints after it: it tells 3GPP's groups from ETSI's of the same name (trap 17). */
const fullTitle = (record: CatalogueRecord): string =>
  [record.title, ...record.otherIds.filter((other) => other.type === THIRD_PARTY).map((other) => `(${other.id})`)].join(' ');

/** Committees of the newest text in all catalogues; where that names none, those of the newest text that does. */
function committeesOf(work: FoldedWork, rules: Rules): readonly CommitteeId[] {
  const named = [...copiesOf(work), ...[...work.texts].reverse()].find((text) => text.record.committees.length > 0);
  const texts = named === undefined || copiesOf(work).includes(named) ? copiesOf(work) : [named];
  return unique(texts.flatMap(({ record }) => rules.committeesOf({ ...record, title: fullTitle(record) })));
}

const byTypeAndId = (a: Relation, b: Relation): number => (a.type === b.type ? compareIds(a.to, b.to) : a.type < b.type ? -1 : 1);

/** The SDO whose form of deliverable it is: the joint committee for ISO/IEC JTC 1, else the first publisher. */
const leadOf = (publishers: readonly SdoId[]): SdoId => publishers[0] ?? '';

/** Words and letters of which a French title of a standard has at least one. */
const FRENCH = /(?<!\p{L})(?:de|des|du|la|le|les|et|pour|par|sur|au|aux|[ld]['’]\p{L}+)(?!\p{L})|[À-ÖØ-öø-ÿœ]/u;

/** True for a French title: texts that exist in English only carry an English title as the French one too, at times in older words. */
const isFrench = (title: string, english: string): boolean =>
  FRENCH.test(title) && titleKey(title) !== titleKey(english) && !isPlaceholder(title);

/** The other names of a work; ITU-T's record does not print the number that oneM2M gave to a text. */
const aliasesOf = (work: FoldedWork): readonly string[] => [...new Set([...work.aliases, oneM2MNumber(work) ?? []].flat())].sort();

/** Title, form, page and committees of a work as its catalogues print them, with the corrections that name it. */
function factsOf(work: FoldedWork, rules: Rules): ReturnType<typeof correct> {
  const copies = copiesOf(work);
  const before = rules.report.count(8);
  const printed = {
    title: copies.find((text) => text.record.title !== '')?.record.title ?? work.id,
    deliverable: work.latest.name.deliverable,
    url: copies.find((text) => text.record.url !== '')?.record.url ?? '',
    committees: committeesOf(work, rules),
  };
  return correct(work.id, printed, rules.corrections.get(work.id) ?? [], rules.report, rules.report.count(8) > before);
}

/** One standard of the dataset: the facts of the newest text, corrected, with its classification, its editions and its relations. */
export function standardOf({ work, group, tier }: Selected, stated: readonly Relation[], rules: Rules): Standard {
  const copies = copiesOf(work);
  const { name, record } = work.latest;
  const aliases = aliasesOf(work);
  const facts = factsOf(work, rules);
  const { topics, reasons, role, level, kind } = classify(
    {
      id: work.id,
      title: facts.title,
      abstract: copies.find((text) => text.record.abstract !== '')?.record.abstract ?? '',
      keywords: record.keywords,
      deliverable: facts.deliverable,
      sdo: leadOf(name.publishers),
      committees: facts.committees,
      group,
    },
    rules.classification,
  );
  const french = isCurrent(work.status)
    ? copies.map((text) => text.record.titles['fr'] ?? '').find((title) => isFrench(title, facts.title))
    : undefined;
  const ics = isCurrent(work.status) ? unique(copies.flatMap((text) => text.record.ics)) : [];
  const relations = [...stated].sort(byTypeAndId);
  return {
    id: work.id,
    title: facts.title,
    ...(french !== undefined && { titles: { fr: french } }),
    ...(aliases.length > 0 && { aliases }),
    publishers: name.publishers,
    committees: facts.committees,
    deliverable: facts.deliverable,
    kind,
    role,
    level,
    tier,
    status: work.status,
    editions: work.editions,
    ...(ics.length > 0 && { ics }),
    ...(facts.url !== '' && { url: facts.url }),
    topics,
    reasons,
    ...(relations.length > 0 && { relations }),
    ...(work.conflicts.length > 0 && { conflicts: work.conflicts }),
    sources: unique(work.texts.map((text) => text.record.source.id)).sort(),
  };
}
