import { EDITION_KINDS, type Dataset, type Edition, type EditionKind, type Sdo, type Standard, type TopicId } from '../../model/dataset.js';
import type { Tables } from '../build.js';
import { sourceId, sourceOf } from '../catalogues.js';
import { classify, type Classification, type ClassificationRules } from '../classify.js';
import type { CatalogueRecord } from '../record.js';
import type { Report } from '../report.js';
import { select, type SelectionRules } from '../select.js';
import { Groups } from './groups.js';
import { icsTopic, icsTopics } from './ics.js';
import { withFurtherKinds } from './kinds.js';
import { conflictsOf, documentsOf, isCurrentDocument, relationsOf, statusOf, type Document } from './merge.js';
import { TABLES, type Row } from './rows.js';

/** Names of publishers as the tables print them. */
const PUBLISHERS: ReadonlyMap<string, string> = new Map([
  ['ISO', 'iso'],
  ['IEC', 'iec'],
  ['ITU-T', 'itu-t'],
  ['ITU-R', 'itu-r'],
  ['ETSI', 'etsi'],
  ['IEEE', 'ieee'],
]);
/** ICS fields of a standard that become topics; the others stay in its codes. */
const MOST_FIELDS = 2;
/** Topic of the classification when no rule applies: an ICS field says more. */
const NO_RULE = 'no rule matches';

/** What documents become standards with. */
interface Rules {
  readonly classification: ClassificationRules;
  readonly selection: SelectionRules;
  readonly groups: Groups;
  /** ICS fields that are topics of the dataset. */
  readonly fields: ReadonlySet<TopicId>;
}

/** A row as the selection knows a record: the tables carry what it asks for. */
const recordOf = (row: Row, title: string): CatalogueRecord => ({
  catalogue: row.catalogue,
  source: sourceOf(row.catalogue),
  file: '',
  model: '',
  designation: row.id,
  otherIds: [],
  title,
  titles: {},
  doctype: row.deliverable,
  stage: row.stage,
  dates: [],
  edition: '',
  committees: row.committees,
  ics: row.ics,
  url: row.url,
  relations: [],
  keywords: row.keywords,
  abstract: '',
});

function editionKind({ deliverable, status }: Row): EditionKind | undefined {
  if (status === 'draft') return 'draft';
  return EDITION_KINDS.find((kind) => kind === deliverable.toLowerCase());
}

function editionOf({ id, rows: [row] }: Document): Edition {
  const kind = editionKind(row);
  return {
    id,
    ...(kind !== undefined && { kind }),
    ...(row.date !== '' && { date: row.date }),
    status: statusOf(row),
    ...(row.stage !== '' && { stage: row.stage }),
  };
}

