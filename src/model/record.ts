/** The roles a standard can have: what sort of content it is. Exactly one each. @source ISO/IEC Guide 2 cl. 5 */
export const ROLES = [
  'vocabulary',
  'requirements',
  'architecture',
  'interface-data',
  'security',
  'assessment-test',
  'process-guidance',
] as const;
/** Who uses a standard. Exactly one each. @source BSI PD 8100, three levels */
export const LEVELS = ['strategic', 'process', 'technical'] as const;
/** How binding a standard is. Exactly one each. */
export const KINDS = ['normative', 'pre-normative', 'informative', 'guide'] as const;
/** Where a standard or an edition stands. `unknown` when the catalogue does not say: a gap in the data, never in the standards. */
export const STATUSES = ['proposed', 'under-development', 'in-force', 'under-revision', 'superseded', 'withdrawn', 'unknown'] as const;
/** How near a standard is to smart cities: `core` comes from dedicated committees, `vertical` from one city service, `extended` by its title. */
export const TIERS = ['core', 'vertical', 'extended'] as const;
/** The forms a committee can have. */
export const COMMITTEE_KINDS = [
  'technical-committee',
  'joint-technical-committee',
  'project-committee',
  'systems-committee',
  'subcommittee',
  'working-group',
  'study-group',
  'question',
  'ad-hoc-group',
  'regional-group',
  'coordination-activity',
  'task-force',
  'forum',
  'thematic-group',
  'industry-specification-group',
  'partnership',
] as const;
/** Declared relations, subject first: the standard that carries the relation is the subject. */
export const RELATION_TYPES = [
  'same-text',
  'twin',
  'adopts',
  'transposes',
  'incorporates',
  'supersedes',
  'amends',
  'part-of',
  'references',
  'complements',
] as const;
/** What an entry of `editions` is. */
export const EDITION_KINDS = ['edition', 'amendment', 'corrigendum', 'supplement', 'draft'] as const;
/** Two axes of topics: a domain is a city service or sector, a capability is a function that is standardized. */
export const TOPIC_AXES = ['domain', 'capability'] as const;
/** What a fact says about an SDO or a committee. */
export const FACT_KINDS = [
  'mandate',
  'vertical',
  'challenge',
  'membership',
  'document-type',
  'external-body',
  'purpose',
  'link',
  'event',
  'note',
] as const;
/**
 * The lists of goals by which a city can ask: the 17 Sustainable Development Goals, the purposes of ISO 37101, the dimensions and the
 * categories of the U4SSC indicators, the verticals and the challenges of ITU-T SG20. Names of filter fields, encodings and axes.
 */
export const GOAL_FRAMEWORKS = ['sdg', 'purpose', 'dimension', 'category', 'vertical', 'challenge'] as const;
/** What stands in the place of a goal's code for standards that have none of a framework. */
export const NO_GOAL = 'none';
/** What people may say of a pair of standards. Only people give a verdict. */
export const VERDICTS = ['duplication', 'overlap', 'complementary', 'coordinated', 'conflict', 'not-related'] as const;

export type Role = (typeof ROLES)[number];
export type Level = (typeof LEVELS)[number];
export type Kind = (typeof KINDS)[number];
export type Status = (typeof STATUSES)[number];
export type Tier = (typeof TIERS)[number];
export type CommitteeKind = (typeof COMMITTEE_KINDS)[number];
export type RelationType = (typeof RELATION_TYPES)[number];
export type EditionKind = (typeof EDITION_KINDS)[number];
export type TopicAxis = (typeof TOPIC_AXES)[number];
export type FactKind = (typeof FACT_KINDS)[number];
export type GoalFrameworkId = (typeof GOAL_FRAMEWORKS)[number];
export type Verdict = (typeof VERDICTS)[number];

/** Lower-case SDO key used in filters: `iso`, `iec`, `jtc1`, `itu-t`, `etsi`, … */
export type SdoId = string;
/** A committee's own designation: `ISO/TC 268/SC 1`, `ITU-T SG20`, `ITU-T Q1/20`, `IEC SyC Smart Cities`. */
export type CommitteeId = string;
/** A topic key of the taxonomy: `mobility`, `digital-twin`. */
export type TopicId = string;
/** The designation without edition, as its SDO writes it: `ISO 37122`, `ITU-T Y.4903/L.1603`. */
export type StandardId = string;
/** Key of an entry of `sources`. */
export type SourceId = string;
/** A calendar date as precise as its source: `2019`, `2019-05` or `2019-05-23` (ISO 8601). */
export type PartialDate = string;
/** An absolute http or https address without user name. */
export type HttpUrl = string;
/** A point in layout units, x to the right, y down; each within ±1e6. */
export type Point = readonly [x: number, y: number];

/** The catalogue or document that facts come from. */
export interface Source {
  readonly id: SourceId;
  /** What the source calls itself: `Relaton, ITU catalogue`. */
  readonly catalogue: string;
  /** Day on which the source stood as it was read. */
  readonly asOf: PartialDate;
  /** Licence or terms under which the facts are available, in the source's words; `none stated` where it gives none. */
  readonly licence: string;
  /** Absent where the source has no address: a file of the reader's own. */
  readonly url?: HttpUrl;
  /** SDOs whose standards the source lists. */
  readonly sdos?: readonly SdoId[];
  readonly note?: string;
}

