import type { TemplateResult } from 'lit';
import type { Hit } from '../../interact/map-view.js';
import type { Filter, Term } from '../../analysis/terms.js';
import type { Catalogue, Neighbour } from '../../model/catalogue.js';
import type { Committee, Edition, GoalFrameworkId, PartialDate, Sdo, Standard, StandardId, Topic, TopicId } from '../../model/dataset.js';
import type { ChangeLens, OverlapPair, TopicGaps } from '../../scene/scene.js';
import type { Settings } from '../../state/state.js';
import type { Messages } from '../messages.js';
import type { SinceView } from '../since-view.js';
import type { ToolProps } from './tools.js';

/** What the bar of a selection asks of the element. */
export interface SelectionActions {
  /** The filter in force. */
  readonly filter: () => string;
  /** What the reader calls the view that is shown; empty: nothing. */
  readonly name: () => string;
  /** Changes parts of what the reader chose, in one step. */
  readonly set: (settings: Settings) => void;
  readonly clear: () => void;
}

/** Which goals the map is looked at by, and how to look by others. */
export interface GoalChoice {
  readonly on: GoalFrameworkId | undefined;
  readonly set: (framework: GoalFrameworkId | undefined) => void;
}

/** What every panel needs: the records, the words, and what to do when the reader chooses something. */
export interface PanelContext {
  readonly catalogue: Catalogue;
  readonly messages: Messages;
  /** Numbers and dates as the reader's language writes them. */
  readonly format: Format;
  /** The reader chose a standard, committee, topic or SDO. */
  readonly choose: (id: string) => void;
  /** The reader changes the filter in force; one that has to be read first, as soon as it can be. */
  readonly changeFilter: (change: (inForce: Filter) => Filter) => void;
  /** The filter that the dataset opens with; absent where it opens with all. */
  readonly opening?: Filter | undefined;
  /** The reader wants a filter expression in place of the one in force. */
  readonly filterBy: (filter: string) => void;
  /** Tells the reader a sentence, until it is closed. */
  readonly tell: (text: string) => void;
  /** What can be done with selected standards; absent where nothing can. */
  readonly selection?: SelectionActions;
  /** What became of the standards; absent while the lens for changes is off. */
  readonly changes?: SinceView | undefined;
  /** Absent where nothing can be dragged. */
  readonly byHand?: ByHand | undefined;
  /** Absent where no goals can be chosen. */
  readonly goals?: GoalChoice | undefined;
  /** What is said beyond the records; absent until it has come. */
  readonly further?: Further | undefined;
}

/** What is drawn, as far as lenses explain it. */
export interface LensDrawn {
  readonly visible: ReadonlySet<StandardId>;
  readonly candidates?: readonly OverlapPair[] | undefined;
  readonly gaps?: ReadonlyMap<TopicId, TopicGaps> | undefined;
  readonly changes?: ChangeLens | undefined;
}

/** Something on the page, or nothing. */
type Said = TemplateResult | symbol;

/** What panels say of a past day beside what is known today. */
export interface Then {
  /** How many of how many standards. */
  readonly count: (shown: string, all: string) => string;
  /** In the place of the status of a standard that was not there yet; undefined of one that was. */
  readonly later: (standard: Standard) => string | undefined;
  /** Where a standard stood beside where it stands today. */
  readonly note: (standard: Standard) => Said;
  /** Its texts in the order of the dataset, each with why it was not there. */
  readonly editions: (standard: Standard) => readonly (readonly [Edition, later: string | undefined])[];
  /** Its relations, the same way. */
  readonly neighbours: (standard: Standard) => readonly (readonly [Neighbour, later: string | undefined])[];
}

/** What panels say beyond the records themselves: it comes after the first picture. */
export interface Further {
  /** What became of a standard since the day of the lens. */
  readonly change: (context: PanelContext, id: StandardId) => Said;
  /** The goals that a standard leads to. */
  readonly goals: (context: PanelContext, standard: Standard) => Said;
  /** Its overlap candidates, and what it is coordinated with. */
  readonly pairs: (context: PanelContext, id: StandardId) => Said;
  readonly committee: (context: PanelContext, committee: Committee) => Said;
  readonly sdo: (context: PanelContext, sdo: Sdo) => Said;
  readonly topic: (context: PanelContext, topic: Topic) => Said;
  /** What can be done with selected standards. */
  readonly bar: (context: PanelContext, ids: readonly string[]) => Said;
  /** Which of these records the reader has dragged. */
  readonly byHand: (context: PanelContext, ids: readonly string[]) => Said;
  readonly goalNotes: (context: PanelContext, color: string) => Said;
  /** What the lenses draw. @param beyond how many standards outside the filter */
  readonly lens: (context: PanelContext, drawn: LensDrawn, beyond: number) => Said;
  /** The menu of the tools, behind its button. */
  readonly tools: (context: PanelContext, props: ToolProps) => Said;
  /** A term about single standards in few words; undefined for other terms. */
  readonly focus: (context: PanelContext, term: Term) => string | undefined;
  /** `Technical committee` */
  readonly committeeKind: (committee: Committee) => string;
  readonly tooltip: (context: PanelContext, hit: Hit) => TemplateResult;
  /** What is said of a past day; undefined of the latest. */
  readonly then: (context: PanelContext) => Then | undefined;
}

/** Records that the reader has dragged to places of their own. */
export interface ByHand {
  isByHand(id: string): boolean;
  /** Sends records back to their places. */
  back(...ids: readonly string[]): void;
}

/** Formats numbers and dates for one language. */
export interface Format {
  readonly number: (value: number) => string;
  /** A score, a weight or a part of one: always two digits behind the point. */
  readonly score: (value: number) => string;
  /** A date no more precise than its source: `2019`, `May 2019`, `23 May 2019`. */
  readonly date: (date: PartialDate) => string;
  /** As `date`, with the month written out: `23 May 2019`. */
  readonly longDate: (date: PartialDate) => string;
  /** The short name of the month of a date that has one: `May`. */
  readonly month: (date: PartialDate) => string;
}

/** @param locale BCP 47 tag */
export function formatFor(locale: string): Format {
  const numbers = new Intl.NumberFormat(locale);
  const scores = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const options = [{ year: 'numeric' }, { year: 'numeric', month: 'short' }, { year: 'numeric', month: 'short', day: 'numeric' }] as const;
  const written = (month: 'short' | 'long'): ((date: PartialDate) => string) => {
    const formats = options.map(
      (option) => new Intl.DateTimeFormat(locale, { ...option, ...('month' in option && { month }), timeZone: 'UTC', calendar: 'gregory' }),
    );
    return (date) => {
      const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
      return formats[date.split('-').length - 1]?.format(Date.UTC(year, month - 1, day)) ?? date;
    };
  };
  const months = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC', calendar: 'gregory' });
  return {
    number: (value) => numbers.format(value),
    score: (value) => scores.format(value),
    date: written('short'),
    longDate: written('long'),
    month: (date) => months.format(Date.UTC(2000, Number(date.split('-')[1] ?? 1) - 1)),
  };
}
