import { html, nothing, type TemplateResult } from 'lit';
import { INTAKE_LIMITS } from '../../intake/limits.js';
import type { Refusal } from '../../intake/refusal.js';
import type { IntakeMode } from '../../intake/take-table.js';
import { filesPanelMessages as words } from '../messages-files-panel.js';
import type { Applied, FileStep, OwnDatasetFile, OwnTable } from '../own-file.js';
import type { Format, PanelContext } from './context.js';
import { problemList, type ShownProblems } from './files-problems.js';
import { tableForm, type TableActions } from './files-table.js';

/** What the panel shows, and what can be done in it. */
export interface FilesView extends TableActions {
  readonly step: FileStep;
  readonly mode: IntakeMode;
  readonly problems: ShownProblems;
  readonly applied: Applied | undefined;
  /** New standards of the file that the filter leaves out. */
  readonly hidden: number;
  /** What is read out. */
  readonly said: string;
  readonly open: (file: File) => void;
  readonly cancel: () => void;
  readonly chooseMode: (mode: IntakeMode) => void;
  readonly showProblems: (shown: ShownProblems) => void;
  readonly apply: () => void;
  readonly takeBack: () => void;
  readonly clearFilter: () => void;
  readonly template: () => void;
  readonly downloadProblems: () => void;
}

const MODES: readonly IntakeMode[] = ['beside', 'instead'];
const MEGA = 1_000_000;

/** Bytes as readers know them. */
const bytes = (format: Format, size: number): string => `${format.number(Math.round((10 * size) / MEGA) / 10)} MB`;

/** Values of a refusal in words; those that are bytes as bytes. */
function refusalText(format: Format, { code, got, expected }: Refusal): string {
  const isSize = code === 'too-large' || code === 'too-large-unpacked';
  const said = (text: string): string => (/^\d+$/.test(text) ? (isSize ? bytes(format, Number(text)) : format.number(Number(text))) : text);
  return words.refusals[code](said(got), said(expected));
}

function picker(view: FilesView, label: string): TemplateResult {
  return html`<label class="button primary">${label}<input type="file" class="hidden" name="file" accept=".json,.gz,.smc,.csv,.tsv,.txt,.xlsx,application/json,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" @change=${(
    event: Event,
  ) => {
    const input = event.currentTarget;
    if (!(input instanceof HTMLInputElement)) return;
    const file = input.files?.[0];
    // The same file can be chosen again
    if (file) view.open(file);
    input.value = '';
  }}></label>`;
}

function start({ format }: PanelContext, view: FilesView): TemplateResult {
  return html`<div class="drop-zone">${picker(view, view.step.step === 'none' && !view.applied ? words.choose : words.another)}<span class="small">${words.orDrop}</span></div>
    <p class="small">${words.limits(bytes(format, INTAKE_LIMITS.file), bytes(format, INTAKE_LIMITS.workbook), format.number(INTAKE_LIMITS.rows))}
      <button type="button" class="text template" @click=${view.template}>${words.template}</button></p>`;
}

function progress({ format }: PanelContext, label: string, share: number, cancel: () => void): TemplateResult {
  const percent = Math.round(100 * share);
  return html`<div class="working"><p role="status">${label}</p>
    <progress max="100" value=${String(percent)} aria-label=${label}>${words.percent(format.number(percent))}</progress>
    <button type="button" class="cancel" @click=${cancel}>${words.cancel}</button></div>`;
}

function refused({ format }: PanelContext, { name, refusal, issues, total }: Extract<FileStep, { step: 'refused' }>): TemplateResult {
  return html`<div class="notice bad refused" role="alert"><strong>${words.refusedTitle}</strong>
    <p><bdi>${name}</bdi> ${refusalText(format, refusal)}</p>
    ${
      issues.length === 0
        ? nothing
        : html`<p class="small">${words.issues(format.number(Math.min(issues.length, 50)), format.number(total))}</p>
          <ul>${issues.slice(0, 50).map(({ message }) => html`<li dir="auto">${message}</li>`)}</ul>`
    }
    <p class="small">${words.unchanged}</p></div>`;
}

function modes(view: FilesView): TemplateResult {
  return html`<fieldset class="modes"><legend>${words.mode}</legend>${MODES.map(
    (mode) =>
      html`<label class="choice"><input type="radio" name="mode" value=${mode} .checked=${view.mode === mode} @change=${() => {
        view.chooseMode(mode);
      }}><span>${words.modes[mode]}<span class="small">${words.modeHelp[mode]}</span></span></label>`,
  )}</fieldset>`;
}

const badges = (texts: readonly string[]): TemplateResult =>
  html`<p class="badges" role="status">${texts.map((text) => html`<span class="badge">${text}</span> `)}</p>`;

