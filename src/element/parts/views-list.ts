import { html, nothing, type TemplateResult } from 'lit';
import { parseFilter } from '../../analysis/filter.js';
import { restore } from '../../state/settings.js';
import { DEFAULTS } from '../../state/state.js';
import { wordOf } from '../word-of.js';
import type { SavedView } from '../parse-views.js';
import type { ViewsController } from '../views-controller.js';
import { filterWords } from './chips.js';
import type { PanelContext } from './context.js';
import { counted } from './counted.js';
import { storeWhy } from './store-why.js';
import { viewMessages } from '../messages-views.js';

/** What the reader has to know about where views are kept; nothing while all is well. */
function warningsOf({ trouble, aside, emptied }: ViewsController): readonly string[] {
  const words = viewMessages;
  return [
    ...(trouble ? [words.notKept(storeWhy(trouble))] : []),
    ...aside.map((key) => words.keptAside(key)),
    ...(emptied ? [words.emptied] : []),
  ];
}

/** When it was saved and what it shows: `23 May 2026 · Table · SDO: ISO`. */
function about(context: PanelContext, { saved, state }: SavedView): string {
  const { messages, format } = context;
  const { view, filter } = { ...DEFAULTS, ...restore(state).settings };
  const words = viewMessages;
  const what = filterWords(context, parseFilter(filter).filter) || words.everything;
  return [format.date(saved), wordOf(messages.analysis.viewNames, view), what].join(' · ');
}

/** The text of the field of a form. */
function textIn(event: Event): string {
  event.preventDefault();
  const form = event.currentTarget;
  return form instanceof HTMLFormElement ? (form.querySelector('input')?.value ?? '') : '';
}

function renaming(views: ViewsController, view: SavedView): TemplateResult {
  const words = viewMessages;
  return html`<form class="naming" @submit=${(event: Event) => {
    views.rename(view, textIn(event));
  }}>
    <input type="text" dir="auto" autocomplete="off" aria-label=${words.renameTo(view.name)} .value=${view.name}>
    <button type="submit">${words.keep}</button>
    <button type="button" @click=${() => {
      views.startRename(undefined);
    }}>${words.cancel}</button></form>`;
}

function row(context: PanelContext, views: ViewsController, view: SavedView, isShown: boolean): TemplateResult {
  const words = viewMessages;
  const action = (name: string, act: () => void, label = words.actionOn(name, view.name)): TemplateResult =>
    html`<button type="button" class="text" aria-label=${label} @click=${act}>${name}</button>`;
  return html`<li aria-current=${isShown ? 'true' : nothing}>
    ${
      views.renamed === view.name
        ? renaming(views, view)
        : html`<button type="button" class="open text" title=${words.open(view.name)} @click=${() => {
            views.open(view);
          }}><bdi>${view.name}</bdi></button>`
    }
    <span class="small" dir="auto">${about(context, view)}</span>
    <span class="actions">
      ${action(words.copy, () => void views.copyLink(view))}
      ${action(words.rename, () => {
        views.startRename(view.name);
      })}
      ${action(
        words.overwrite,
        () => {
          views.overwrite(view);
        },
        words.overwriteName(view.name),
      )}
      ${action(words.delete, () => {
        views.delete(view);
      })}
    </span></li>`;
}

function files({ format }: PanelContext, views: ViewsController): TemplateResult {
  const words = viewMessages;
  const count = views.views.length;
  return html`<div class="buttons">
    ${
      count > 0
        ? html`<button type="button" @click=${() => {
            views.download();
          }}>${words.export(counted(format, count))}</button>`
        : nothing
    }
    <label class="button">${words.import}<input type="file" accept="application/json,.json" class="hidden" @change=${(event: Event) => {
      const input = event.currentTarget;
      const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
      if (file) void views.import(file);
      // The same file can be chosen again.
      if (input instanceof HTMLInputElement) input.value = '';
    }}></label></div>`;
}

/** Saved views: a name for what is shown now, and the list with what can be done with each. */
export function viewsList(context: PanelContext, views: ViewsController, shown: string): TemplateResult {
  const words = viewMessages;
  const { deleted, said } = views;
  return html`<section class="saved-views" aria-label=${words.title}>
    <p class="small">${words.note}</p>
    ${warningsOf(views).map((warning) => html`<p class="notice bad" role="alert" dir="auto">${warning}</p>`)}
    <form class="naming" @submit=${(event: Event) => {
      const form = event.currentTarget;
      if (views.save(textIn(event)) && form instanceof HTMLFormElement) form.reset();
    }}>
      <input type="text" dir="auto" autocomplete="off" aria-label=${words.name} placeholder=${words.name}>
      <button type="submit" class="primary">${words.save}</button></form>
    <p class="small said" role="status" dir="auto">${said}</p>
    ${
      deleted
        ? html`<p class="notice" role="status"><span dir="auto">${words.deleted(deleted.name)}</span> <button type="button" @click=${() => {
            views.undo();
          }}>${words.undo}</button></p>`
        : nothing
    }
    ${
      views.views.length === 0
        ? html`<p>${words.none}</p>`
        : html`<ul class="views">${views.views.map((view) => row(context, views, view, view.name === shown))}</ul>`
    }
    ${files(context, views)}
  </section>`;
}
