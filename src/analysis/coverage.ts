import type { Catalogue } from '../model/catalogue.js';
import type { Status, StandardId, PartialDate } from '../model/dataset.js';
import { checkDay, isActive, isInForce } from './at.js';
import { axisPlaces, coordinatesOf, partsOf, type AxisPlaces } from './axes.js';
import { excerpt } from '../model/issue.js';
import { AXES, type Axis, type Cell, type CellReason, type Coverage, type CoverageOptions, type Heading } from './cell.js';
import { isCovering, judge, MANY_SDOS, type CellFacts } from './judge.js';
import { placesIn } from '../model/places.js';
import { overlaps } from './overlaps.js';
import { isGoalFramework } from './goals.js';
import { nameOf, Recent } from './recent.js';
import { effectiveNumber, sharesOf } from './shares.js';
import { statementsOn, statementsOnSum, type Statements } from './statements.js';
import { worksOf } from './work-groups.js';
import { statusesAt, textDatesAt } from './standing.js';
import { catalogueAt } from './catalogue-at.js';
import { countThere, latestAndDay } from './day.js';

/** What stands where on a day, before any cell is judged. */
interface Field {
  readonly catalogue: Catalogue;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly at: PartialDate;
  readonly statuses: readonly (Status | undefined)[];
  readonly works: Uint32Array;
  /** Newest text of each standard. */
  readonly dates: readonly (PartialDate | undefined)[];
  /** Unresolved candidates of the band `high`, as places of standards. */
  readonly high: () => readonly (readonly [number, number])[];
  /** Whether they are at hand; else they are looked for only where a cell could be crowded. */
  readonly given: boolean;
}

/** Standards of one cell by their places. */
interface Content {
  readonly active: number[];
  readonly unknown: number[];
  beyond: number;
}

/** The SDOs that some source lists, a joint body when all its members are; undefined when no source says what it lists. */
function listedSdos({ sources, sdos }: Catalogue): ReadonlySet<string> | undefined {
  const stated = sources.flatMap((source) => source.sdos ?? []);
  if (stated.length === 0) return undefined;
  const listed = new Set(stated);
  for (const { id, jointOf } of sdos) if (jointOf && jointOf.length > 0 && jointOf.every((sdo) => listed.has(sdo))) listed.add(id);
  return listed;
}

/** The standards of every cell, row by row, and how many active ones stand in none. */
function contents(field: Field, rows: AxisPlaces, columns: AxisPlaces, passes: (id: StandardId) => boolean): readonly [Content[], number] {
  const cells = Array.from({ length: rows.ids.length * columns.ids.length }, (): Content => ({ active: [], unknown: [], beyond: 0 }));
  let unplaced = 0;
  field.catalogue.standards.forEach(({ id }, number) => {
    const active = isActive(field.statuses[number]);
    if (!active && field.statuses[number] !== 'unknown') return;
    const inside = passes(id);
    const across = columns.of[number] ?? [];
    const down = rows.of[number] ?? [];
    if (active && inside && (across.length === 0 || down.length === 0)) unplaced += 1;
    for (const row of down)
      for (const column of across) {
        const cell = cells[row * columns.ids.length + column];
        if (!cell) continue;
        if (!inside) cell.beyond += 1;
        else (active ? cell.active : cell.unknown).push(number);
      }
  });
  return [cells, unplaced];
}

const distinct = (numbers: readonly number[], works: Uint32Array): number => new Set(numbers.map((number) => works[number])).size;

/** The newest text of some standards; undefined when none is dated. */
function newestOf({ dates }: Field, numbers: readonly number[]): PartialDate | undefined {
  let newest: PartialDate | undefined;
  for (const number of numbers) {
    const date = dates[number];
    if (date !== undefined && (newest === undefined || date > newest)) newest = date;
  }
  return newest;
}

