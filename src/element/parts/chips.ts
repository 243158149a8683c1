import { html, nothing, type TemplateResult } from 'lit';
import { readTerms } from '../../analysis/filter-terms.js';
import { endsOf, nearOf } from '../../analysis/focus.js';
import { formatFilter, formatTerm, type Filter, type FilterIssue, type Term } from '../../analysis/terms.js';
import { goalByCode, goalName, isGoalFramework } from '../../analysis/goals.js';
import type { Catalogue } from '../../model/catalogue.js';
import { termOf, type Messages, wordOf } from '../messages.js';
import type { PanelContext } from './context.js';
import { closeIcon } from './icons.js';
import { counted } from './counted.js';
import { chipMessages } from '../messages-chips.js';

/** A value of a filter as its record is called: `itu-t` → `ITU-T`, `digital-twin` → `Digital twins, …`. */
export function valueName(catalogue: Catalogue, messages: Messages, field: string, value: string): string {
  if (field === 'sdo') return catalogue.sdo(value)?.name ?? value;
  if (field === 'topic') return catalogue.topic(value)?.label ?? value;
  const goal = isGoalFramework(field) ? goalByCode(catalogue, field, value) : undefined;
  return goal ? goalName(goal) : termOf(messages, value);
}

/** Designations that are listed by name; more are counted. */
const NAMED = 2;

/** What a term about single standards says in few words; undefined for other terms. */
function focusText({ format }: PanelContext, term: Term): string | undefined {
  const words = chipMessages;
  if (term.field === 'id' && term.values.length > NAMED)
    return (term.not ? words.without : words.only)(counted(format, term.values.length));
  if (term.field === 'near')
    return term.values.map((value) => words.near(nearOf(value)?.id ?? value, nearOf(value)?.depth ?? 1)).join(', ');
  if (term.field === 'path') return term.values.map((value) => words.path(...(endsOf(value) ?? [value, '']))).join(', ');
  return undefined;
}

function termText(context: PanelContext, term: Term): string {
  const focus = focusText(context, term);
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
function openingTerms({ catalogue }: PanelContext): ReadonlySet<string> {
  const { opening } = catalogue.dataset;
  return new Set(opening ? readTerms(opening.filter).terms.map(formatTerm) : []);
}

/** The filter in force, a chip a term, and what is wrong with the one last typed. */
export function chips(context: PanelContext, filter: Filter, issues: readonly FilterIssue[]): TemplateResult | typeof nothing {
  const { messages, filterBy } = context;
  const said = openingTerms(context);
  const told = filter.terms.filter((term) => !said.has(formatTerm(term)));
  const name = viewName(context);
  if (told.length === 0 && issues.length === 0 && name === nothing) return nothing;
  return html`<div class="chips">${name}
    ${told.map((term) => {
      const text = termText(context, term);
      return html`<button type="button" class="chip" aria-label=${messages.removeFilter(text)}
        @click=${() => {
          filterBy(formatFilter({ terms: filter.terms.filter((other) => other !== term) }));
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
