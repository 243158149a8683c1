import type { Activity, Dataset, Expectation, Fact, Sdo, Source, Standard } from '../model/dataset.js';
import type { Rules, Selected } from './assemble.js';
import { selectWork, standardOf } from './assemble.js';
import { sourceOf } from './catalogues.js';
import type { ClassificationRules } from './classify.js';
import type { CommitteeRegistry } from './committees.js';
import type { Correction } from './correct.js';
import { correctionsFor } from './correct.js';
import type { Goals } from './goals.js';
import { compareIds } from './order.js';
import { reconcile } from './reconcile.js';
import type { CatalogueRecord } from './record.js';
import { CATALOGUES } from './record.js';
import type { Statement } from './relations.js';
import type { Report } from './report.js';
import type { SelectionRules } from './select.js';
import type { Claims } from './statements.js';
import type { Taxonomy } from './taxonomy.js';

/** Everything a dataset is built from beside the catalogues: the tables under data/. */
export interface Tables {
  readonly selection: SelectionRules;
  readonly classification: ClassificationRules;
  readonly taxonomy: Taxonomy;
  readonly committees: CommitteeRegistry;
  readonly corrections: readonly Correction[];
  readonly background: { readonly activities: readonly Activity[]; readonly facts: readonly Fact[]; readonly sources: readonly Source[] };
  /** What curators say of cells of the landscape. */
  readonly expectations: readonly Expectation[];
  readonly claims: Claims;
  /** What goals the topics lead to. */
  readonly goals: Goals;
}

/** Statements whose subject is in the set; an object that the selection has left out becomes external. */
function within(statements: readonly Statement[], ids: ReadonlySet<string>): readonly Statement[] {
  return statements
    .filter(({ subject }) => ids.has(subject))
    .map((statement) => {
      const inside = ids.has(statement.relation.to) || statement.relation.external === true;
      return inside ? statement : { ...statement, relation: { ...statement.relation, external: true } };
    });
}

/** SDOs that publish a standard or own a committee of the set, with the ones they are joint bodies of, in the order of the registry. */
function sdosOf(
  standards: readonly Standard[],
  committeeSdos: readonly string[],
  facts: readonly Fact[],
  all: readonly Sdo[],
): readonly Sdo[] {
  const named = new Set([...standards.flatMap((standard) => standard.publishers), ...committeeSdos, ...facts.map((fact) => fact.about)]);
  const used = all.filter((sdo) => named.has(sdo.id));
  const joint = new Set(used.flatMap((sdo) => sdo.jointOf ?? []));
  return all.filter((sdo) => named.has(sdo.id) || joint.has(sdo.id));
}

/** A publisher that the registry does not have is no SDO of the map: it stays with the standard by name, and the report says so. */
function knownPublishers(standard: Standard, known: ReadonlySet<string>, report: Report): Standard {
  const others = standard.publishers.filter((sdo) => !known.has(sdo));
  if (others.length === 0) return standard;
  for (const sdo of others) report.note(`publisher that is no SDO of the map: ${sdo} of ${standard.id}`);
  const publishers = standard.publishers.filter((sdo) => known.has(sdo));
  return { ...standard, publishers, copublishers: others.map((sdo) => sdo.toUpperCase()) };
}

function sourcesOf(standards: readonly Standard[], tables: Tables, sdos: readonly Sdo[]): readonly Source[] {
  const used = new Set([
    ...standards.flatMap((standard) => standard.sources),
    ...tables.expectations.flatMap(({ source }) => source ?? []),
  ]);
  const catalogues = CATALOGUES.map(sourceOf).filter((source) => used.has(source.id));
  const known = new Set(sdos.map((sdo) => sdo.id));
  const cited = [...tables.background.sources, ...tables.claims.sources, ...tables.goals.sources];
  const all = new Map([...catalogues, ...tables.committees.sources(), ...cited].map((source) => [source.id, source]));
  return [...all.values()].map((source) => {
    const listed = source.sdos?.filter((sdo) => known.has(sdo));
    return listed === undefined ? source : { ...source, sdos: listed };
  });
}

