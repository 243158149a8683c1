import { html, nothing, type TemplateResult } from 'lit';
import { wordOf } from '../word-of.js';
import { closeOnEscape } from './close-on-escape.js';
import type { PanelContext } from './context.js';
import { standardDetail } from './detail-standard.js';
import { closeIcon } from './icons.js';
import { chooseLink } from './link.js';

/** Most names of other selected records; the others are on the map. */
const MOST_NAMES = 24;

/** What the panel says of one record, with its headline. */
interface Described {
  readonly kicker: string;
  readonly name: string;
  readonly body: unknown;
}

function describe(context: PanelContext, id: string): Described | undefined {
  const { catalogue, messages, further } = context;
  const standard = catalogue.standard(id);
  if (standard) return { kicker: wordOf(messages.kinds, 'standard'), name: id, body: standardDetail(context, standard) };
  const committee = catalogue.committee(id);
  if (committee)
    return {
      kicker: further?.committeeKind(committee) ?? wordOf(messages.kinds, 'committee'),
      name: id,
      body: further?.committee(context, committee),
    };
  const sdo = catalogue.sdo(id);
  if (sdo) return { kicker: wordOf(messages.kinds, 'sdo'), name: sdo.name, body: further?.sdo(context, sdo) };
  const topic = catalogue.topic(id);
  return (
    topic && {
      kicker: `${wordOf(messages.kinds, 'topic')}, ${messages.axes[topic.axis]}`,
      name: topic.label,
      body: further?.topic(context, topic),
    }
  );
}

/** The other records that are selected, as many as can be read at once. */
function others(context: PanelContext, ids: readonly string[]): TemplateResult | typeof nothing {
  const { messages, format } = context;
  const rest = ids.length - 1 - MOST_NAMES;
  if (ids.length < 2) return nothing;
  return html`<p class="small">${messages.selectedStandards(format.number(ids.length))}:
    ${ids
      .slice(0, -1)
      .slice(-MOST_NAMES)
      .map((other) => chooseLink(context, other, other))}
    ${rest > 0 ? messages.andMore(format.number(rest)) : nothing}</p>`;
}

/**
 * The detail panel: the record chosen last, with links to the others that are selected.
 *
 * @param visible standards that pass the filter
 * @param pairsOf what is known of the pairs of a standard; absent where nothing is to be said of them
 */
export function detailPanel(
  context: PanelContext,
  ids: readonly string[],
  visible: ReadonlySet<string>,
  close: () => void,
): TemplateResult | typeof nothing {
  const { catalogue, messages, further } = context;
  const id = ids.at(-1);
  const described = id === undefined ? undefined : describe(context, id);
  if (id === undefined || !described) return nothing;
  const outside = catalogue.standard(id) !== undefined && !visible.has(id);
  return html`<aside class="detail" part="detail" aria-label=${messages.details} @keydown=${closeOnEscape(close)}>
    <slot name="detail">
      <header>
        <div><p class="kicker">${described.kicker}</p><h2 tabindex="-1"><bdi>${described.name}</bdi></h2></div>
        <button type="button" class="icon" aria-label=${messages.close} @click=${close}>${closeIcon}</button>
      </header>
      ${further?.bar(context, [id]) ?? html`<div class="selection-bar"></div>`}
      ${outside ? html`<p class="small">${messages.outside}</p>` : nothing}
      ${further?.byHand(context, [id]) ?? nothing}
      ${others(context, ids)}
      ${described.body ?? nothing}
    </slot>
  </aside>`;
}
