import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Catalogue } from '../../model/catalogue.js';
import type { StandardId } from '../../model/dataset.js';
import { hasGoals, isGoalFramework } from '../../analysis/goals.js';
import { legendOf } from '../../scene/classes.js';
import type { LegendEntry } from '../../scene/scene.js';
import { ENCODINGS, type Encoding, type Settings } from '../../state/state.js';
import { wordOf } from '../word-of.js';
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

/** What the legend is of. */
export interface LegendProps {
  /** What colours and territories stand for, and how to have them stand for something else. */
  readonly color: Encoding;
  readonly group: Encoding;
  readonly set: (settings: Settings) => void;
  readonly visible: ReadonlySet<StandardId>;
  /** What is drawn, with candidates and gaps. */
  readonly lens: LensDrawn;
  /** Links by way of what is filtered out. */
  readonly indirect: number;
}

const counted = new WeakMap<ReadonlySet<StandardId>, { readonly color: Encoding; readonly entries: readonly LegendEntry[] }>();

/** The classes of a set of standards: a new catalogue or filter is a new set. */
function entriesOf(catalogue: Catalogue, color: Encoding, visible: ReadonlySet<StandardId>): readonly LegendEntry[] {
  const known = counted.get(visible);
  if (known?.color === color) return known.entries;
  const entries = legendOf(catalogue, color, visible);
  counted.set(visible, { color, entries });
  return entries;
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
export function legend(context: PanelContext, { color, group, set, visible, lens, indirect }: LegendProps): TemplateResult {
  const { messages, format, catalogue, further } = context;
  const entries = entriesOf(catalogue, color, visible);
  const beyond = lens.visible.size - visible.size;
  const setGroup = (wanted: Encoding): void => {
    set({ group: wanted });
  };
  const setColor = (wanted: Encoding): void => {
    set({ color: wanted });
  };
  return html`${further?.lens(context, lens, beyond) ?? nothing}
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
    ${entries.length === 0 ? nothing : html`<p class="small">${messages.legendCounts}</p><p class="hidden">${messages.surfaceHelp}</p>`}`;
}