/** Topics by the rules of the pipeline, then by the ICS fields of the document. */
function topicsOf(
  { topics, reasons }: Classification,
  ics: readonly string[],
  fields: ReadonlySet<TopicId>,
): readonly (readonly [TopicId, string])[] {
  const byRule = topics.map((topic, at) => [topic, reasons[at] ?? ''] as const);
  const codes = ics.filter((code, at) => fields.has(icsTopic(code)) && ics.findIndex((one) => icsTopic(one) === icsTopic(code)) === at);
  const byCode = codes.slice(0, MOST_FIELDS).map((code) => [icsTopic(code), `ICS: ${code}`] as const);
  return [...(byCode.length > 0 ? byRule.filter(([, reason]) => reason !== NO_RULE) : byRule), ...byCode];
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function standardOf(document: Document, rules: Rules): Standard {
  const { id, rows } = document;
  const [first] = rows;
  const names = unique(rows.flatMap((row) => row.publishers));
  const publishers = unique(names.flatMap((name) => PUBLISHERS.get(name) ?? []));
  const others = names.filter((name) => !PUBLISHERS.has(name));
  const committees = unique(rows.flatMap((row) => rules.groups.of({ ...row, designation: row.id })));
  const aliases = unique(rows.flatMap((row) => row.aliases));
  const ics = unique(rows.flatMap((row) => row.ics));
  const chosen = select(recordOf(first, first.title.replaceAll(' – ', ' - ')), rules.selection);
  const classification = classify(
    {
      ...{ id, title: first.title, abstract: '', keywords: first.keywords, deliverable: first.deliverable },
      ...{ sdo: publishers[0] ?? '', committees, group: chosen?.group ?? '' },
    },
    rules.classification,
  );
  const topics = topicsOf(classification, ics, rules.fields);
  const url = rows.find((row) => row.url !== '')?.url;
  const conflicts = conflictsOf(document);
  return {
    id,
    title: first.title,
    ...(aliases.length > 0 && { aliases }),
    publishers,
    ...(others.length > 0 && { copublishers: others }),
    committees,
    deliverable: first.deliverable,
    ...{ kind: classification.kind, role: classification.role, level: classification.level, tier: chosen?.tier ?? 'extended' },
    status: statusOf(first),
    editions: [editionOf(document)],
    ...(ics.length > 0 && { ics }),
    ...(url !== undefined && { url }),
    topics: topics.map(([topic]) => topic),
    reasons: topics.map(([, reason]) => reason),
    ...(conflicts.length > 0 && { conflicts }),
    sources: unique(rows.map((row) => sourceId(row.catalogue))),
  };
}

/** The SDOs that publish a standard or own a committee, with those they are joint bodies of. */
function sdosOf(standards: readonly Standard[], owners: readonly string[], all: readonly Sdo[]): readonly Sdo[] {
  const named = new Set([...standards.flatMap((standard) => standard.publishers), ...owners]);
  const joint = new Set(all.filter((sdo) => named.has(sdo.id)).flatMap((sdo) => sdo.jointOf ?? []));
  return all.filter((sdo) => named.has(sdo.id) || joint.has(sdo.id));
}

/** What the dataset says of itself. */
export interface CatalogueOptions {
  /** Only documents that are neither superseded nor withdrawn. */
  readonly current: boolean;
  /** ISO's list of the International Classification for Standards as XML; empty where it is not at hand. */
  readonly ics: string;
}

/**
 * Every document of four catalogues as a standard of its own, its editions apart: the landscape at its full size.
 *
 * Joint texts that two catalogues list are one. Tables and rules of the smart-city pipeline name committees and give topics, role, level
 * and tier; ICS fields are further topics. Equal rows and tables give an equal dataset, without positions, in the order of the designations.
 */
export function catalogueDataset(rows: readonly Row[], tables: Tables, options: CatalogueOptions, report: Report): Dataset {
  const documents = documentsOf(rows).filter((document) => !options.current || isCurrentDocument(document));
  const groups = new Groups(tables.committees, report);
  const fields = icsTopics(options.ics);
  const rules: Rules = {
    classification: withFurtherKinds(tables.classification),
    selection: tables.selection,
    groups,
    fields: new Set(fields.map(({ id }) => id)),
  };
  const relations = relationsOf(documents);
  const standards = documents.map((document) => {
    const stated = relations.get(document.id);
    return { ...standardOf(document, rules), ...(stated && { relations: stated }) };
  });
  const committees = groups.all();
  const sources = [...TABLES.map((name) => sourceOf(name)), ...tables.committees.sources(), ...tables.background.sources];
  const sdos = sdosOf(
    standards,
    committees.map(({ sdo }) => sdo),
    tables.committees.sdos(),
  );
  const known = new Set(sdos.map(({ id }) => id));
  return {
    format: 'standards-map',
    version: 1,
    title: options.current ? 'Current documents of ITU, ISO, IEC and ETSI' : 'All documents of ITU, ISO, IEC and ETSI',
    description: 'Every document of four public catalogues by itself: editions, amendments and drafts are not folded into one standard.',
    asOf: [...sources.map((source) => source.asOf)].sort().at(-1) ?? '',
    sources: [...new Map(sources.map((source) => [source.id, source])).values()].map((source) =>
      source.sdos ? { ...source, sdos: source.sdos.filter((sdo) => known.has(sdo)) } : source,
    ),
    sdos,
    committees,
    topics: [...tables.taxonomy.topics, ...fields],
    standards,
  };
}
