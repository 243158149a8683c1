import type {
  Activity,
  Committee,
  CommitteeId,
  Dataset,
  Expectation,
  Fact,
  Relation,
  Sdo,
  Source,
  Standard,
  Story,
} from '../model/dataset.js';
import type { Rules, Selected } from './assemble.js';
import { selectWork, standardOf } from './assemble.js';
import { Groups } from './catalogue/groups.js';
import { withFurtherKinds } from './catalogue/kinds.js';
import { sourceOf } from './catalogues.js';
import type { ClassificationRules } from './classify.js';
import type { CommitteeRegistry } from './committees.js';
import type { Correction } from './correct.js';
import { correctionsFor } from './correct.js';
import type { FoldedWork } from './editions.js';
import type { Goals } from './goals.js';
import { compareIds } from './order.js';
import { reconcile } from './reconcile.js';
import type { CatalogueRecord } from './record.js';
import { CATALOGUES } from './record.js';
import type { Statement } from './relations.js';
import { Report } from './report.js';
import type { SelectionRules } from './select.js';
import { isStandard } from './select.js';
import type { Claims } from './statements.js';
import { storiesIn } from './stories.js';
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
  /** What the dataset brings to be presented. Default none. */
  readonly stories?: readonly Story[];
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

/** The snapshots that were read in the order of the catalogues, then what committees, background, claims and goals cite. */
function sourcesOf(standards: readonly Standard[], read: readonly Source[], tables: Tables, sdos: readonly Sdo[]): readonly Source[] {
  const used = new Set([
    ...standards.flatMap((standard) => standard.sources),
    ...tables.expectations.flatMap(({ source }) => source ?? []),
  ]);
  const snapshots = new Map([...CATALOGUES.map((catalogue) => sourceOf(catalogue)), ...read].map((source) => [source.id, source]));
  const catalogues = [...snapshots.values()].filter((source) => used.has(source.id));
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
): readonly CommitteeId[] {
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

/** Counts what it meets and keeps no note: a committee that only the catalogues know is one of the set all the same. */
class CountsOnly extends Report {
  readonly #to: Report;

  constructor(to: Report) {
    super();
    this.#to = to;
  }

  override add(trap: number, example: string): void {
    this.#to.add(trap, example);
  }

  override note(): void {
    return;
  }
}

/** How committees get into a set: those of the registry only, or by their printed names, too. */
interface Owners {
  readonly of: Rules['committeesOf'];
  readonly used: (ids: readonly CommitteeId[]) => readonly Committee[];
}

function ownersOf({ committees }: Tables, all: boolean, report: Report): Owners {
  const groups = new Groups(committees, new CountsOnly(report));
  return all
    ? { of: (record) => groups.of(record), used: (ids) => groups.all(ids) }
    : {
        of: (record) => record.committees.flatMap((name) => committees.resolve(record, name, report) ?? []),
        used: (ids) => committees.used(ids),
      };
}

/** The works of the set: those that the selection takes, or every one whose form is that of a standard. */
function chosenOf(works: readonly FoldedWork[], { selection }: Tables, all: boolean, report: Report): readonly Selected[] {
  return works.flatMap((work) => {
    const chosen = selectWork(work, selection);
    if (chosen) return chosen;
    if (all && isStandard(work.latest.record, selection)) return { work, group: '', tier: 'extended' };
    report.note(`not selected: ${work.id} ${work.latest.record.title}`);
    return [];
  });
}

/** The corrections of standards whose catalogue was read; the others cannot find theirs, and the report says so. */
function correctionsOf({ corrections }: Tables, records: readonly CatalogueRecord[], report: Report): readonly Correction[] {
  const read = new Set<string>(records.map(({ catalogue }) => catalogue));
  const missing = CATALOGUES.filter((catalogue) => !read.has(catalogue));
  return corrections.filter(({ standard }) => {
    const unread = missing.find((catalogue) => standard.toLowerCase().startsWith(catalogue));
    if (unread !== undefined) report.note(`correction of a standard whose catalogue was not read: ${standard} (${unread})`);
    return unread === undefined;
  });
}

function standardsOf(chosen: readonly Selected[], statements: readonly Statement[], tables: Tables, rules: Rules): readonly Standard[] {
  const known = new Set(tables.committees.sdos().map((sdo) => sdo.id));
  const stated = new Map<string, Relation[]>();
  for (const { subject, relation } of statements) {
    const own = stated.get(subject);
    if (own) own.push(relation);
    else stated.set(subject, [relation]);
  }
  return chosen
    .map((selected) => knownPublishers(standardOf(selected, stated.get(selected.work.id) ?? [], rules), known, rules.report))
    .sort((a, b) => compareIds(a.id, b.id));
}

/** What a dataset says of itself. */
function headOf(
  sources: readonly Source[],
  all: boolean,
): Pick<Dataset, 'format' | 'version' | 'title' | 'description' | 'asOf' | 'opening'> {
  const whole = {
    title: 'Standards of whole catalogues',
    description: 'Every standard of the public catalogues that were read, with its editions: facts only.',
  };
  const cities = {
    title: 'Smart cities standards map',
    description:
      'Standards for smart cities and communities of ITU, ISO, IEC, ISO/IEC JTC 1, ETSI, OGC, IEEE, W3C and OASIS: facts from their public catalogues.',
  };
  return {
    ...{ format: 'standards-map', version: 1 },
    ...(all ? whole : cities),
    asOf: [...sources.map((source) => source.asOf)].sort().at(-1) ?? '',
    opening: { filter: 'tier:core', label: 'Core set' },
  };
}

/**
 * The dataset of the smart-city standards landscape: equal records and tables give an equal dataset.
 *
 * @param all every work whose form is that of a standard, not only those of the smart-city selection; committees that the registry does not know by
 *   their printed names
 * @returns a dataset without positions; every list sorted, standards and committees in natural order of the id
 * @throws Contradiction when a table contradicts the records: a correction without its standard, a deliverable or a committee that is not known
 */
export function build(records: readonly CatalogueRecord[], tables: Tables, report: Report, all = false): Dataset {
  const { works, statements } = reconcile(records, report);
  const chosen = chosenOf(works, tables, all, report);
  const ids = new Set(chosen.map(({ work }) => work.id));
  const owners = ownersOf(tables, all, report);
  const classification = all ? withFurtherKinds(tables.classification) : tables.classification;
  const standards = standardsOf(chosen, within(statements, ids), tables, {
    ...{ classification, committeesOf: owners.of, report },
    corrections: correctionsFor(
      correctionsOf(tables, records, report),
      chosen.map(({ work }) => work),
    ),
  });
  const { activities, facts } = tables.background;
  const committees = owners.used(committeeIds(standards, tables.background, tables.committees.sdos()));
  const sdos = sdosOf(
    standards,
    committees.map((committee) => committee.sdo),
    facts,
    tables.committees.sdos(),
  );
  const sources = sourcesOf(standards, [...new Set(records.map(({ source }) => source))], tables, sdos);
  const expectations = expectationsOf(tables, sdos, report);
  const { claims } = tables.claims;
  return {
    ...headOf(sources, all),
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
    ...storiesIn(tables.stories ?? [], [standards, committees, tables.taxonomy.topics, sdos], report),
  };
}
