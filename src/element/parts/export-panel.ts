import { html, nothing, type TemplateResult } from 'lit';
import type { PanelContext } from './context.js';
import { exportMessages } from '../messages-export.js';

/** The forms of an export, in the order in which they are offered. */
export const EXPORT_FORMS = ['csv', 'xlsx', 'markdown', 'json', 'gexf', 'graphml', 'bibtex', 'csl', 'png', 'svg', 'html'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];
/** Scales that are offered for pictures. */
export const EXPORT_SCALES = [1, 2, 3, 4] as const;

/** What is under way, or done. */
export type ExportPhase =
  | { readonly phase: 'idle'; readonly told?: string }
  | { readonly phase: 'busy'; readonly what: string; readonly share: number }
  | {
      readonly phase: 'done';
      readonly name: string;
      readonly size: string;
      readonly url: string;
      readonly isText: boolean;
      readonly told?: string;
    };

/** What the panel shows, and what can be done with it. */
export interface ExportProps {
  readonly form: ExportForm;
  readonly forms: readonly ExportForm[];
  readonly scale: number;
  /** Whether an offline page has all standards of the dataset. */
  readonly whole: boolean;
  /** What will be in the file, and the filter. */
  readonly content: readonly string[];
  readonly state: ExportPhase;
  readonly choose: (form: ExportForm) => void;
  readonly setScale: (scale: number) => void;
  readonly setWhole: (whole: boolean) => void;
  readonly make: () => void;
  readonly cancel: () => void;
  readonly copy: () => void;
}

function radio(name: string, isOn: boolean, value: string, label: unknown, choose: () => void): TemplateResult {
  return html`<label class="choice"><input type="radio" name=${name} value=${value} .checked=${isOn} @change=${choose}>${label}</label>`;
}

function forms({ form, forms: offered, choose }: ExportProps): TemplateResult {
  const words = exportMessages;
  const label = (one: ExportForm): TemplateResult =>
    html`<span>${words.forms[one]}<span class="small" id=${`export-${one}`}>${words.notes[one]}</span></span>`;
  return html`<fieldset class="field"><legend>${words.form}</legend><div class="forms">
      ${offered.map((one) =>
        radio('export-form', one === form, one, label(one), () => {
          choose(one);
        }),
      )}</div></fieldset>
    ${offered.includes('png') ? nothing : html`<p class="small">${words.noPicture}</p>`}`;
}

function scales({ format }: PanelContext, { form, scale, setScale }: ExportProps): TemplateResult | typeof nothing {
  if (form !== 'png') return nothing;
  const words = exportMessages;
  return html`<fieldset class="field"><legend>${words.scale}</legend><div class="scales">${EXPORT_SCALES.map((one) =>
    radio('export-scale', one === scale, String(one), html`<span>${words.times(format.number(one))}</span>`, () => {
      setScale(one);
    }),
  )}</div></fieldset>`;
}

function scopes({ form, whole, setWhole }: ExportProps): TemplateResult | typeof nothing {
  if (form !== 'html') return nothing;
  const words = exportMessages;
  const choice = (isWhole: boolean, value: string, label: string): TemplateResult =>
    radio('export-scope', whole === isWhole, value, html`<span>${label}</span>`, () => {
      setWhole(isWhole);
    });
  return html`<fieldset class="field"><legend>${words.scope}</legend>
    ${choice(false, 'shown', words.shownOnly)}${choice(true, 'all', words.all)}</fieldset>`;
}

function busy(what: string, share: number, cancel: () => void): TemplateResult {
  return html`<div class="working"><p id="export-what">${what}</p>
    <progress max="1" .value=${share} aria-labelledby="export-what"></progress>
    <div class="buttons"><button type="button" @click=${cancel}>${exportMessages.cancel}</button></div></div>`;
}

/** What there is to do, and what was done: read out when it changes. */
function actions(context: PanelContext, props: ExportProps): TemplateResult {
  const words = exportMessages;
  const { state } = props;
  if (state.phase === 'busy') return busy(state.what, state.share, props.cancel);
  return html`<div class="buttons"><button type="submit" class="primary">${words.make}</button>
    ${
      state.phase === 'done'
        ? html`<a class="button" href=${state.url} download=${state.name}>${words.save}</a>
          ${state.isText ? html`<button type="button" @click=${props.copy}>${words.copy}</button>` : nothing}`
        : nothing
    }</div>`;
}

function said({ state }: ExportProps): string {
  if (state.phase === 'busy') return '';
  if (state.told !== undefined) return state.told;
  return state.phase === 'done' ? exportMessages.done(state.name, state.size) : '';
}

/** Forms to choose from, what will be in the file, and how far it is. */
export function exportPanel(context: PanelContext, props: ExportProps): TemplateResult {
  const words = exportMessages;
  return html`<form class="export" novalidate autocomplete="off" @submit=${(event: Event) => {
    event.preventDefault();
    props.make();
  }}>
    <p class="small">${words.note}</p>
    ${forms(props)}
    ${scales(context, props)}${scopes(props)}
    <section class="content" aria-label=${words.content}>${props.content.map((line) => html`<p><bdi>${line}</bdi></p>`)}</section>
    ${actions(context, props)}
    <p role="status" dir="auto">${said(props)}</p>
  </form>`;
}
