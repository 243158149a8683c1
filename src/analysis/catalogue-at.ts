import type { Catalogue, Found, Neighbour } from '../model/catalogue.js';
import type { Edition, PartialDate, Relation, Standard, Status } from '../model/dataset.js';
import { placesIn, samePlaces } from '../model/places.js';
import { isBy, isDraft, isInForce, textDate } from './at.js';
import { latestOf, rememberDay } from './day.js';
import { Recent } from './recent.js';
import { standingsAt, type DayStandings } from './standing.js';

const NONE: readonly never[] = Object.freeze([]);
const ADDITIONS: ReadonlySet<Edition['kind']> = new Set<Edition['kind']>(['amendment', 'corrigendum', 'supplement']);

const isAddition = ({ kind }: Edition): boolean => ADDITIONS.has(kind);
const isOut = ({ date }: Edition, at: PartialDate): boolean => date !== undefined && isBy(date, at);

/** The edition that is the newest of texts: not a draft, no addition. */
function newestOf(texts: readonly Edition[]): Edition | undefined {
  let newest: Edition | undefined;
  for (const text of texts) if (!isDraft(text) && !isAddition(text) && (text.date ?? '') >= (newest?.date ?? '')) newest = text;
  return newest;
}

/** A text as it stood: the newest edition, and what was added to it, stood as their standard did; a draft was one until its text came out. */
function textAt(text: Edition, newest: Edition | undefined, standard: Standard, status: Status): Edition {
  if (isInForce(text.status)) return isInForce(status) || text !== newest ? text : { ...text, status };
  if (isDraft(text)) {
    const isOver = (newest?.date ?? '') > (text.date ?? '');
    return isOver || text.status === 'under-development' || text.status === 'proposed' ? text : { ...text, status: 'under-development' };
  }
  const isOfNewest = text === newest || (isAddition(text) && (text.date ?? '') >= (newest?.date ?? ''));
  return isOfNewest && text.status !== status ? { ...text, status } : text;
}

/** Texts that were out by a day, each as it stood. */
function textsAt(standard: Standard, at: PartialDate, status: Status): readonly Edition[] {
  const out = standard.editions.filter((text) => isOut(text, at));
  const newest = newestOf(out);
  return out.map((text) => textAt(text, newest, standard, status));
}

/** The standards of a catalogue as they stood. */
class DayRecords {
  readonly #latest: Catalogue;
  readonly #at: PartialDate;
  readonly #standings: DayStandings;

  constructor(latest: Catalogue, at: PartialDate, standings: DayStandings) {
    this.#latest = latest;
    this.#at = at;
    this.#standings = standings;
  }

  isPresent(id: string): boolean {
    return this.#standings.present[placesIn(this.#latest).get(id) ?? -1] === 1;
  }

  /** Whether a relation had been declared, as far as dates tell. */
  isDeclared(subject: Standard, { type, to, external, date }: Relation): boolean {
    if (date !== undefined && !isBy(date, this.#at)) return false;
    if (!this.isPresent(subject.id) || (external !== true && this.#latest.standard(to) && !this.isPresent(to))) return false;
    return type !== 'supersedes' || textDate(subject, this.#at) !== undefined;
  }

  recordOf(standard: Standard, place: number): Standard {
    const { statuses, present, complete } = this.#standings;
    const relations = standard.relations?.filter((relation) => this.isDeclared(standard, relation));
    const isSame = relations?.length === standard.relations?.length;
    const status = statuses[place];
    const isAsToday = present[place] !== 1 || status === undefined || (status === standard.status && complete[place] === 1);
    if (isAsToday) return isSame ? standard : { ...standard, relations: relations ?? NONE };
    const editions = textsAt(standard, this.#at, status);
    return {
      ...standard,
      status,
      editions: editions.length === 0 ? standard.editions : editions,
      ...(!isSame && { relations: relations ?? NONE }),
    };
  }
}

function build(latest: Catalogue, at: PartialDate): Catalogue {
  const standings = standingsAt(latest, at);
  const records = new DayRecords(latest, at, standings);
  const standards = Object.freeze(latest.standards.map((standard, place) => records.recordOf(standard, place)));
  samePlaces(standards, latest);
  const standard = (id: string): Standard | undefined => standards[placesIn(latest).get(id) ?? -1];
  const asThen = ({ id }: Standard): readonly Standard[] => {
    const then = standard(id);
    return then ? [then] : NONE;
  };
  const locate = (text: string): Found | undefined => {
    const found = latest.locate(text);
    return found && { ...found, standard: standard(found.standard.id) ?? found.standard };
  };
  const self: Catalogue = Object.freeze({
    ...latest,
    standards,
    standard,
    locate,
    find: (text: string) => locate(text)?.standard,
    standardsOf: (id: string) =>
      latest
        .standardsOf(id)
        .filter((one) => records.isPresent(one.id))
        .flatMap(asThen),
    neighbours: (id: string) =>
      latest.neighbours(id).flatMap((neighbour): readonly Neighbour[] => {
        const subject = neighbour.outgoing ? latest.standard(id) : neighbour.standard;
        if (!subject || !records.isDeclared(subject, neighbour.relation)) return NONE;
        const other = neighbour.standard && standard(neighbour.standard.id);
        return [{ ...neighbour, ...(other && { standard: other }) }];
      }),
  });
  rememberDay(self, { latest, at, present: standings.present });
  return self;
}

/** Days kept per catalogue: going back and forth between two meetings costs nothing. */
const KEPT = 4;
const memo = new WeakMap<Catalogue, Recent<Catalogue>>();

/**
 * A catalogue as it stood at the end of a day, month or year: the same standards in the same places, each with the status, the texts and the
 * relations that it had, as far as dates tell (`statusAt`). `visible`, `facets`, `search`, `coverage`, `gaps` and `overlaps` of it leave out
 * what was not there; titles, topics and committees are those of the latest.
 *
 * A standard was there from its first dated text on, withdrawn ones included; one without any date is there only from the day on for which
 * its catalogue vouches. A relation counts from the day on when both of its texts were there, and its own date, where it has one, had come;
 * `supersedes` once the newer text was published. `dataset` stays that of the latest. `standardsOf` leaves out what was not there,
 * `standard(id)` knows it.
 *
 * @param at empty: the catalogue itself
 * @returns the same object for the same catalogue and day
 * @throws RangeError when `at` is no date
 */
export function catalogueAt(catalogue: Catalogue, at: PartialDate): Catalogue {
  if (at === '') return catalogue;
  const latest = latestOf(catalogue);
  const answers = memo.get(latest) ?? new Recent<Catalogue>(KEPT);
  memo.set(latest, answers);
  return answers.get(at, () => build(latest, at));
}
