import { html, nothing, svg, type TemplateResult } from 'lit';
import { legendOf } from '../../scene/classes.js';
import type { TimelineLayout } from '../../scene/timeline.js';
import type { StandardId } from '../../model/dataset.js';
import type { Encoding } from '../../state/state.js';
import { valueName } from './chips.js';
import { changeKey } from './change-words.js';
import type { PanelContext } from './context.js';
import { chooseLink } from './link.js';
import { textName } from './timeline-words.js';
import { timelineMessages } from '../messages-timeline.js';

const ink = 'var(--_foreground)';

/** How bars are drawn, as `render/timeline-bars.ts` draws them. */
const SAMPLES = [
  ['filled', svg`<rect x="1" y="3" width="26" height="10" rx="2" fill=${ink}></rect>`],
  ['hollow', svg`<rect x="1.9" y="3" width="24" height="10" rx="3" fill="none" stroke=${ink} stroke-width="1.75"></rect>`],
  [
    'crossed',
    svg`<rect x="1" y="5.5" width="18" height="5" fill=${ink} opacity="0.65"></rect><path d="M21 4.5l6 7M27 4.5l-6 7" stroke=${ink} stroke-width="1.75"></path>`,
  ],
  [
    'dashed',
    svg`<path d="M27 3.5H1.5M1.5 12.5H27" fill="none" stroke=${ink} stroke-width="1.5" stroke-dasharray="4 3"></path><path d="M1.5 3v10" stroke=${ink} stroke-width="1.5"></path>`,
  ],
  [
    'soft',
    svg`<rect x="13" y="3" width="14" height="10" fill=${ink}></rect><rect x="9" y="3" width="4" height="10" fill=${ink} opacity="0.6"></rect><rect x="5" y="3" width="4" height="10" fill=${ink} opacity="0.3"></rect>`,
  ],
  ['tail', svg`<path d="M1 8h26" stroke=${ink} stroke-width="1.5" stroke-dasharray="2 3"></path>`],
  [
    'mark',
    svg`<rect x="1" y="4" width="26" height="8" fill=${ink} opacity="0.35"></rect><path d="M14 1v14" stroke=${ink} stroke-width="2"></path>`,
  ],
  [
    'column',
    svg`<rect x="2" y="9" width="7" height="6" fill=${ink} opacity="0.35"></rect><rect x="10.5" y="5" width="7" height="10" fill=${ink} opacity="0.6"></rect><rect x="19" y="1" width="7" height="14" fill=${ink}></rect>`,
  ],
] as const;

const sample = (body: TemplateResult): TemplateResult => html`<svg viewBox="0 0 28 16" aria-hidden="true">${body}</svg>`;

const swatch = (slot: number): TemplateResult => {
  const [fill, stroke] =
    slot === 0 ? ['var(--_muted)', 'var(--_muted)'] : [`var(--_sdo-${String(slot)})`, `var(--_outline-${String(slot)})`];
  return sample(svg`<rect x="1" y="3" width="26" height="10" rx="2" fill=${fill} stroke=${stroke}></rect>`);
};

/** Entries that the list of what stands beside the axis has at most. */
const MOST = 200;

/** Texts without a place on the axis. */
function aside(context: PanelContext, { aside: texts }: TimelineLayout): TemplateResult | typeof nothing {
  if (texts.length === 0) return nothing;
  const { format } = context;
  const words = timelineMessages;
  return html`<details class="timeline-aside"><summary>${words.aside({ n: texts.length, text: format.number(texts.length) })}</summary>
    <p class="small">${words.asideMeaning}</p>
    <ul>${texts
      .slice(0, MOST)
      .map(
        (text) =>
          html`<li>${chooseLink(context, text.standard.id, text.standard.id)} <span class="small" dir="auto">${textName(context, text)}</span></li>`,
      )}</ul>
    ${texts.length > MOST ? html`<p class="small">${words.more(format.number(texts.length - MOST))}</p>` : nothing}
  </details>`;
}

/** What stands under the timeline: how to read it, colours with their counts, and what has no place on the axis. */
export function timelineFoot(
  context: PanelContext,
  layout: TimelineLayout,
  { color, shown, isOpen }: { readonly color: Encoding; readonly shown: ReadonlySet<StandardId>; readonly isOpen: boolean },
): TemplateResult {
  const { messages, format, catalogue } = context;
  const { finishes, legend } = timelineMessages;
  return html`<div class="timeline-foot">
    <details class="timeline-legend" ?open=${isOpen}><summary>${legend}</summary>
      <ul>${legendOf(catalogue, color, shown).map(
        ({ slot, value, count }) => html`<li>${swatch(slot)}
          <span dir="auto">${value === undefined ? messages.others : valueName(catalogue, messages, color, value)}</span>
          <span class="number">${format.number(count)}</span></li>`,
      )}</ul>
      ${changeKey(context)}
      <ul>${SAMPLES.map(([finish, body]) => html`<li>${sample(body)} <span>${finishes[finish]}</span></li>`)}</ul>
    </details>
    ${aside(context, layout)}
  </div>`;
}
