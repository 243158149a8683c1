import type { Catalogue } from '../model/catalogue.js';
import type { Committee, Standard } from '../model/dataset.js';

/** What a search can find, in the order in which equal hits are listed. */
export const RECORD_KINDS = ['committee', 'topic', 'sdo', 'standard'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** What a record says, by where it says it; texts of one place belong together but do not run on into each other. */
export interface RecordText {
  readonly kind: RecordKind;
  readonly id: string;
  /** Title of a standard, committee or SDO; label of a topic. */
  readonly title: string;
  /** Its id and every other name it has as a whole. */
  readonly names: readonly string[];
  /** Designations of its editions and their variants. */
  readonly editions: readonly string[];
  /** Its titles in every language, those of its editions included. */
  readonly titles: readonly string[];
  /** Ids, titles and aliases of its committees and of those above them. */
  readonly committees: readonly string[];
  /** Ids and labels of its topics. */
  readonly topics: readonly string[];
  /** Short names of the SDOs it counts under. */
  readonly sdos: readonly string[];
}

const BLANK = { names: [], editions: [], titles: [], committees: [], topics: [], sdos: [] };

const committeeNames = ({ id, title, aliases }: Committee): string[] => [id, title, ...(aliases ?? [])];

/** What a standard says, and what its committees, topics and SDOs say of it. */
export function textOfStandard(catalogue: Catalogue, standard: Standard): RecordText {
  const { id, title, titles, aliases, editions, committees, topics } = standard;
  return {
    kind: 'standard',
    id,
    title,
    names: [id, ...(aliases ?? [])],
    editions: editions.flatMap((edition) => [edition.id, ...(edition.variants ?? [])]),
    titles: [...new Set([title, ...Object.values(titles ?? {}), ...editions.flatMap((edition) => edition.title ?? [])])],
    committees: [...new Set(committees.flatMap((owner) => catalogue.path(owner)))].flatMap(committeeNames),
    topics: topics.flatMap((topic) => [topic, catalogue.topic(topic)?.label ?? topic]),
    sdos: catalogue.sdosOf(standard).map((sdo) => catalogue.sdo(sdo)?.name ?? sdo),
  };
}

const textOfCommittee = (catalogue: Catalogue, { id, title, aliases, sdo }: Committee): RecordText => ({
  ...BLANK,
  kind: 'committee',
  id,
  title,
  names: [id, ...(aliases ?? [])],
  titles: [title],
  sdos: [catalogue.sdo(sdo)?.name ?? sdo],
});

/** Number of the records of a catalogue. */
export const recordCount = ({ standards, committees, topics, sdos }: Catalogue): number =>
  standards.length + committees.length + topics.length + sdos.length;

/** A record by its number: the standards come first, in dataset order, so that a standard keeps its number. */
export function recordOf(catalogue: Catalogue, number: number): RecordText | undefined {
  const { standards, committees, topics, sdos } = catalogue;
  const standard = standards[number];
  if (standard) return textOfStandard(catalogue, standard);
  const committee = committees[number - standards.length];
  if (committee) return textOfCommittee(catalogue, committee);
  const topic = topics[number - standards.length - committees.length];
  if (topic) return { ...BLANK, kind: 'topic', id: topic.id, title: topic.label, names: [topic.id], titles: [topic.label] };
  const sdo = sdos[number - standards.length - committees.length - topics.length];
  return sdo && { ...BLANK, kind: 'sdo', id: sdo.id, title: sdo.title, names: [sdo.id, sdo.name], titles: [sdo.title] };
}
