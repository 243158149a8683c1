import { html, nothing, type TemplateResult } from 'lit';
import type { Evidence } from '../../analysis/candidate.js';
import type { Judgement } from '../../analysis/findings.js';
import type { Finding } from '../../model/dataset.js';
import { wordOf } from '../word-of.js';
import { bandBadge, earlyBadge } from './bands.js';
import type { PanelContext } from './context.js';
import { sides } from './evidence-sides.js';
import { against, coordinationChain, why } from './evidence-why.js';
import { verdicts } from './finding-entry.js';
import { sourceLink } from './link.js';
import { counted } from './counted.js';
import { overlapMessages } from '../messages-overlaps.js';
import { findingMessages } from '../messages-findings.js';
import { compareMessages } from '../messages-compare.js';

/** What the evidence of a pair shows beside what was computed. */
export interface EvidenceProps {
  readonly evidence: Evidence;
  /** What people have said of the pair. */
  readonly judgement: Judgement;
  /** Whether a finding is kept in this browser only. */
  readonly isLocal: (finding: Finding) => boolean;
  /** The form for a verdict; absent where none can be given. */
  readonly form?: TemplateResult;
  /** Opens the two side by side over the map; absent where they stand nowhere else. */
  readonly compare?: () => void;
}

function coordination(context: PanelContext, { coordination: joined }: Evidence): TemplateResult | typeof nothing {
  if (!joined) return nothing;
  return html`<section><h3>${overlapMessages.coordinationTitle}</h3>${coordinationChain(context, joined.steps)}</section>`;
}

/** The catalogues that the two records were taken from, and how old they are. */
function scope(context: PanelContext, { a, b }: Evidence): TemplateResult {
  const { catalogue, messages, format } = context;
  const words = overlapMessages;
  const ids = new Set([a, b].flatMap((id) => catalogue.standard(id)?.sources ?? []));
  const sources = [...ids].flatMap((id) => catalogue.source(id) ?? []);
  return html`<section class="scope-line"><h3>${words.scopeTitle}</h3>
    <p class="small">${words.scopeNote(counted(format, catalogue.standards.length))}</p>
    <ul>${sources.map(
      (source) =>
        html`<li class="small">${sourceLink(context, source)}, ${messages.asOf.toLowerCase()} <time datetime=${source.asOf}>${format.date(source.asOf)}</time></li>`,
    )}</ul></section>`;
}

/** The headline of a pair: both designations. What they are to each other stands below, in the evidence. */
export function evidenceHead({ a, b }: Evidence): { readonly kicker: string; readonly title: string } {
  return { kicker: overlapMessages.pairKicker, title: overlapMessages.pairTitle(a, b) };
}

/** Everything that speaks for and against two standards covering the same ground; any two standards have such a page. */
export function evidencePanel(context: PanelContext, { evidence, judgement, isLocal, form, compare }: EvidenceProps): TemplateResult {
  const words = overlapMessages;
  const { band, early, tier } = evidence;
  return html`<div class="evidence">
    <p class="badges"><span class="badge tier">${wordOf(words.tiers, tier)}</span>
      ${judgement.finding ? html`<span class="badge strong">${wordOf(findingMessages.verdicts, judgement.finding.verdict)}</span>` : nothing}
      ${band === undefined ? nothing : bandBadge(band)} ${early && tier === 'candidate' ? earlyBadge() : nothing}</p>
    <p class="small">${wordOf(words.about, tier)}${early && tier === 'candidate' ? ` ${words.earlyHint}` : nothing}</p>
    ${compare ? html`<p><button type="button" class="compare-open" @click=${compare}>${compareMessages.open}</button></p>` : nothing}
    ${coordination(context, evidence)}
    ${sides(context, evidence)}
    ${why(context, evidence)}
    ${against(context, evidence)}
    ${verdicts(context, judgement, isLocal)}
    ${form ?? nothing}
    ${scope(context, evidence)}
  </div>`;
}