/** The facts of a cell, and the numbers of it that a reader sees. */
function weigh(field: Field, content: Content) {
  const { catalogue, statuses, works, at } = field;
  const { standards } = catalogue;
  const covers = (number: number): boolean => standards[number] !== undefined && isCovering(standards[number]);
  const covering = content.active.filter(covers);
  const inForce = content.active.filter((number) => isInForce(statuses[number]));
  const coveringInForce = inForce.filter(covers);
  const isDated = coveringInForce.every((number) => field.dates[number] !== undefined);
  const newest = isDated ? newestOf(field, coveringInForce) : undefined;
  const shares = sharesOf(
    covering.flatMap((number) => (standards[number] ? [{ work: works[number] ?? number, home: catalogue.home(standards[number]) }] : [])),
    catalogue.sdos.map(({ id }) => id),
  );
  const facts = {
    standards: content.active.length,
    works: distinct(content.active, works),
    covering: distinct(covering, works),
    coveringInForce: coveringInForce.length,
    inForce: inForce.length,
    coveringUnderDevelopment: covering.length - coveringInForce.length,
    underDevelopment: content.active.length - inForce.length,
    informative: content.active.length - covering.length,
    coveringUnknown: content.unknown.filter(covers).length,
    unknown: content.unknown.length,
    ...(newest !== undefined && { newest }),
    underRevision: coveringInForce.filter((number) => statuses[number] === 'under-revision').length,
    today: at === '' ? catalogue.dataset.asOf : at,
    sdos: shares,
    effectiveSdos: effectiveNumber(shares),
  };
  return { facts, latest: newestOf(field, inForce) };
}

const GAPS: ReadonlySet<string> = new Set(['uncovered', 'being-filled', 'informative-only']);

/** Candidates that lie in a cell with both ends; undefined where nobody looked for them. */
function candidatesIn(field: Field, content: Content, effectiveSdos: number): number | undefined {
  if (!field.given && effectiveSdos < MANY_SDOS) return undefined;
  const inside = new Set(content.active);
  return field.high().filter(([a, b]) => inside.has(a) && inside.has(b)).length;
}

/** What curators say of a cell. Of one committee's cell only whether it applies: what catalogues lack is of others, and nobody expects it. */
function statementsAt({ catalogue, rows, columns }: Field, row: string, column: string, isEmpty: boolean): Statements {
  const said = catalogue.dataset.expectations ?? [];
  const isSum = isGoalFramework(rows) || isGoalFramework(columns);
  if (isSum) {
    const parts = partsOf(catalogue, rows, row, columns, column).map((part) => statementsOn(said, part));
    return statementsOnSum(parts, isEmpty);
  }
  const statements = statementsOn(said, coordinatesOf(rows, row, columns, column));
  if (rows !== 'committee' && columns !== 'committee') return statements;
  return statements.notApplicable ? { notApplicable: statements.notApplicable } : {};
}

function cellOf(field: Field, row: string, column: string, content: Content, listed: ReadonlySet<string> | undefined): Cell {
  const { catalogue, rows, columns } = field;
  const coordinates = coordinatesOf(rows, row, columns, column);
  const statements = statementsAt(field, row, column, content.active.length === 0);
  const { facts, latest } = weigh(field, content);
  const { sdo } = coordinates;
  const candidates = candidatesIn(field, content, facts.effectiveSdos);
  const all: CellFacts = {
    ...facts,
    statements,
    sums: sdo === undefined && rows !== 'committee' && columns !== 'committee',
    ...(candidates !== undefined && { candidates }),
    ...(sdo !== undefined && listed?.has(sdo) === false && { unlisted: sdo }),
  };
  const reasons = judge(all);
  const last: CellReason | undefined = reasons.at(-1);
  const state = last?.state ?? 'crowded';
  const expectation = last?.statement ?? statements.expected;
  return {
    row,
    column,
    state,
    gap: GAPS.has(state) && statements.expected !== undefined && content.beyond === 0,
    standards: content.active.flatMap((number) => catalogue.standards[number]?.id ?? []),
    works: facts.works,
    covering: facts.covering,
    inForce: facts.inForce,
    underDevelopment: facts.underDevelopment,
    informative: facts.informative,
    unknown: facts.unknown,
    beyond: content.beyond,
    sdos: facts.sdos,
    effectiveSdos: facts.effectiveSdos,
    ...(latest !== undefined && { latest }),
    ...(expectation && { expectation }),
    reasons,
  };
}

