import type {
  Committee,
  CommitteeId,
  FactKind,
  GoalFrameworkId,
  HttpUrl,
  PartialDate,
  Role,
  Sdo,
  SdoId,
  Source,
  SourceId,
  Standard,
  StandardId,
  Topic,
  TopicId,
  Verdict,
} from './record.js';
import type { Story } from './story.js';
import type { Originals, Submission } from './submission.js';

export * from './record.js';
export * from './story.js';

/** One meeting of a coordination activity. Null means that the report leaves the cell blank; it is never zero. */
export interface Activity {
  readonly id: string;
  readonly committee: CommitteeId;
  readonly date: PartialDate;
  readonly participants: number | null;
  readonly inputDocuments: number | null;
  readonly deliverables: number | null;
  /** What the deliverables were. */
  readonly deliverableNotes?: readonly string[];
  readonly outputLiaisonStatements: number | null;
  readonly contactPoints: number | null;
  readonly termsOfReferenceUpdated: boolean | null;
  readonly source: SourceId;
}

/** One statement about an SDO or a committee that is not a field of its own. */
export interface Fact {
  /** An SDO or a committee. */
  readonly about: string;
  readonly kind: FactKind;
  readonly text: string;
  /** The number in the statement, where it is one. */
  readonly value?: number;
  readonly url?: HttpUrl;
  readonly source: SourceId;
}

/**
 * What a curator can say of a cell of the landscape: that it should be covered, that nothing is to be expected there, or that this dataset
 * cannot know because the catalogues that would tell are not among its sources.
 */
export const EXPECTATION_STATES = ['expected', 'not-applicable', 'no-data'] as const;
export type ExpectationState = (typeof EXPECTATION_STATES)[number];

/**
 * A curator's word on a cell of the landscape.
 *
 * `expected` speaks of the one cell that has exactly these topics, role and SDO. The other two speak of every cell that has them; and
 * where one SDO's records are missing, of the cells too that sum all SDOs up.
 */
export interface Expectation {
  /** At least one: two for a cell of domain and capability. */
  readonly topics: readonly TopicId[];
  readonly role?: Role;
  readonly sdo?: SdoId;
  readonly state: ExpectationState;
  /** For a reader, in own words. */
  readonly reason: string;
  /** The role of who says so, never a person's name. */
  readonly by: string;
  readonly date: PartialDate;
  /** The document that the reason leans on. */
  readonly source?: SourceId;
}

/**
 * A gap that a cited publication claims.
 *
 * What fills it is told by `topics`, `roles`, `sdo` and `titles` together: standards that have all of these topics, one of the roles,
 * belong to the SDO and have one of the phrases in their title.
 */
export interface Claim {
  readonly id: string;
  /** What is said to be missing, in own words; never a quotation. */
  readonly text: string;
  /** At least one. */
  readonly topics: readonly TopicId[];
  /** Default every role. */
  readonly roles?: readonly Role[];
  readonly sdo?: SdoId;
  /**
   * Phrases, one of which stands in the title of what would fill the gap; default any title. Case and marks do not count; a phrase begins
   * where a word begins and may end within one: `smart cit`.
   */
  readonly titles?: readonly string[];
  /** Where the publication says so: `5.2.3`; absent where the place was not seen. */
  readonly clause?: string;
  /** Day of the publication. */
  readonly date: PartialDate;
  /** The publication. */
  readonly source: SourceId;
  /** How the claim was read, where the publication itself was not at hand. */
  readonly note?: string;
}

/** A list of goals that the dataset maps its topics to. */
export interface GoalFramework {
  readonly id: GoalFrameworkId;
  /** As a switch names it: `Sustainable Development Goals`. */
  readonly label: string;
  /** The document that the list comes from. */
  readonly source: SourceId;
  readonly url?: HttpUrl;
  /** How the names were confirmed, where the document itself was not at hand. */
  readonly note?: string;
}

/** One goal of a framework. */
export interface Goal {
  readonly id: string;
  readonly framework: GoalFrameworkId;
  /** Its number or short name, once in its framework: `11`, `resilience`. Never `none`, which asks for standards without a goal. */
  readonly code: string;
  /** Official short name: `Sustainable Cities and Communities`. */
  readonly label: string;
}

/** One line of the mapping: standards of a topic lead to a goal. Of two goals of a topic the line that comes first is the more direct one. */
export interface GoalTopic {
  /** A goal by its id. */
  readonly goal: string;
  readonly topic: TopicId;
  /** Phrases, one of which stands in the title of the standards that are meant, as in `Claim.titles`; default every standard of the topic. */
  readonly titles?: readonly string[];
  /** Why, for a reader, in own words. */
  readonly reason: string;
  readonly source: SourceId;
  /** The role of who says so, never a person's name. */
  readonly by: string;
  readonly date: PartialDate;
}

/** A place in a standard: `ISO 37122`, clause `7.3`. */
export interface ClauseReference {
  /** One of the standards that the finding is about. */
  readonly standard: StandardId;
  /** Number of the clause, table or annex as the text writes it: `7.3`, `Table 2`, `Annex A`. */
  readonly clause: string;
}

/** What people concluded about a pair or group of standards. Findings are never changed or removed: a newer one takes the place of older ones. */
export interface Finding {
  readonly id: string;
  /** The pair; of a group each pair in it. 2 to 12, each once. */
  readonly standards: readonly StandardId[];
  readonly verdict: Verdict;
  /** Why, in the words of who says so. */
  readonly reason: string;
  /** The role of who says so, never a person's name. */
  readonly by: string;
  readonly date: PartialDate;
  /** What it rests on: a document, a liaison statement, an address. */
  readonly evidence?: readonly string[];
  /** Escalation level, integer 1-4. @source World Standards Cooperation coordination levels */
  readonly level?: number;
  /** Where the texts say so; a `conflict` names at least one clause of each of its standards. */
  readonly clauses?: readonly ClauseReference[];
  /** Ids of earlier findings whose place it takes, for the pairs that both are about; they stay on record. */
  readonly replaces?: readonly string[];
}

/** What the map shows before the reader has chosen anything. */
export interface Opening {
  /** A filter expression. */
  readonly filter: string;
  /** What the filtered set is called: `core set`. */
  readonly label: string;
}

/** The whole map: the only thing a `<standards-map>` reads. */
export interface Dataset {
  readonly format: 'standards-map';
  readonly version: 1;
  readonly title: string;
  readonly description?: string;
  /** Day of this edition of the dataset; the newest `asOf` of its sources. */
  readonly asOf: PartialDate;
  readonly opening?: Opening;
  /** Seed of the layout that the `xy` of the records belong to; absent when no record carries one. */
  readonly layoutSeed?: number;
  readonly sources: readonly Source[];
  readonly sdos: readonly Sdo[];
  readonly committees: readonly Committee[];
  readonly topics: readonly Topic[];
  readonly standards: readonly Standard[];
  readonly activities?: readonly Activity[];
  readonly facts?: readonly Fact[];
  readonly expectations?: readonly Expectation[];
  readonly claims?: readonly Claim[];
  readonly goalFrameworks?: readonly GoalFramework[];
  readonly goals?: readonly Goal[];
  /** In the order of their frameworks. */
  readonly goalTopics?: readonly GoalTopic[];
  readonly findings?: readonly Finding[];
  /** What contact persons have sent, by date and id; the standards are as they say. */
  readonly submissions?: readonly Submission[];
  /** What the catalogues say wherever the submissions changed it. */
  readonly originals?: Originals;
  readonly stories?: readonly Story[];
}
