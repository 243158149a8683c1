import { classOf, slotsOf } from '../scene/classes.js';
import type { Theme } from '../scene/theme.js';
import { TEXT_SCALE, type LabelSpace } from '../scene/label-boxes.js';
import type { TimelineLayout } from '../scene/timeline.js';
import type { TimelineTexts } from '../scene/timeline-texts.js';
import type { LaneMetrics, LaneStack, TimelineGround, TimelineWindow } from '../scene/timeline-window.js';
import type { State } from '../state/state.js';
import type { TimelineSheet } from '../render/timeline-sheet.js';
import type { PanelContext } from './parts/context.js';
import { timelineChanges } from './timeline-changes.js';
import { stageOf, textName } from './parts/timeline-words.js';

/** Width below which the name of a lane stands over it and not beside it, CSS px. */
const NARROW = 640;
/** Widths of the names of lanes, CSS px: least, most, and share of the whole. */
const NAMES = { least: 150, most: 260, share: 0.16 } as const;
/** Room ahead of today, CSS px, and as a share of the drawing. */
const AHEAD = { most: 210, share: 0.22, none: 12 } as const;

/** Sizes of a timeline in an element. */
export interface TimelineSizes {
  readonly metrics: LaneMetrics;
  /** Width of the names of lanes beside the drawing; 0 where they stand over it. */
  readonly names: number;
}

/** Heights of densities, CSS px: they fill the view where there are few. */
const DENSITY = { least: 46, most: 132 } as const;

/**
 * @param width of the whole, CSS px
 * @param share of the height of the view that each lane has, CSS px
 * @param isCoarse fingers need taller rows
 */
export function sizesFor(width: number, share: number, isCoarse: boolean): TimelineSizes {
  const row = isCoarse ? 28 : 20;
  const density = (around: number): number => Math.floor(Math.max(DENSITY.least, Math.min(DENSITY.most, share - around)));
  if (width < NARROW) return { metrics: { row, density: density(36), strip: 28, gap: 8, least: 0 }, names: 0 };
  const names = Math.round(Math.max(NAMES.least, Math.min(NAMES.most, width * NAMES.share)));
  return { metrics: { row, density: density(6), strip: 0, gap: 6, least: 46 }, names };
}

/** What time is drawn on. @param width of the drawing, CSS px */
export function groundFor(texts: TimelineTexts, width: number): TimelineGround {
  const hasAhead = texts.chains.some(({ texts: own }) => own.some(({ shape }) => shape === 'ahead'));
  return {
    first: texts.first,
    last: texts.last,
    width,
    ahead: hasAhead ? Math.min(AHEAD.most, Math.round(width * AHEAD.share)) : AHEAD.none,
  };
}

/** Everything that a picture of the timeline depends on. */
export interface SheetParts {
  readonly context: PanelContext;
  readonly state: State;
  readonly layout: TimelineLayout;
  readonly window: TimelineWindow;
  readonly ground: TimelineGround;
  readonly stack: LaneStack;
  readonly metrics: LaneMetrics;
  readonly theme: Theme;
  readonly measure: LabelSpace['measure'];
}

/** The sheet that a picture is drawn from. */
export function sheetOf({ context, state, theme, measure, layout, ...parts }: SheetParts): TimelineSheet {
  const { catalogue, format } = context;
  const slots = slotsOf(catalogue, state.color);
  const { color } = state;
  return {
    ...parts,
    layout,
    theme,
    slotOf: (place) => {
      const standard = catalogue.standards[place];
      return standard ? (slots.get(classOf(catalogue, color, standard)) ?? 0) : 0;
    },
    laneSlot: (lane) => (color === layout.by ? (slots.get(layout.lanes[lane]?.id ?? '') ?? 0) : 0),
    selected: new Set(state.selected),
    changes: timelineChanges(context),
    widthOf: (text, size) => (measure(text, 'standard') * size) / (theme.labelSize * TEXT_SCALE.standard),
    number: format.number,
    stage: (text) => stageOf(text),
    name: (text) => textName(context, text),
  };
}
