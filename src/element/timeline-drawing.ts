import { render } from 'lit';
import { pageScale } from '../render/page-scale.js';
import { drawAxis, AXIS_HEIGHT } from '../render/timeline-axis.js';
import { paintOn, emptied } from '../render/timeline-canvas.js';
import { lineageShapes, MOST_LINEAGE_ROWS } from '../render/timeline-lineage.js';
import { laneShapes } from '../render/timeline-picture.js';
import type { TimelineShape } from '../render/timeline-shapes.js';
import type { TimelineSheet } from '../render/timeline-sheet.js';
import type { TimelineLineage } from '../scene/timeline-lineage.js';
import { dayOf } from '../scene/timeline-days.js';
import { xOf } from '../scene/timeline-window.js';
import type { Period } from '../analysis/period.js';
import { axisWords } from './parts/timeline-words.js';
import type { PanelContext } from './parts/context.js';

/** The parts of a timeline on the page. */
export interface TimelineElements {
  readonly section: HTMLElement;
  readonly sheet: HTMLElement;
  readonly axis: HTMLElement;
  readonly band: HTMLElement;
  readonly scroll: HTMLElement;
  readonly lanes: HTMLElement;
  readonly surface: HTMLElement;
  readonly overlay: HTMLElement;
  readonly tip: HTMLElement;
}

/** Finds them below a root; undefined while there is no timeline. */
export function elementsIn(root: ParentNode): TimelineElements | undefined {
  const section = root.querySelector<HTMLElement>('.timeline');
  if (!section) return undefined;
  const part = (name: string): HTMLElement => {
    const found = section.querySelector<HTMLElement>(name);
    if (!found) throw new Error(`bug: the timeline has no ${name}`);
    return found;
  };
  return {
    section,
    sheet: part('.timeline-sheet'),
    axis: part('.timeline-axis'),
    band: part('.band'),
    scroll: part('.timeline-scroll'),
    lanes: part('.timeline-lanes'),
    surface: part('.timeline-surface'),
    overlay: part('.timeline-overlay'),
    tip: part('.timeline-tip'),
  };
}

/** The shapes of the axis. */
export function axisShapes(context: PanelContext, sheet: TimelineSheet): readonly TimelineShape[] {
  const shapes: TimelineShape[] = [];
  drawAxis((shape) => shapes.push(shape), sheet, axisWords(context));
  return shapes;
}

const canvasIn = (element: HTMLElement): HTMLCanvasElement | null => element.querySelector('canvas');

/** Paints axis, lanes and lineage as they are now. */
export function paintAll(context: PanelContext, elements: TimelineElements, sheet: TimelineSheet, lineage: TimelineLineage): void {
  const { font } = sheet.theme;
  const density = devicePixelRatio * pageScale(elements.sheet);
  const { width } = sheet.ground;
  const [axis, lanes] = [canvasIn(elements.axis), canvasIn(elements.surface)];
  const height = Math.max(1, elements.scroll.clientHeight);
  if (axis) paintOn(axis, { width, height: AXIS_HEIGHT, density }, font, axisShapes(context, sheet));
  if (lanes) paintOn(lanes, { width, height, density }, font, laneShapes(sheet, elements.scroll.scrollTop, height));
  const pane = elements.section.querySelector<HTMLCanvasElement>('.timeline-lineage canvas');
  if (!pane) return;
  const tall = Math.min(MOST_LINEAGE_ROWS, lineage.rows.length) * sheet.metrics.row + 4;
  paintOn(pane, { width, height: tall, density }, font, lineageShapes(sheet, lineage));
}

/** Shows the chosen period on the axis. */
export function placeBand(
  band: HTMLElement,
  { window, ground }: Pick<TimelineSheet, 'window' | 'ground'>,
  period: Period | undefined,
): void {
  band.hidden = period === undefined;
  if (!period) return;
  const from = period.from === null ? ground.first : dayOf(period.from);
  const to = period.to === null ? ground.last : dayOf(period.to + 1);
  const [left, right] = [Math.max(-20, xOf(window, from)), Math.min(ground.width + 20, xOf(window, to))];
  band.style.left = `${String(left)}px`;
  band.style.width = `${String(Math.max(0, right - left))}px`;
}

/** Frees what the timeline drew on, and takes away what was rendered into it. */
export function clearAll({ section, overlay, tip }: TimelineElements): void {
  section.querySelectorAll('canvas').forEach(emptied);
  for (const root of [overlay, tip]) render(null, root);
}