/** Totals along one axis; `cellsOf` gives the cells of a place on it. */
function headings(
  field: Field,
  { ids, of }: AxisPlaces,
  passes: (id: StandardId) => boolean,
  cellsOf: (place: number) => readonly Cell[],
): readonly Heading[] {
  const lists = ids.map((): number[] => []);
  field.catalogue.standards.forEach(({ id }, number) => {
    if (isActive(field.statuses[number]) && passes(id)) for (const place of of[number] ?? []) lists[place]?.push(number);
  });
  return ids.map((id, place) => {
    const standards = lists[place] ?? [];
    const gaps = cellsOf(place).filter(({ gap }) => gap).length;
    return { id, works: distinct(standards, field.works), standards: standards.length, gaps };
  });
}

function compute(field: Field, standards: ReadonlySet<StandardId> | undefined): Coverage {
  const { catalogue } = field;
  const rows = axisPlaces(catalogue, field.rows);
  const columns = axisPlaces(catalogue, field.columns);
  const passes = (id: StandardId): boolean => standards === undefined || standards.has(id);
  const [filled, unplaced] = contents(field, rows, columns, passes);
  const listed = listedSdos(catalogue);
  const width = columns.ids.length;
  const cells = filled.map((content, place) =>
    cellOf(field, rows.ids[Math.floor(place / width)] ?? '', columns.ids[place % width] ?? '', content, listed),
  );
  return Object.freeze({
    rows: field.rows,
    columns: field.columns,
    rowHeadings: headings(field, rows, passes, (row) => cells.slice(row * width, (row + 1) * width)),
    columnHeadings: headings(field, columns, passes, (column) => cells.filter((_, place) => place % width === column)),
    cells,
    at: field.at,
    scope:
      standards === undefined
        ? countThere(catalogueAt(catalogue, field.at))
        : catalogue.standards.filter(({ id }) => standards.has(id)).length,
    unplaced,
  });
}

function checkAxis(name: 'rows' | 'columns', axis: Axis): void {
  if (!AXES.includes(axis)) throw new RangeError(`coverage: expected ${name} of ${AXES.join(', ')}, got ${excerpt(axis)}`);
}

/** Coverages kept per catalogue: a reader goes back and forth between a few filters, days and axes. */
const KEPT = 16;
const memo = new WeakMap<Catalogue, Recent<Coverage>>();
function highOnes(catalogue: Catalogue, at: PartialDate, candidates: CoverageOptions['candidates']): Field['high'] {
  let high: readonly (readonly [number, number])[] | undefined;
  return () => {
    const places = placesIn(catalogue);
    high ??= (candidates ?? overlaps(catalogue, { at, band: 'high' }))
      .filter(({ band }) => band === 'high')
      .map(({ a, b }) => [places.get(a) ?? -1, places.get(b) ?? -1] as const);
    return high;
  };
}

/**
 * A matrix of the landscape: what stands in each cell, and in which of nine states the cell is.
 *
 * Active standards count (in force, under revision, under development); what is normative or pre-normative and in force is coverage.
 * Standards that declared relations join count as one work. A standard stands in every cell that it has topics, role and SDOs for.
 *
 * @returns the same frozen answer for the same catalogue and options, sets and lists compared by identity; headings in the order of the
 * dataset, roles in that of the model
 * @throws RangeError when `rows` or `columns` is no axis, or `at` is no date
 */
export function coverage(given: Catalogue, options: CoverageOptions = {}): Coverage {
  const { rows = 'domain', columns = 'capability', at: asked = '', standards, candidates } = options;
  checkAxis('rows', rows);
  checkAxis('columns', columns);
  checkDay('coverage', asked);
  const [catalogue, at] = latestAndDay(given, asked);
  const answers = memo.get(catalogue) ?? new Recent<Coverage>(KEPT);
  memo.set(catalogue, answers);
  return answers.get([rows, columns, at, nameOf(standards), nameOf(candidates)].join(' '), () => {
    const field = {
      catalogue,
      rows,
      columns,
      at,
      statuses: statusesAt(catalogue, at),
      works: worksOf(catalogueAt(catalogue, at)),
      dates: textDatesAt(catalogue, at),
    };
    return compute({ ...field, high: highOnes(catalogue, at, candidates), given: candidates !== undefined }, standards);
  });
}
