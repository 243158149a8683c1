import { html, nothing, type TemplateResult } from 'lit';
import type { FindingConflict } from '../../analysis/finding-merge.js';
import type { FindingDraft } from '../../analysis/finding-draft.js';
import type { Judgements } from '../../analysis/findings.js';
import type { Finding, StandardId } from '../../model/dataset.js';
import type { Issue } from '../../model/issue.js';
import type { PanelContext } from './context.js';
import { findingEntry } from './finding-entry.js';
import { counted } from './counted.js';
import { overlapMessages } from '../messages-overlaps.js';
import { findingMessages } from '../messages-findings.js';

/** What became of the last file that was imported. */
export type ImportNotice =
  | {
      readonly ok: true;
      readonly name: string;
      readonly added: number;
      readonly known: number;
      readonly conflicts: readonly FindingConflict[];
    }
  | { readonly ok: false; readonly name: string; readonly issues: readonly Issue[]; readonly total: number };

/** What the list of findings shows, and what can be done with it. */
export interface FindingsListProps {
  readonly dataset: readonly Finding[];
  readonly local: readonly Finding[];
  readonly judgements: Judgements;
  readonly drafts: readonly FindingDraft[];
  readonly isExported: (finding: Finding) => boolean;
  /** What the reader has to know about where findings are kept, in words. */
  readonly warnings: readonly string[];
  /** Findings kept here for other datasets; they are exported too. */
  readonly strangers: number;
  /** Findings that were removed and can be brought back. */
  readonly removed: number;
  readonly imported: ImportNotice | undefined;
  readonly choosePair: (a: StandardId, b: StandardId) => void;
  readonly download: () => void;
  readonly upload: (file: File) => void;
  readonly remove: (ids: readonly string[]) => void;
  readonly undo: () => void;
  readonly dismiss: () => void;
}

/** Findings and issues that are written out. */
const SHOWN = 100;

/** The standards of a finding, each pair of them to be chosen. */
function pairButtons(standards: readonly StandardId[], choosePair: FindingsListProps['choosePair']): TemplateResult {
  const [first, second, ...others] = standards;
  if (first === undefined || second === undefined) return html``;
  const words = overlapMessages;
  const button = (a: StandardId, b: StandardId): TemplateResult =>
    html`<button type="button" class="text" @click=${() => {
      choosePair(a, b);
    }}><bdi>${words.pairTitle(a, b)}</bdi></button>`;
  return html`${button(first, second)}${others.map((other) => button(first, other))}`;
}

const forces = new WeakMap<Judgements, ReadonlySet<Finding>>();

/** Findings that hold or are disputed for at least one pair. */
function inForce(all: Judgements): ReadonlySet<Finding> {
  const known = forces.get(all) ?? new Set(all.pairs.flatMap(({ current }) => current));
  forces.set(all, known);
  return known;
}

function entry(context: PanelContext, finding: Finding, props: FindingsListProps, isLocal: boolean): TemplateResult {
  const words = findingMessages;
  const isReplaced = !inForce(props.judgements).has(finding);
  return html`<li class=${isReplaced ? 'finding earlier' : 'finding'}>
    ${isReplaced ? html`<p class="small">${words.replaced}</p>` : nothing}
    ${pairButtons(finding.standards, props.choosePair)}
    ${findingEntry(context, finding, false)}
    ${
      isLocal
        ? html`<p class="small">${props.isExported(finding) ? words.exported : words.notExported}
          <button type="button" class="text" @click=${() => {
            props.remove([finding.id]);
          }}>${words.remove}</button></p>`
        : nothing
    }</li>`;
}

function entries(
  context: PanelContext,
  title: string,
  findings: readonly Finding[],
  props: FindingsListProps,
  isLocal: boolean,
): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  const rest = findings.length - SHOWN;
  const newest = [...findings].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)).slice(0, SHOWN);
  return html`<section><h3>${title}</h3><ul>${newest.map((finding) => entry(context, finding, props, isLocal))}</ul>
    ${rest > 0 ? html`<p class="small">${findingMessages.moreIssues(context.format.number(rest))}</p>` : nothing}</section>`;
}

function conflictRow(context: PanelContext, conflict: FindingConflict, props: FindingsListProps): TemplateResult {
  const words = findingMessages;
  const box = (finding: Finding): TemplateResult => html`<div class="finding">${findingEntry(context, finding, false)}</div>`;
  if (conflict.kind === 'id') {
    const { kept, renamed } = conflict;
    return html`<li><p dir="auto">${words.conflictId(kept.id, renamed.id)}</p>${box(kept)}${box(renamed)}</li>`;
  }
  return html`<li><p>${words.conflictVerdict} ${pairButtons([conflict.a, conflict.b], props.choosePair)}</p>${conflict.findings.map(box)}</li>`;
}

