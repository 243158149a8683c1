import { html, nothing, svg, type TemplateResult } from 'lit';
import { hasGoals, isGoalFramework } from '../../analysis/goals.js';
import type { LegendEntry } from '../../scene/scene.js';
import { ENCODINGS, type Encoding } from '../../state/state.js';
import { wordOf } from '../messages.js';
import type { LensDrawn, PanelContext } from './context.js';
import { goalSwitch } from './goal-switch.js';
import { valueName } from './chips.js';

const outline = 'var(--_foreground)';

/** The shapes of the drawing, as `render` draws them. */
const SHAPES = {
  sdo: svg`<rect x="2" y="5" width="16" height="10" rx="3" fill="none" stroke=${outline} stroke-width="2"></rect>`,
  committee: svg`<path d="M10 2l8 8-8 8-8-8z" fill="none" stroke=${outline} stroke-width="1.5"></path>`,
  topic: svg`<path d="M5.5 2.5h9L19 10l-4.5 7.5h-9L1 10z" fill="none" stroke=${outline} stroke-width="1.5"></path>`,
  standard: svg`<circle cx="10" cy="10" r="6" fill="none" stroke=${outline} stroke-width="1.5"></circle>`,
} as const;

/** What the finish of a standard's circle says, as `scene/scene.ts` chooses it. */
export const FINISHES = [
  ['in-force', svg`<circle cx="10" cy="10" r="6" fill=${outline}></circle>`],
  ['under-development', svg`<circle cx="10" cy="10" r="5.5" fill="none" stroke=${outline} stroke-width="2.5"></circle>`],
  ['superseded', svg`<path d="M5 5l10 10M15 5L5 15" stroke=${outline} stroke-width="2"></path>`],
  ['unknown', svg`<circle cx="10" cy="10" r="5.5" fill="none" stroke=${outline} stroke-width="2" stroke-dasharray="3 2.5"></circle>`],
] as const;

/** A picture of 20 units. */
export const icon = (body: TemplateResult): TemplateResult => html`<svg viewBox="0 0 20 20" aria-hidden="true">${body}</svg>`;

/** The circle of a class: its hue, and for all others none. */
export const swatch = (slot: number): TemplateResult => {
  const fill = slot === 0 ? 'var(--_muted)' : `var(--_sdo-${String(slot)})`;
  const stroke = slot === 0 ? 'var(--_muted)' : `var(--_outline-${String(slot)})`;
  return icon(svg`<circle cx="10" cy="10" r="7" fill=${fill} stroke=${stroke} stroke-width="1.5"></circle>`);
};

/** What colours and territories stand for, and how to have them stand for something else. */
export interface Encodings {
  readonly color: Encoding;
  readonly setColor: (color: Encoding) => void;
  readonly group: Encoding;
  readonly setGroup: (group: Encoding) => void;
}

function choice({ messages, catalogue }: PanelContext, label: string, value: Encoding, set: (value: Encoding) => void): TemplateResult {
  const all = ENCODINGS.filter((c) => !isGoalFramework(c) || hasGoals(catalogue, c));
  return html`<label><span>${label}</span>
      <select @change=${(event: Event) => {
        const chosen = all.find((c) => event.currentTarget instanceof HTMLSelectElement && c === event.currentTarget.value);
        if (chosen) set(chosen);
      }}>${all.map((c) => html`<option value=${c} .selected=${c === value}>${wordOf(messages.colors, c)}</option>`)}</select></label>`;
}

/** What the shapes of the drawing stand for. @param kinds absent: all */
export const shapeRows = ({ messages }: PanelContext, kinds?: readonly string[]): readonly TemplateResult[] =>
  Object.entries(SHAPES)
    .filter(([kind]) => !kinds || kinds.includes(kind))
    .map(([kind, shape]) => html`<li>${icon(shape)} ${wordOf(messages.kinds, kind)}</li>`);

/** Explains the dotted links between standards that only hidden ones join, as `render/links.ts` draws them; nothing while there are none. */
function indirectLegend({ messages, format }: PanelContext, count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  const dots = svg`<path d="M1 10h30" stroke="var(--_muted)" stroke-width="1.5" stroke-dasharray="1.5 4"></path>`;
  return html`<ul class="lens indirect"><li><svg class="wide" viewBox="0 0 32 20" aria-hidden="true">${dots}</svg> <span>${messages.indirect}</span> <span class="number">${format.number(count)}</span></li></ul>`;
}

/** Explains what the lenses draw, shapes, finishes and colours, and lets the reader choose what colours and territories stand for. */
export function legend(
  context: PanelContext,
  entries: readonly LegendEntry[],
  { color, setColor, group, setGroup }: Encodings,
  open: boolean,
  setOpen: (open: boolean) => void,
  lens: LensDrawn,
  beyond = 0,
  indirect = 0,
): TemplateResult {
  const { messages, format, catalogue, further } = context;
  return html`<details class="legend" part="legend" ?open=${open}
      @toggle=${(event: Event) => {
        if (event.currentTarget instanceof HTMLDetailsElement) setOpen(event.currentTarget.open);
      }}>
    <summary>${messages.legend}</summary>
    ${further?.lens(context, lens, beyond) ?? nothing}
    <ul>${shapeRows(context)}</ul>
    <ul>${FINISHES.map(([status, shape]) => html`<li>${icon(shape)} ${wordOf(messages.finishes, status)}</li>`)}</ul>
    ${indirectLegend(context, indirect)}
    ${choice(context, messages.group, group, setGroup)}
    ${goalSwitch(context)}
    ${choice(context, messages.color, color, setColor)}
    <ul>${entries.map(
      (entry) => html`<li>${swatch(entry.slot)}
      <span dir="auto">${entry.value === undefined ? messages.others : valueName(catalogue, messages, color, entry.value)}</span>
      <span class="number">${format.number(entry.count)}</span></li>`,
    )}</ul>
    ${further?.goalNotes(context, color) ?? nothing}
    ${entries.length === 0 ? nothing : html`<p class="small">${messages.legendCounts}</p><p class="hidden">${messages.surfaceHelp}</p>`}
  </details>`;
}
