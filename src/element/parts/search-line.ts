import { html, nothing, type TemplateResult } from 'lit';
import { mend, type PlacedIssue } from '../../analysis/reading.js';
import { isCounted, isDated } from '../../analysis/ranges.js';
import { CLOSED, FIELDS } from '../../analysis/terms.js';
import { wordOf } from '../word-of.js';
import { searchMessages as words } from '../messages-search.js';
import type { PanelContext } from './context.js';
import type { SearchActions, SearchState } from './search-props.js';
import { countThere } from '../../analysis/day.js';

/** Characters of the text that are quoted on either side of what is wrong. */
const AROUND = 30;

function expectedOf({ code, field }: PlacedIssue): string {
  const { expected } = words;
  if (code === 'unknown-field') return expected.field(FIELDS.join(', '));
  if (code === 'open-quote') return expected.quote;
  if (code === 'too-long' || code === 'too-many-terms' || field === undefined) return expected.shorter;
  if (isDated(field)) return expected.date;
  if (isCounted(field)) return expected.number;
  const closed = CLOSED.get(field);
  if (closed) return expected.list(closed.join(', '));
  const own = wordOf(words.expectedValues, field);
  return own === field ? expected.value : own;
}

/** The typed text around what is wrong, which is marked; a place where something is missing is a gap. */
function quote(text: string, { at, to }: PlacedIssue): TemplateResult {
  const from = Math.max(0, at - AROUND);
  const end = Math.min(text.length, to + AROUND);
  return html`<bdi class="code quote">${from > 0 ? '…' : nothing}${text.slice(from, at)}<mark class=${at === to ? 'gap' : ''}>${
    text.slice(at, to) || '\u00A0'
  }</mark>${text.slice(to, end)}${end < text.length ? '…' : nothing}</bdi>`;
}

function issueLine(context: PanelContext, search: SearchState, actions: SearchActions, issue: PlacedIssue): TemplateResult {
  const { messages, format } = context;
  const mended = mend(search.text, issue);
  const more = search.issues.length - 1;
  const field = issue.field === undefined ? '' : wordOf(messages.facets, issue.field);
  return html`<div class=${search.isWrong ? 'line wrong' : 'line'} role=${search.isEntered ? 'alert' : 'status'}>
    ${quote(search.text, issue)}
    <p class=${search.isEntered ? 'problem' : ''}><span class="hidden">${words.position(format.number(issue.at + 1))} </span>${words.issues[issue.code](issue.got, field)}
      ${expectedOf(issue)} ${issue.nearest === undefined ? nothing : words.nearest(issue.nearest)} ${more > 0 ? words.moreIssues(format.number(more)) : nothing}
      ${search.previewed !== undefined ? html`<span class="small">${words.lastGood}</span>` : nothing}</p>
    ${
      mended === undefined
        ? nothing
        : html`<button type="button" class="mend" @click=${() => {
            actions.write(mended);
          }}>${words.mend('')}<bdi class="code">${issue.nearest ?? ''}</bdi></button>`
    }
  </div>`;
}

/** What becomes of what is typed: where it is wrong, or what the map shows of it and how to keep that or take it back. */
export function searchLine(context: PanelContext, search: SearchState, actions: SearchActions): TemplateResult | typeof nothing {
  const { catalogue, format } = context;
  const [issue] = search.issues;
  if (issue) return issueLine(context, search, actions, issue);
  if (search.named !== undefined) return html`<div class="line"><p>${words.goesTo(search.named)}</p></div>`;
  const { previewed, isEmpty, text } = search;
  if (previewed === undefined && !isEmpty) return nothing;
  const all = format.number(countThere(catalogue));
  return html`<div class="line">
    <p>${isEmpty ? words.none : words.preview(format.number(previewed ?? 0), all)}</p>
    <div class="buttons"><button type="button" class="keep" @click=${() => {
      actions.submit();
    }}>${words.filterByText(text.trim())}</button>
    <button type="button" class="text discard" @click=${() => {
      actions.discard();
    }}>${words.discard}</button></div>
  </div>`;
}