/** A standards developing organization, or the joint committee of two that owns its work together (ISO/IEC JTC 1). */
export interface Sdo {
  readonly id: SdoId;
  /** Short name: `ISO`, `ITU-T`, `ISO/IEC JTC 1`. */
  readonly name: string;
  readonly title: string;
  readonly url?: HttpUrl;
  /** The SDOs it is a joint body of. */
  readonly jointOf?: readonly SdoId[];
  readonly xy?: Point;
}

/** One end of a committee's succession, with the day it took effect where known. */
export interface Succession {
  readonly committee: CommitteeId;
  readonly date?: PartialDate;
}

/** A group that owns or coordinates work. */
export interface Committee {
  readonly id: CommitteeId;
  /** Full title: `Smart community infrastructures`. */
  readonly title: string;
  readonly sdo: SdoId;
  readonly kind: CommitteeKind;
  readonly parent?: CommitteeId;
  /** Other spellings and earlier names. */
  readonly aliases?: readonly string[];
  readonly predecessors?: readonly Succession[];
  readonly successors?: readonly Succession[];
  readonly created?: PartialDate;
  readonly dissolved?: PartialDate;
  /** Group addresses (mailing lists), never a person's. */
  readonly contacts?: readonly string[];
  readonly url?: HttpUrl;
  /** Committees it has a declared liaison with, of this dataset. */
  readonly liaisons?: readonly CommitteeId[];
  readonly sources?: readonly SourceId[];
  readonly xy?: Point;
}

/** A domain or a capability of the taxonomy. */
export interface Topic {
  readonly id: TopicId;
  readonly label: string;
  readonly axis: TopicAxis;
  /** Where the term comes from. */
  readonly sources: readonly string[];
  readonly xy?: Point;
}

/** One published or draft text of a standard, or an amendment to it. */
export interface Edition {
  /** `ISO 37122:2019`, `ITU-T Y.4903 (03/2022)`, `ISO/FDIS 37179`. */
  readonly id: string;
  /** Default `edition`. */
  readonly kind?: EditionKind;
  readonly date?: PartialDate;
  readonly status: Status;
  /** The SDO's own status or stage code: `60.60`, `PUBLISHED`. */
  readonly stage?: string;
  /** Only when it differs from the standard's title. */
  readonly title?: string;
  /** Other forms in which the same text is sold (redline, consolidated): `IEC 61300-2-11:2023 RLV`. */
  readonly variants?: readonly string[];
}

/** A declared relation; its subject is the standard that carries it. */
export interface Relation {
  readonly type: RelationType;
  /** A standard of this dataset, or any designation when `external`. */
  readonly to: string;
  /** True when the object is not a standard of this dataset. Default false. */
  readonly external?: boolean;
  /** What the relation rests on, for a reader. */
  readonly evidence: string;
  readonly source?: SourceId;
  readonly date?: PartialDate;
}

/** Two sources that disagree on a fact; the dataset uses `value`. */
export interface Conflict {
  readonly field: string;
  readonly value: string;
  readonly source: SourceId;
  readonly otherValue: string;
  readonly otherSource: SourceId;
}

/** One work of an SDO with all its editions, in force or in preparation. */
export interface Standard {
  readonly id: StandardId;
  /** Official title, English where there is one. */
  readonly title: string;
  /** Official titles in further languages, by BCP 47 tag: `{fr: '…'}`. */
  readonly titles?: Readonly<Record<string, string>>;
  /** Dual numbers, co-published and earlier designations. */
  readonly aliases?: readonly string[];
  /** The SDOs that publish it, at least one. */
  readonly publishers: readonly SdoId[];
  /** Publishers beside them that are no SDO of this dataset, by the name that the designation gives: `SAE`. */
  readonly copublishers?: readonly string[];
  /** Owning committees, the first one leading. May be empty where the catalogue names none. */
  readonly committees: readonly CommitteeId[];
  /** The SDO's own form: `IS`, `TS`, `Recommendation`, `Supplement`, `SRD`, `EN`. */
  readonly deliverable: string;
  readonly kind: Kind;
  readonly role: Role;
  readonly level: Level;
  readonly tier: Tier;
  readonly status: Status;
  /** Day on which it was withdrawn or superseded, where a source says so; catalogues date publications and nothing else. */
  readonly withdrawn?: PartialDate;
  /** Oldest first; at least one. */
  readonly editions: readonly Edition[];
  readonly ics?: readonly string[];
  /** The SDO's own page. */
  readonly url?: HttpUrl;
  /** At least one. */
  readonly topics: readonly TopicId[];
  /** Why each topic was given, in the order of `topics`: `title: “maturity”`. */
  readonly reasons: readonly string[];
  readonly relations?: readonly Relation[];
  readonly conflicts?: readonly Conflict[];
  /** At least one. */
  readonly sources: readonly SourceId[];
  readonly xy?: Point;
}