function importNotice(context: PanelContext, props: FindingsListProps): TemplateResult | typeof nothing {
  const { imported, dismiss } = props;
  if (!imported) return nothing;
  const { format } = context;
  const words = findingMessages;
  const close = html`<button type="button" @click=${dismiss}>${words.dismiss}</button>`;
  if (!imported.ok) {
    const more = imported.total - Math.min(imported.issues.length, SHOWN);
    return html`<div class="notice bad" role="alert"><p dir="auto">${words.refused(imported.name)}</p>
      <ul class="sentences">${imported.issues.slice(0, SHOWN).map(({ message }) => html`<li dir="auto">${message}</li>`)}</ul>
      ${more > 0 ? html`<p>${words.moreIssues(format.number(more))}</p>` : nothing}${close}</div>`;
  }
  const { conflicts } = imported;
  return html`<div class=${conflicts.length > 0 ? 'notice bad' : 'notice'} role="status">
    <p>${words.imported(counted(format, imported.added), format.number(imported.known))}</p>
    ${
      conflicts.length > 0
        ? html`<h4>${words.conflictsTitle(format.number(conflicts.length))}</h4><ul class="conflicts">${conflicts
            .slice(0, SHOWN)
            .map((conflict) => conflictRow(context, conflict, props))}</ul>`
        : nothing
    }${close}</div>`;
}

function actions(context: PanelContext, props: FindingsListProps): TemplateResult {
  const { format } = context;
  const words = findingMessages;
  const { local, strangers, download, upload, remove, isExported } = props;
  const exported = local.filter(isExported);
  const count = local.length + strangers;
  return html`<div class="buttons">
    ${count > 0 ? html`<button type="button" class="primary" @click=${download}>${words.export(counted(format, count))}</button>` : nothing}
    <label class="button">${words.import}<input type="file" accept="application/json,.json" class="hidden" @change=${(event: Event) => {
      const input = event.currentTarget;
      const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
      if (file) upload(file);
      // The same file can be chosen again.
      if (input instanceof HTMLInputElement) input.value = '';
    }}></label>
    ${
      exported.length > 0
        ? html`<button type="button" @click=${() => {
            remove(exported.map(({ id }) => id));
          }}>${words.removeExported(counted(format, exported.length))}</button>`
        : nothing
    }</div>`;
}

function pairList(
  context: PanelContext,
  title: string,
  pairs: readonly (readonly StandardId[])[],
  props: FindingsListProps,
): TemplateResult | typeof nothing {
  if (pairs.length === 0) return nothing;
  return html`<section><h3>${title}</h3><ul>${pairs.map((pair) => html`<li>${pairButtons(pair, props.choosePair)}</li>`)}</ul></section>`;
}

/** Findings kept in this browser and on record in the dataset, with the ways in and out. */
export function findingsList(context: PanelContext, props: FindingsListProps): TemplateResult {
  const { format } = context;
  const words = findingMessages;
  const { dataset, local, drafts, warnings, removed, undo } = props;
  const disputed = props.judgements.pairs.filter((pair) => pair.disputed).map(({ a, b }) => [a, b]);
  const titled = (title: (count: string) => string, list: readonly unknown[]): string => title(format.number(list.length));
  return html`<section class="findings" aria-label=${words.title}>
    <p class="small">${words.listNote}</p>
    ${warnings.map((warning) => html`<p class="notice bad" role="alert" dir="auto">${warning}</p>`)}
    ${actions(context, props)}
    ${
      removed > 0
        ? html`<p class="notice" role="status">${words.removed(counted(format, removed))} <button type="button" @click=${undo}>${words.undo}</button></p>`
        : nothing
    }
    ${importNotice(context, props)}
    ${local.length + dataset.length === 0 ? html`<p>${words.none}</p>` : nothing}
    ${pairList(context, titled(words.disputedTitle, disputed), disputed, props)}
    ${pairList(
      context,
      titled(words.draftsTitle, drafts),
      drafts.map(({ standards }) => standards),
      props,
    )}
    ${entries(context, titled(words.localTitle, local), local, props, true)}
    ${entries(context, titled(words.datasetTitle, dataset), dataset, props, false)}
  </section>`;
}
