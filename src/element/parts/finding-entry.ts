import { html, nothing, type TemplateResult } from 'lit';
import type { Judgement } from '../../analysis/findings.js';
import type { Finding } from '../../model/dataset.js';
import { isHttpUrl } from '../../model/value.js';
import { wordOf } from '../word-of.js';
import type { PanelContext } from './context.js';
import { hostOf, outLink } from './link.js';
import { findingMessages } from '../messages-findings.js';

/** What somebody said of a pair, with what it rests on. */
export function findingEntry(context: PanelContext, finding: Finding, isLocal: boolean): TemplateResult {
  const { format } = context;
  const words = findingMessages;
  const { evidence = [], clauses = [], level } = finding;
  return html`<p class="badges"><span class="badge strong">${wordOf(words.verdicts, finding.verdict)}</span>
      ${level === undefined ? nothing : html`<span class="badge">${words.levelIs(format.number(level))}</span>`}
      ${isLocal ? html`<span class="badge">${words.local}</span>` : nothing}</p>
    <p class="reason" dir="auto">${finding.reason}</p>
    <p class="small" dir="auto">${words.byline(finding.by, format.date(finding.date))}</p>
    ${clauses.length === 0 ? nothing : html`<p class="small">${words.clauses}: <bdi>${clauses.map(({ standard, clause }) => words.clause(standard, clause)).join('; ')}</bdi></p>`}
    ${
      evidence.length === 0
        ? nothing
        : html`<p class="small">${words.evidence}:</p><ul class="sentences small">${evidence.map(
            (text) => html`<li dir="auto">${isHttpUrl(text) ? outLink(context, text, `${hostOf(text)}: ${text}`) : text}</li>`,
          )}</ul>`
    }`;
}

/** What holds of a pair, and everything that was ever said of it. */
export function verdicts(context: PanelContext, judgement: Judgement, isLocal: (finding: Finding) => boolean): TemplateResult {
  const words = findingMessages;
  const { current, history, disputed } = judgement;
  const earlier = history.filter((finding) => !current.includes(finding));
  return html`<section class="verdicts"><h3>${words.verdictTitle}</h3>
    ${disputed ? html`<p class="problem" role="note">${words.disputed}</p>` : nothing}
    ${current.length === 0 ? html`<p class="small">${words.noVerdict}</p>` : nothing}
    <ul>${current.map((finding) => html`<li class="finding">${findingEntry(context, finding, isLocal(finding))}</li>`)}</ul>
    ${
      earlier.length === 0
        ? nothing
        : html`<h4>${words.history}</h4><ul>${earlier.map(
            (finding) =>
              html`<li class="finding earlier"><p class="small">${words.replaced}</p>${findingEntry(context, finding, isLocal(finding))}</li>`,
          )}</ul>`
    }
  </section>`;
}
