import { html, nothing, type TemplateResult } from 'lit';
import type { StandardId } from '../model/dataset.js';
import type { FindingsController } from './findings-controller.js';
import type { Messages } from './messages.js';
import { wordOf } from './word-of.js';
import type { Format, PanelContext } from './parts/context.js';
import { findingForm } from './parts/finding-form.js';
import { findingsList } from './parts/findings-list.js';
import { counted } from './parts/counted.js';
import { storeWhy } from './parts/store-why.js';
import { findingMessages } from './messages-findings.js';
import { overlapMessages } from './messages-overlaps.js';

/** What the reader has to know about where findings are kept; nothing while all is well. */
function warningsOf(messages: Messages, { trouble, aside, emptied, strangers }: FindingsController, format: Format): readonly string[] {
  const words = findingMessages;
  const told: string[] = [];
  if (trouble?.kind === 'not-aside') told.push(words.notAside);
  else if (trouble) told.push(words.notKept(storeWhy(trouble)));
  for (const key of aside) told.push(words.keptAside(key));
  if (emptied) told.push(words.emptied);
  if (strangers.length > 0) told.push(words.strangers(counted(format, strangers.length)));
  return told;
}

/** The form for a verdict on a pair, with what is typed so far; what happened to the last one is told for all to hear. */
export function pairForm(context: PanelContext, findings: FindingsController, a: StandardId, b: StandardId): TemplateResult {
  const { messages, format } = context;
  const words = findingMessages;
  const { recorded, trouble } = findings;
  const isHere = recorded?.standards.includes(a) === true && recorded.standards.includes(b);
  const [problem] = trouble ? warningsOf(messages, findings, format) : [];
  return html`
    ${problem === undefined ? nothing : html`<p class="notice bad" role="alert">${problem}</p>`}
    <p class="small" role="status">${isHere ? words.recorded(wordOf(words.verdicts, recorded.verdict), overlapMessages.pairTitle(a, b)) : nothing}</p>
    ${findingForm(context, {
      draft: findings.draft(a, b),
      today: findings.today,
      current: findings.judgement(a, b).current,
      open: findings.isOpen(a, b),
      tried: findings.isTried(a, b),
      drafted: findings.isDrafted(a, b),
      toggle: (open) => {
        findings.openForm(a, b, open);
      },
      change: (made) => {
        findings.setDraft(made(findings.draft(a, b)));
      },
      record: () => {
        findings.record(a, b);
      },
      discard: () => {
        findings.discardDraft([a, b]);
      },
    })}`;
}

/** All findings, kept here or on record, with export and import. */
export function allFindings(
  context: PanelContext,
  findings: FindingsController,
  choosePair: (a: StandardId, b: StandardId) => void,
): TemplateResult {
  return findingsList(context, {
    dataset: context.catalogue.dataset.findings ?? [],
    local: findings.local,
    judgements: findings.judgements,
    drafts: findings.drafts,
    isExported: (finding) => findings.isExported(finding),
    warnings: warningsOf(context.messages, findings, context.format),
    strangers: findings.strangers.length,
    removed: findings.removed.length,
    imported: findings.result,
    choosePair,
    download: () => {
      findings.download();
    },
    upload: (file) => void findings.import(file),
    remove: (ids) => {
      findings.remove(ids);
    },
    undo: () => {
      findings.undo();
    },
    dismiss: () => {
      findings.dismiss();
    },
  });
}
