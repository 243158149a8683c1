import { html, nothing, type TemplateResult } from 'lit';
import { MOST_COMPARED } from '../../analysis/comparison.js';
import { closeOnEscape } from './close-on-escape.js';
import { compareBelow } from './compare-below.js';
import type { CompareProps } from './compare-props.js';
import { compareTable } from './compare-table.js';
import type { PanelContext } from './context.js';
import { closeIcon } from './icons.js';
import { compareMessages } from '../messages-compare.js';

function addForm({ add, problem }: CompareProps): TemplateResult {
  const words = compareMessages;
  return html`<form class="add" @submit=${(event: Event) => {
    event.preventDefault();
    const input = event.currentTarget instanceof HTMLFormElement ? event.currentTarget.querySelector('input') : null;
    if (input && input.value.trim() !== '' && add(input.value)) input.value = '';
  }}><input type="text" aria-label=${words.add} placeholder=${words.addHint} autocomplete="off" spellcheck="false" aria-describedby="compare-problem">
    <button type="submit">${words.addButton}</button>
    <span id="compare-problem" class="problem" role="status">${problem}</span></form>`;
}

/** The standards that are too many or too few, each with a way out. */
function unable(context: PanelContext, { ids, remove }: CompareProps): TemplateResult {
  const { format } = context;
  const words = compareMessages;
  const text = ids.length > MOST_COMPARED ? words.tooMany(format.number(ids.length), format.number(MOST_COMPARED)) : words.tooFew;
  return html`<p role="status">${text}</p>
    <ul class="chosen">${ids.map(
      (id) =>
        html`<li><bdi>${id}</bdi> <button type="button" class="icon" aria-label=${words.remove(id)} @click=${() => {
          remove(id);
        }}>${closeIcon}</button></li>`,
    )}</ul>`;
}

/** Standards side by side, over whatever the map shows. */
export function comparePage(context: PanelContext, props: CompareProps): TemplateResult {
  const { messages, format } = context;
  const words = compareMessages;
  const { comparison, ids, close } = props;
  return html`<section class="compare" part="compare" aria-labelledby="compare-title" @keydown=${closeOnEscape(close)}>
    <header><h2 id="compare-title" tabindex="-1">${words.title(format.number(ids.length))}</h2>
      ${
        comparison
          ? html`<label class="switch"><input type="checkbox" .checked=${props.isOnlyDifferences} @change=${props.toggleDifferences}>${words.onlyDifferences}</label>`
          : nothing
      }
      ${ids.length < MOST_COMPARED ? addForm(props) : nothing}
      <button type="button" class="icon close" aria-label=${messages.close} @click=${close}>${closeIcon}</button></header>
    <div class="compare-body" tabindex="0" role="group" aria-labelledby="compare-title">
      ${comparison ? [compareTable(context, props, comparison), compareBelow(context, props, comparison)] : unable(context, props)}
    </div>
  </section>`;
}