/** The committees of a set of standards and those that the background speaks of. */
function committeeIds(
  standards: readonly Standard[],
  { activities, facts }: Tables['background'],
  sdos: readonly Sdo[],
): readonly string[] {
  const names = new Set(sdos.map((sdo) => sdo.id));
  return [
    ...standards.flatMap((standard) => standard.committees),
    ...activities.map((activity) => activity.committee),
    ...facts.map((fact) => fact.about).filter((about) => !names.has(about)),
  ];
}

/** What is said of an SDO that is not in the set is left out, and the report says so. */
function expectationsOf({ expectations }: Tables, sdos: readonly Sdo[], report: Report): readonly Expectation[] {
  const known = new Set(sdos.map(({ id }) => id));
  return expectations.filter(({ sdo, topics }) => {
    const kept = sdo === undefined || known.has(sdo);
    if (!kept) report.note(`expectation of an SDO that is not in the set: ${sdo} on ${topics.join(', ')}`);
    return kept;
  });
}

/** The frameworks that have goals, with the lines from topics to them. */
const goalsOf = ({ goals: { frameworks, goals, lines } }: Tables): Pick<Dataset, 'goalFrameworks' | 'goals' | 'goalTopics'> =>
  frameworks.length > 0 ? { goalFrameworks: frameworks, goals, goalTopics: lines } : {};

function standardsOf(chosen: readonly Selected[], statements: readonly Statement[], tables: Tables, report: Report): readonly Standard[] {
  const rules: Rules = {
    classification: tables.classification,
    committees: tables.committees,
    report,
    corrections: correctionsFor(
      tables.corrections,
      chosen.map((selected) => selected.work),
    ),
  };
  const known = new Set(tables.committees.sdos().map((sdo) => sdo.id));
  return chosen
    .map((selected) => knownPublishers(standardOf(selected, statements, rules), known, report))
    .sort((a, b) => compareIds(a.id, b.id));
}

/**
 * The dataset of the smart-city standards landscape: equal records and tables give an equal dataset.
 *
 * @returns a dataset without positions; every list sorted, standards and committees in natural order of the id
 * @throws Error when a table contradicts the records: a correction without its standard, a deliverable or a committee that is not known
 */
export function build(records: readonly CatalogueRecord[], tables: Tables, report: Report): Dataset {
  const { works, statements } = reconcile(records, report);
  const chosen = works.flatMap((work) => selectWork(work, tables.selection) ?? []);
  const ids = new Set(chosen.map(({ work }) => work.id));
  for (const work of works) if (!ids.has(work.id)) report.note(`not selected: ${work.id} ${work.latest.record.title}`);
  const standards = standardsOf(chosen, within(statements, ids), tables, report);
  const { activities, facts } = tables.background;
  const committees = tables.committees.used(committeeIds(standards, tables.background, tables.committees.sdos()));
  const sdos = sdosOf(
    standards,
    committees.map((committee) => committee.sdo),
    facts,
    tables.committees.sdos(),
  );
  const sources = sourcesOf(standards, tables, sdos);
  const expectations = expectationsOf(tables, sdos, report);
  const { claims } = tables.claims;
  return {
    format: 'standards-map',
    version: 1,
    title: 'Smart cities standards map',
    description:
      'Standards for smart cities and communities of ITU, ISO, IEC, ISO/IEC JTC 1, ETSI, OGC, IEEE, W3C and OASIS: facts from their public catalogues.',
    asOf: [...sources.map((source) => source.asOf)].sort().at(-1) ?? '',
    opening: { filter: 'tier:core', label: 'Core set' },
    sources,
    sdos,
    committees,
    topics: tables.taxonomy.topics,
    standards,
    ...(activities.length > 0 && { activities }),
    ...(facts.length > 0 && { facts }),
    ...(expectations.length > 0 && { expectations }),
    ...(claims.length > 0 && { claims }),
    ...goalsOf(tables),
    // People give them; the list is there for patches to add to (RFC 6902).
    findings: [],
  };
}
