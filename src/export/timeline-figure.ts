import { counted } from './counted.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { AXIS_HEIGHT, drawAxis, type AxisWords } from '../render/timeline-axis.js';
import { laneShapes } from '../render/timeline-picture.js';
import type { TimelineShape } from '../render/timeline-shapes.js';
import type { TimelineSheet } from '../render/timeline-sheet.js';
import { timelineSVG } from '../render/timeline-svg.js';
import { STAND_IN, textWidth } from '../render/text-widths.js';
import { classOf, slotsOf } from '../scene/classes.js';
import type { Theme } from '../scene/theme.js';
import { dateOf } from '../scene/timeline-days.js';
import { timeline, type TimelineLayout } from '../scene/timeline.js';
import { showsBars, stackOf, wholeWindow } from '../scene/timeline-window.js';
import type { Encoding, Lanes } from '../state/state.js';

/** What is drawn of a catalogue as a timeline. */
export interface TimelineInput {
  readonly catalogue: Catalogue;
  readonly shown: ReadonlySet<StandardId>;
  readonly lanes: Lanes;
  readonly color: Encoding;
  readonly theme: Theme;
  /** CSS px of the whole; its height is that of the lanes. */
  readonly width: number;
  readonly title: string;
}

/** Sizes of the element on a page that is wide enough for names beside the lanes. */
const METRICS = { row: 20, density: 60, strip: 0, gap: 6, least: 46 } as const;
const NAMES = 220;
const TITLE = 30;
const AHEAD = 150;
const SIZE = 12;
/** Highest picture, CSS px: what is longer is cut, and says so. */
const HIGHEST = 8000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `2019`, `May 2019`, `23 May 2019` */
function dateText(date: string): string {
  const [year = '', month, day] = date.split('-');
  return [
    ...(day === undefined ? [] : [String(Number(day))]),
    ...(month === undefined ? [] : [MONTHS[Number(month) - 1] ?? month]),
    year,
  ].join(' ');
}

const wordsOf = (today: string): AxisWords => ({
  tick: ({ date }) =>
    date.length === 7 ? (MONTHS[Number(date.slice(5)) - 1] ?? date) : date.length === 10 ? String(Number(date.slice(8))) : date,
  context: (date) => dateText(date.length > 7 ? date.slice(0, 7) : date.slice(0, 4)),
  today: `As of ${dateText(today)}`,
  ahead: ['In preparation, no date', 'No date'],
});

function sheetOf({ catalogue, color, theme, width }: TimelineInput, layout: TimelineLayout): TimelineSheet {
  const slots = slotsOf(catalogue, color);
  const ground = { first: layout.texts.first, last: layout.texts.last, width: width - NAMES, ahead: AHEAD };
  const window = wholeWindow(ground);
  const isOpen = showsBars(layout, layout.texts.last - layout.texts.first);
  return {
    ...{ layout, window, ground, theme, metrics: METRICS, stack: stackOf(layout, () => isOpen, METRICS) },
    slotOf: (place) => {
      const standard = catalogue.standards[place];
      return standard ? (slots.get(classOf(catalogue, color, standard)) ?? 0) : 0;
    },
    laneSlot: (lane) => (color === layout.by ? (slots.get(layout.lanes[lane]?.id ?? '') ?? 0) : 0),
    selected: new Set(),
    widthOf: (text, size) => STAND_IN * textWidth(text) * size,
    number: String,
    stage: ({ edition }) => edition.stage ?? '',
    name: ({ edition }) => [edition.id, ...(edition.date === undefined ? [] : [dateText(edition.date)]), edition.status].join(', '),
  };
}

const moved = (shapes: readonly TimelineShape[], dx: number, dy: number): readonly TimelineShape[] =>
  shapes.map((shape) =>
    shape.kind === 'path'
      ? { ...shape, points: shape.points.map((value, i) => value + (i % 2 === 0 ? dx : dy)) }
      : { ...shape, x: shape.x + dx, y: shape.y + dy },
  );

function laneName({ catalogue, lanes }: TimelineInput, id: string): string {
  if (id === '') return lanes === 'topic' ? 'Without topic' : 'Without committee';
  return (lanes === 'sdo' ? catalogue.sdo(id)?.name : lanes === 'topic' ? catalogue.topic(id)?.label : undefined) ?? id;
}

/** The beginning of a name that fits beside its lane. */
function fitted(text: string): string {
  if (STAND_IN * textWidth(text, true) * SIZE <= NAMES - 16) return text;
  let end = Math.min(text.length, 60);
  while (end > 1 && STAND_IN * textWidth(`${text.slice(0, end)}…`, true) * SIZE > NAMES - 16) end -= 1;
  return `${text.slice(0, end).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The timeline as a picture of its own, over its whole period: one lane below the other, with their names beside them. */
export function timelineDrawing(input: TimelineInput): string {
  const { catalogue, shown, lanes, theme, width, title } = input;
  const layout = timeline(catalogue, shown, lanes);
  const sheet = sheetOf(input, layout);
  const { tops } = sheet.stack;
  const height = Math.max(1, Math.min(HIGHEST, tops.at(-1) ?? 0));
  const isCut = (tops.at(-1) ?? 0) > height;
  const top = TITLE + AXIS_HEIGHT;
  const axis: TimelineShape[] = [];
  drawAxis((shape) => axis.push(shape), sheet, wordsOf(dateOf(layout.texts.today)));
  const text = (x: number, y: number, words: string, size = SIZE, bold = true): TimelineShape => ({
    kind: 'text',
    x,
    y,
    text: words,
    fill: theme.foreground,
    size,
    bold,
  });
  const names = layout.lanes.flatMap(({ id, standards }, lane) => {
    const y = top + (tops[lane] ?? 0);
    if (y >= top + height) return [];
    const count = { ...text(8, y + 30, counted(standards, 'standard'), SIZE - 1, false), fill: theme.muted };
    return [text(8, y + 14, fitted(laneName(input, id))), count];
  });
  const shapes: readonly TimelineShape[] = [
    text(8, TITLE / 2, title, 15),
    ...moved(axis, NAMES, TITLE),
    ...moved(laneShapes(sheet, 0, height), NAMES, top),
    { kind: 'box', x: 0, y: TITLE, width: NAMES, height: AXIS_HEIGHT + height, fill: theme.background },
    ...names,
    ...(isCut ? [text(8, top + height + 14, 'The picture is cut here: there are more lanes than it can hold.', SIZE, false)] : []),
  ];
  return timelineSVG(shapes, theme, { width, height: top + height + (isCut ? 28 : 8) }, title);
}