function buttons(view: FilesView, canApply: boolean): TemplateResult {
  return html`<div class="buttons"><button type="button" class="primary apply" ?disabled=${!canApply} @click=${view.apply}>${words.apply}</button>
    <button type="button" class="cancel" @click=${view.cancel}>${words.cancel}</button></div>`;
}

function ofTable(context: PanelContext, table: OwnTable, view: FilesView): TemplateResult {
  const { format } = context;
  const { taken, mapping, share, name, asOf, opened } = table;
  const isMapped = mapping.fields.reference !== undefined || mapping.fields.title !== undefined;
  const count = (text: (count: string) => string, number: number): readonly string[] => (number === 0 ? [] : [text(format.number(number))]);
  const left = new Set(taken?.problems.filter(({ severity }) => severity === 'error').map(({ row }) => row) ?? []).size;
  const canApply = taken !== undefined && taken.added.length + taken.annotated.length > 0;
  return html`<p class="file-name"><strong><bdi>${name}</bdi></strong> <span class="small">${words.asOf(format.date(asOf))}</span></p>
    ${opened.doubt === undefined ? nothing : html`<p class="notice bad doubt">${words.doubts[opened.doubt]}</p>`}
    ${
      taken
        ? badges([
            ...count(words.counts.rows, taken.rows),
            words.counts.added(format.number(taken.added.length)),
            words.counts.known(format.number(taken.annotated.length)),
            ...count(words.counts.left, left),
            ...count(words.counts.differences, taken.problems.filter(({ code }) => code === 'differs').length),
          ])
        : isMapped
          ? progress(context, words.taking, share, view.cancel)
          : html`<p class="notice bad">${words.needed}</p>`
    }
    ${taken && !canApply ? html`<p class="notice bad nothing-taken" role="alert">${words.nothing}</p>` : nothing}
    ${modes(view)}${buttons(view, canApply)}
    ${taken && taken.added.length > 0 ? html`<p class="small">${words.derived}</p>` : nothing}
    <details class="how" ?open=${table.isChanged || !canApply || left > 0 || opened.doubt !== undefined}><summary>${words.mapping}</summary>${tableForm(context, table, view)}</details>
    ${problemList(context, table, view.problems, { show: view.showProblems, download: view.downloadProblems })}`;
}

function ofDataset({ format }: PanelContext, { name, own, taken }: OwnDatasetFile, view: FilesView): TemplateResult {
  return html`<p class="file-name"><strong><bdi>${name}</bdi></strong> <span class="small" dir="auto">${own.title}, ${words.asOf(format.date(own.asOf))}</span></p>
    ${badges([
      words.counts.standards(format.number(own.standards.length)),
      words.counts.added(format.number(taken.added.length)),
      words.counts.known(format.number(taken.annotated.length)),
      ...(taken.differences > 0 ? [words.counts.differences(format.number(taken.differences))] : []),
    ])}
    ${modes(view)}${buttons(view, true)}`;
}

function applied({ format }: PanelContext, shown: Applied, view: FilesView): TemplateResult {
  return html`<section class="notice applied"><p><strong><bdi>${words.applied(shown.name)}</bdi></strong> ${words.appliedModes[shown.mode]}.</p>
    ${badges([words.counts.added(format.number(shown.added.length)), words.counts.known(format.number(shown.known))])}
    ${
      view.hidden === 0
        ? nothing
        : html`<p>${words.hiddenByFilter(format.number(view.hidden))} <button type="button" class="text clear-filter" @click=${view.clearFilter}>${words.showAll}</button></p>`
    }
    <button type="button" class="take-back" @click=${view.takeBack}>${words.back}</button>
    <p class="small">${words.replaces}</p></section>`;
}

/** The panel for files of the reader's own, whatever has become of the last one. */
export function filesView(context: PanelContext, view: FilesView): TemplateResult {
  const { step } = view;
  const body = (): unknown => {
    switch (step.step) {
      case 'none':
        return nothing;
      case 'reading':
        return progress(context, words.reading(step.name), step.share, view.cancel);
      case 'refused':
        return refused(context, step);
      case 'dataset':
        return ofDataset(context, step, view);
      case 'table':
        return ofTable(context, step, view);
    }
  };
  return html`<section class="files">
    ${step.step === 'none' ? html`<p class="small">${words.intro} <strong>${words.stays}</strong></p>` : nothing}
    <p class="hidden" role="status">${view.said}</p>
    ${view.applied ? applied(context, view.applied, view) : nothing}
    ${step.step === 'reading' ? nothing : start(context, view)}
    ${body()}</section>`;
}
