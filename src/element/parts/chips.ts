import { html, nothing, type TemplateResult } from 'lit';
import { formatTerm, type Filter, type FilterIssue, type Term } from '../../analysis/terms.js';
import { goalByCode, goalName, isGoalFramework } from '../../analysis/goals.js';
import type { Catalogue } from '../../model/catalogue.js';
import type { Messages } from '../messages.js';
import { termOf, wordOf } from '../word-of.js';
import type { PanelContext } from './context.js';
import { closeIcon } from './icons.js';

/** A value of a filter as its record is called: `itu-t` → `ITU-T`, `digital-twin` → `Digital twins, …`. */
export function valueName(catalogue: Catalogue, messages: Messages, field: string, value: string): string {
  if (field === 'sdo') return catalogue.sdo(value)?.name ?? value;
  if (field === 'topic') return catalogue.topic(value)?.label ?? value;
  const goal = isGoalFramework(field) ? goalByCode(catalogue, field, value) : undefined;
  return goal ? goalName(goal) : termOf(messages, value);
}

function termText(context: PanelContext, term: Term): string {
  const focus = context.further?.focus(context, term);
  const not = term.not ? `${context.messages.not} ` : '';
  if (focus !== undefined) return term.field === 'id' ? focus : not + focus;
  if (term.field === 'text') return `${not}“${term.text}”`;
  const names = term.values.map((value) => valueName(context.catalogue, context.messages, term.field, value));
  return `${not}${wordOf(context.messages.facets, term.field)}: ${names.join(', ')}`;
}

/** A filter in words, as its chips say it. */
export const filterWords = (context: PanelContext, filter: Filter): string =>
  filter.terms.map((term) => termText(context, term)).join(' · ');

/** The name of the view that is shown, which can be taken away; nothing where it has none. */
function viewName({ messages, selection }: PanelContext): TemplateResult | typeof nothing {
  const name = selection?.name() ?? '';
  if (name === '') return nothing;
  return html`<span class="view-name"><bdi>${name}</bdi><button type="button" class="icon" aria-label=${messages.leaveView} title=${messages.leaveView}
    @click=${() => selection?.set({ name: '' })}>${closeIcon}</button></span>`;
}

/** The terms that the switch between the opening set and all standards shows already. */
const openingTerms = ({ opening }: PanelContext): ReadonlySet<string> => new Set(opening?.terms.map(formatTerm));

/** The filter in force, a chip a term, and what is wrong with the one last typed. */
export function chips(context: PanelContext, filter: Filter, issues: readonly FilterIssue[]): TemplateResult | typeof nothing {
  const { messages, filterBy, changeFilter } = context;
  const said = openingTerms(context);
  const told = filter.terms.filter((term) => !said.has(formatTerm(term)));
  const name = viewName(context);
  if (told.length === 0 && issues.length === 0 && name === nothing) return nothing;
  return html`<div class="chips">${name}
    ${told.map((term) => {
      const text = termText(context, term);
      return html`<button type="button" class="chip" aria-label=${messages.removeFilter(text)}
        @click=${() => {
          changeFilter(({ terms }) => ({ terms: terms.filter((other) => formatTerm(other) !== formatTerm(term)) }));
        }}><bdi>${text}</bdi></button>`;
    })}
    ${
      told.length > 0
        ? html`<button type="button" class="text" @click=${() => {
            filterBy('');
          }}>${messages.clearFilters}</button>`
        : nothing
    }
    ${issues.map((issue) => html`<p class="problem" role="alert">${issue.message}</p>`)}
  </div>`;
}
