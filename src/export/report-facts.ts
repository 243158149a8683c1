import { isActive } from '../analysis/at.js';
import type { Candidate } from '../analysis/candidate.js';
import { catalogueAt } from '../analysis/catalogue-at.js';
import type { Gap } from '../analysis/cell.js';
import { parseFilter } from '../analysis/filter.js';
import { judgements, type Judgement } from '../analysis/findings.js';
import { gaps } from '../analysis/gaps.js';
import { overlaps } from '../analysis/overlaps.js';
import { visible } from '../analysis/visible.js';
import type { Catalogue } from '../model/catalogue.js';
import type { PartialDate, Standard, StandardId } from '../model/dataset.js';
import { isHttpUrl } from '../model/value.js';
import { writeHash } from '../state/permalink.js';
import { DEFAULTS } from '../state/state.js';
import { provenanceOf, type Provenance } from './provenance.js';

/** What a report is made of. */
export interface ReportInput {
  readonly catalogue: Catalogue;
  /** As written; default every standard. */
  readonly filter?: string | undefined;
  /** The landscape as of that day; default the latest. */
  readonly at?: PartialDate | undefined;
  /** Adds what has changed after that day. */
  readonly since?: PartialDate | undefined;
  /** Default the title of the dataset. */
  readonly title?: string | undefined;
  /** Day of the report. */
  readonly day: PartialDate;
  /** Address of a page with the map: a link leads there, to the same standards. */
  readonly link?: string | undefined;
  /** Key of the map on that page: the id of its element. Default `map`. */
  readonly key?: string | undefined;
}

/** Everything that the parts of a report share. */
export interface ReportFacts {
  readonly input: ReportInput;
  /** As of the day of the report. */
  readonly catalogue: Catalogue;
  readonly standards: readonly Standard[];
  readonly ids: ReadonlySet<StandardId>;
  /** Those that are in force, under revision or under development. */
  readonly active: ReadonlySet<StandardId>;
  /** Candidates that one of the standards is in, strongest first. */
  readonly candidates: readonly Candidate[];
  /** What people have said of pairs that one of the standards is in. */
  readonly judgements: readonly Judgement[];
  readonly gaps: readonly Gap[];
  readonly provenance: Provenance;
}

/** An address that shows the same standards on a page with the map; empty where no page is given. */
function permalink({ link = '', filter = '', at = '', since = '', key = 'map' }: ReportInput): string {
  if (!isHttpUrl(link)) return '';
  const url = new URL(link);
  const state = { ...DEFAULTS, filter, at, since, highlight: since === '' ? [] : (['changes'] as const) };
  url.hash = writeHash(url.hash, key, state, DEFAULTS);
  return url.href;
}

/** Topics that a filter asks for; none: it asks for none in particular. */
function topicsAskedFor(filter: string): ReadonlySet<string> {
  const { terms } = parseFilter(filter).filter;
  return new Set(terms.flatMap((term) => (term.field === 'topic' && !term.not ? term.values : [])));
}

/** Whether a gap lies in what a filter asks for: its topics, or its standards. */
function concerns(gap: Gap, topics: ReadonlySet<string>, ids: ReadonlySet<StandardId>): boolean {
  if (gap.kind === 'reference') return ids.has(gap.from);
  if (topics.size === 0) return true;
  if (gap.kind === 'cell') return gap.expectation.topics.some((topic) => topics.has(topic));
  if (gap.kind === 'claimed') return gap.claim.topics.some((topic) => topics.has(topic));
  return topics.has(gap.topic) || (gap.capability !== undefined && topics.has(gap.capability));
}

/**
 * What a report says, before it is put into words: the standards that pass a filter as of a day, with the candidates, verdicts and gaps that concern
 * them.
 *
 * @param withPairs whether to look for candidates, which take the longest; default true, else there are none
 * @throws RangeError when `at` is no date
 */
export function reportFacts(input: ReportInput, withPairs = true): ReportFacts {
  const { filter = '', at = '' } = input;
  const catalogue = catalogueAt(input.catalogue, at);
  const shown = visible(catalogue, filter);
  const ids = new Set(shown);
  const standards = shown.flatMap((id) => catalogue.standard(id) ?? []);
  const isEverything = filter.trim() === '';
  const topics = topicsAskedFor(filter);
  return {
    input,
    catalogue,
    standards,
    ids,
    active: new Set(standards.filter(({ status }) => isActive(status)).map(({ id }) => id)),
    candidates: withPairs ? overlaps(catalogue, { at }).filter(({ a, b }) => ids.has(a) || ids.has(b)) : [],
    judgements: judgements(catalogue.dataset.findings ?? []).pairs.filter(({ a, b }) => ids.has(a) || ids.has(b)),
    gaps: gaps(catalogue, { at, ...(!isEverything && { standards: ids }) }).filter((gap) => isEverything || concerns(gap, topics, ids)),
    provenance: provenanceOf(catalogue, shown, {
      title: input.title,
      filter,
      view: 'report',
      at: input.day,
      asOf: at,
      link: permalink(input),
    }),
  };
}
