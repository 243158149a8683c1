import { html, nothing, type TemplateResult } from 'lit';
import type { StandardId } from '../../model/dataset.js';
import { yearOf } from '../../scene/timeline-days.js';
import type { TimelineLayout } from '../../scene/timeline.js';
import type { TimelineLineage } from '../../scene/timeline-lineage.js';
import type { Period } from '../../analysis/period.js';
import { MOST_LINEAGE_ROWS } from '../../render/timeline-lineage.js';
import type { PanelContext } from './context.js';
import { timelineFoot } from './timeline-foot.js';
import { timelineTools, type TimelineToolProps } from './timeline-tools.js';
import { timelineMessages } from '../messages-timeline.js';

/** What the timeline is made of. */
export interface TimelineProps extends TimelineToolProps {
  readonly layout: TimelineLayout;
  readonly shown: ReadonlySet<StandardId>;
  readonly lineage: TimelineLineage;
  readonly isLegendOpen: boolean;
  /** The period that is shown on the axis. */
  readonly period: Period | undefined;
  readonly onAxisKey: (event: KeyboardEvent) => void;
  readonly onScroll: () => void;
  /** A handle of the period was moved by keys, by so many years. */
  readonly onHandle: (end: 'from' | 'to', event: KeyboardEvent) => void;
}

function lineagePane(context: PanelContext, { rows, beyond }: TimelineLineage): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const { format } = context;
  const words = timelineMessages;
  const more = rows.length - MOST_LINEAGE_ROWS;
  return html`<div class="timeline-lineage">
    <h3>${words.lineage}
      ${more > 0 ? html`<span class="small">${words.moreLineage(format.number(more))}</span>` : nothing}
      ${beyond.length > 0 ? html`<span class="small" dir="auto">${words.beyond(beyond.join(', '))}</span>` : nothing}</h3>
    <div class="timeline-lineage-box"><canvas aria-hidden="true"></canvas></div>
  </div>`;
}

/** The axis with the chosen period and its two handles. */
function axis(context: PanelContext, { onAxisKey, onHandle, period, layout }: TimelineProps): TemplateResult {
  const words = timelineMessages;
  const yearNow = (end: 'from' | 'to'): string => String(period?.[end] ?? yearOf(end === 'from' ? layout.texts.first : layout.texts.last));
  const handle = (end: 'from' | 'to'): TemplateResult =>
    html`<div class=${`handle ${end}`} role="slider" tabindex="0" aria-orientation="horizontal" aria-valuemin="1865" aria-valuemax="2199"
      aria-valuenow=${yearNow(end)} aria-label=${end === 'from' ? words.fromYear : words.toYear}
      @keydown=${(event: KeyboardEvent) => {
        onHandle(end, event);
      }}></div>`;
  return html`<div class="timeline-axis" role="group" tabindex="0" aria-label=${words.axis} aria-describedby="timeline-axis-help" @keydown=${onAxisKey}>
    <canvas aria-hidden="true"></canvas>
    <div class="band" hidden>${handle('from')}${handle('to')}</div>
  </div>`;
}

/** The timeline: tools, axis, lanes, the lineage of what is selected, and how to read it. What depends on the zoom is put in afterwards. */
export function timelineTemplate(context: PanelContext, props: TimelineProps): TemplateResult {
  const { catalogue } = context;
  const words = timelineMessages;
  const name = words.name(words.lanesBy[props.layout.by]);
  return html`<section class="timeline" part="timeline" aria-label=${name}>
    <h2 class="timeline-title"><bdi>${catalogue.dataset.title}</bdi>: ${name}</h2>
    ${timelineTools(context, props)}
    <div class="timeline-sheet">
      ${axis(context, props)}
      <div class="timeline-scroll" tabindex="-1" @scroll=${props.onScroll}>
        <div class="timeline-lanes" role="group" aria-label=${name} aria-describedby="timeline-help">
          <div class="timeline-surface"><canvas aria-hidden="true"></canvas></div>
          <div class="timeline-overlay"></div>
        </div>
        ${props.layout.lanes.length === 0 ? html`<p class="timeline-none">${words.none}</p>` : nothing}
      </div>
      ${lineagePane(context, props.lineage)}
      <div class="timeline-tip"></div>
    </div>
    <div class="timeline-paper"></div>
    ${timelineFoot(context, props.layout, { color: props.state.color, shown: props.shown, isOpen: props.isLegendOpen })}
    <p id="timeline-axis-help" class="hidden">${words.axisHelp}</p>
    <p id="timeline-help" class="hidden">${words.surfaceHelp}</p>
  </section>`;
}
