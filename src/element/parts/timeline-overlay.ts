import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { AXIS_HEIGHT } from '../../render/timeline-axis.js';
import type { TimelineText } from '../../scene/timeline-texts.js';
import type { TimelineLayout } from '../../scene/timeline.js';
import type { LaneStack } from '../../scene/timeline-window.js';
import type { PanelContext } from './context.js';
import { laneName, laneTitle, textName } from './timeline-words.js';
import { timelineMessages } from '../messages-timeline.js';

/** A box over the lanes, CSS px from the top of the first lane and the left edge of the drawing. */
export interface OverlayBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The one stop of Tab among the texts. */
export interface CursorProps {
  /** Another one for every place, so that screen readers tell of each. */
  readonly key: string;
  readonly name: string;
  readonly isSelected: boolean;
  readonly box: OverlayBox;
}

/** What lies over the lanes. */
export interface OverlayProps {
  readonly layout: TimelineLayout;
  readonly stack: LaneStack;
  /** Lanes that are in view. */
  readonly lanes: readonly number[];
  readonly cursor: CursorProps | undefined;
  readonly toggle: (lane: number) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onPick: (add: boolean) => void;
}

function laneHead(context: PanelContext, { layout, stack, toggle }: OverlayProps, lane: number): TemplateResult | typeof nothing {
  const found = layout.lanes[lane];
  if (!found) return nothing;
  const { format } = context;
  const words = timelineMessages;
  const isOpen = stack.open[lane] === true;
  const name = laneName(context, layout, found.id);
  const count = { n: found.standards, text: format.number(found.standards) };
  return html`<div class="lane"><button type="button" class="lane-head" aria-expanded=${isOpen ? 'true' : 'false'}
    aria-label=${isOpen ? words.closeLane(name, count) : words.openLane(name, count)} title=${laneTitle(context, layout, found.id)}
    @click=${() => {
      toggle(lane);
    }}><bdi>${name}</bdi><span class="number">${count.text}</span></button></div>`;
}

/** Names of lanes, and the text that the keys are at. */
export function timelineOverlay(context: PanelContext, props: OverlayProps): TemplateResult {
  const { cursor, lanes, onKey, onPick } = props;
  return html`${repeat(
    lanes,
    (lane) => lane,
    (lane) => laneHead(context, props, lane),
  )}${
    cursor
      ? keyed(
          cursor.key,
          html`<button type="button" class="timeline-cursor" aria-pressed=${cursor.isSelected ? 'true' : 'false'} aria-label=${cursor.name}
            @keydown=${onKey} @click=${(event: MouseEvent) => {
              onPick(event.shiftKey || event.ctrlKey || event.metaKey);
            }}></button>`,
        )
      : nothing
  }`;
}

/** Puts what lies over the lanes where it belongs: on style objects, as a style attribute would break a strict Content-Security-Policy. */
export function placeOverlay(overlay: HTMLElement, { lanes, stack, cursor }: OverlayProps, gap: number): void {
  overlay.querySelectorAll<HTMLElement>('.lane').forEach((element, at) => {
    const top = stack.tops[lanes[at] ?? 0] ?? 0;
    element.style.top = `${String(top)}px`;
    element.style.height = `${String((stack.tops[(lanes[at] ?? 0) + 1] ?? 0) - top - gap)}px`;
  });
  const button = overlay.querySelector<HTMLElement>('.timeline-cursor');
  if (!button || !cursor) return;
  const { left, top, width, height } = cursor.box;
  button.style.transform = `translate(${String(left)}px, ${String(top)}px)`;
  button.style.width = `${String(width)}px`;
  button.style.height = `${String(height)}px`;
}

/** What is told of a text under the pointer. */
export const timelineTip = (context: PanelContext, text: TimelineText): TemplateResult =>
  html`<div class="tooltip" part="tooltip" role="presentation"><strong dir="auto">${text.edition.id}</strong>
    <span dir="auto">${text.edition.title ?? text.standard.title}</span><span dir="auto">${textName(context, text)}</span></div>`;

/** The same of a column of a density. */
export const columnTip = (name: string): TemplateResult =>
  html`<div class="tooltip" part="tooltip" role="presentation"><strong dir="auto">${name}</strong></div>`;

/** Gap between pointer and tooltip, CSS px. */
const TIP_GAP = 14;

/** Puts a tooltip beside a point of the sheet, on the roomier side and within it. */
export function placeTip(tip: HTMLElement, x: number, y: number, sheet: HTMLElement): void {
  const { offsetHeight: height } = tip;
  const toLeft = x > sheet.clientWidth / 2;
  const top = Math.max(AXIS_HEIGHT, Math.min(y + TIP_GAP, sheet.clientHeight - height - 4));
  tip.style.transform = `translate(${String(toLeft ? x - TIP_GAP : x + TIP_GAP)}px, ${String(top)}px) translate(${toLeft ? '-100%' : '0'}, 0)`;
}
