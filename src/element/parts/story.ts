import { html, nothing, type TemplateResult } from 'lit';
import { parseFilter } from '../../analysis/filter.js';
import type { Scene, Story } from '../../model/story.js';
import { sceneSettings } from '../../state/scene-settings.js';
import { wordOf } from '../word-of.js';
import { analysisMessages } from '../messages-analysis.js';
import { storyMessages as words } from '../messages-story.js';
import { LONGEST_TEXT, LONGEST_TITLE } from '../parse-draft.js';
import type { StoryMaking } from '../story-making.js';
import { filterWords } from './chips.js';
import type { PanelContext } from './context.js';
import { downIcon, upIcon } from './arrow-icons.js';
import { counted } from './counted.js';
import { storyFiles } from './story-files.js';
import { storyPaper, type StoryPaper } from './story-paper.js';
import { storeWhy } from './store-why.js';

/** What the panel asks for beside the story. */
export interface StoryWishes {
  /** Absent where the element cannot present. @param given a story at hand instead of the one in the making */
  readonly present: ((scene: number, given?: Story) => void) | undefined;
  readonly paper: StoryPaper;
  /** Gives the focus to a part of the panel, once it stands. */
  readonly focus: (selector: string) => void;
}

/** What the reader has to know about where the story is kept; nothing while all is well. */
function warningsOf({ store }: StoryMaking): readonly string[] {
  if (!store) return [];
  const { trouble, aside, emptied } = store;
  return [
    ...(trouble ? [words.notKept(storeWhy(trouble))] : []),
    ...aside.map((key) => words.keptAside(key)),
    ...(emptied ? [words.emptied] : []),
  ];
}

/** What a scene shows: `Matrix · SDO: ISO`. */
function shows(context: PanelContext, scene: Scene): string {
  const { view, filter } = sceneSettings(scene).settings;
  const what = filterWords(context, parseFilter(filter).filter) || words.everything;
  return words.shows(wordOf(analysisMessages.viewNames, view), what);
}

const valueOf = ({ currentTarget }: Event): string =>
  currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLTextAreaElement ? currentTarget.value : '';

/** Title, caption and notes of a scene; each is taken over when it is left. */
function sceneWords(making: StoryMaking, scene: Scene, at: number): TemplateResult {
  const { title, caption = '', notes = '' } = scene;
  return html`<div class="words" role="group" aria-label=${words.editOf(title)}>
    <label>${words.sceneTitle}<input type="text" dir="auto" autocomplete="off" maxlength=${LONGEST_TITLE} .value=${title} @change=${(
      event: Event,
    ) => {
      making.reword(at, { title: valueOf(event), caption, notes });
    }}></label>
    <label>${words.caption}<textarea rows="3" dir="auto" maxlength=${LONGEST_TEXT} .value=${caption} @change=${(event: Event) => {
      making.reword(at, { title, caption: valueOf(event), notes });
    }}></textarea></label>
    <label>${words.notes}<textarea rows="4" dir="auto" maxlength=${LONGEST_TEXT} .value=${notes} @change=${(event: Event) => {
      making.reword(at, { title, caption, notes: valueOf(event) });
    }}></textarea></label>
  </div>`;
}

/** Moves a scene, and goes along with it. */
function move(making: StoryMaking, { focus }: StoryWishes, from: number, to: number, target: string): void {
  if (to < 0 || to >= making.draft.scenes.length) return;
  making.move(from, to);
  focus(`.scenes > li:nth-child(${String(to + 1)}) ${target}`);
}

function order(making: StoryMaking, wishes: StoryWishes, title: string, at: number): TemplateResult {
  const last = making.draft.scenes.length - 1;
  const button = (name: string, to: number, icon: TemplateResult, target: string): TemplateResult =>
    html`<button type="button" class="icon ${target}" title=${name} aria-label=${words.actionOn(name, title)} aria-disabled=${
      to < 0 || to > last ? 'true' : nothing
    } @click=${() => {
      move(making, wishes, at, to, `.${target}`);
    }}>${icon}</button>`;
  return html`<span class="order">${button(words.earlier, at - 1, upIcon, 'move-up')}${button(words.later, at + 1, downIcon, 'move-down')}</span>`;
}

function sceneActions(making: StoryMaking, { present }: StoryWishes, title: string, at: number): TemplateResult {
  const action = (name: string, act: () => void, label = words.actionOn(name, title), expanded?: boolean): TemplateResult =>
    html`<button type="button" class="text" aria-label=${label} aria-expanded=${expanded === undefined ? nothing : String(expanded)} @click=${act}>${name}</button>`;
  const isEdited = making.edited === at;
  return html`<span class="actions">
    ${action(
      words.edit,
      () => {
        making.edit(isEdited ? undefined : at);
      },
      words.actionOn(words.edit, title),
      isEdited,
    )}
    ${action(
      words.retake,
      () => {
        making.retake(at);
      },
      words.retakeOf(title),
    )}
    ${action(words.duplicate, () => {
      making.duplicate(at);
    })}
    ${action(words.remove, () => {
      making.remove(at);
    })}
    ${
      present
        ? action(words.present, () => {
            present(at);
          })
        : nothing
    }
  </span>`;
}

function row(context: PanelContext, making: StoryMaking, wishes: StoryWishes, scene: Scene, at: number): TemplateResult {
  const { title, caption } = scene;
  return html`<li aria-current=${making.shown === at ? 'true' : nothing} @keydown=${(event: KeyboardEvent) => {
    const way = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (way === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(making, wishes, at, at + way, '.open');
  }}>
    <span class="place" aria-hidden="true">${context.format.number(at + 1)}</span>
    <span class="about"><button type="button" class="open text" title=${words.open(title)} @click=${() => {
      making.open(at);
    }}><bdi>${title}</bdi></button>
      ${caption ? html`<span class="small caption" dir="auto">${caption}</span>` : nothing}
      <span class="small" dir="auto">${shows(context, scene)}</span></span>
    ${order(making, wishes, title, at)}
    ${sceneActions(making, wishes, title, at)}
    ${making.edited === at ? sceneWords(making, scene, at) : nothing}
  </li>`;
}

/** Stories that the dataset brings: to present, or to begin with. */
function given({ format }: PanelContext, making: StoryMaking, { present }: StoryWishes): TemplateResult | typeof nothing {
  if (making.given.length === 0) return nothing;
  return html`<h3>${words.given}</h3><ul class="given">${making.given.map(
    (
      story,
    ) => html`<li><span><bdi>${story.title}</bdi> <span class="small">${words.scenes(counted(format, story.scenes.length))}, ${words.ofDataset}</span></span>
      ${
        present
          ? html`<button type="button" class="primary" aria-label=${words.actionOn(words.presentAll, story.title)} @click=${() => {
              present(0, story);
            }}>${words.presentAll}</button>`
          : nothing
      }
      <button type="button" aria-label=${words.takeOf(story.title)} @click=${() => {
        making.take(story);
      }}>${words.take}</button></li>`,
  )}</ul>`;
}

function scenes(context: PanelContext, making: StoryMaking, wishes: StoryWishes): TemplateResult {
  const { scenes: list } = making.draft;
  if (list.length === 0) return html`<p>${words.none}</p>`;
  return html`<ol class="scenes">${list.map((scene, at) => row(context, making, wishes, scene, at))}</ol>
    <p class="small">${words.moveHelp}</p>`;
}

/** The story in the making: its title, its scenes with what can be done with each, files and paper, and the stories at hand. */
export function storyView(context: PanelContext, making: StoryMaking, wishes: StoryWishes): TemplateResult {
  const { draft, said, canUndo } = making;
  const hasScenes = draft.scenes.length > 0;
  return html`<section class="story" aria-label=${words.title}>
    <p class="small">${words.note}</p>
    ${warningsOf(making).map((warning) => html`<p class="notice bad" role="alert" dir="auto">${warning}</p>`)}
    <label class="entitled">${words.storyTitle}<input type="text" dir="auto" autocomplete="off" maxlength=${LONGEST_TITLE} placeholder=${words.untitled} .value=${draft.title} @change=${(
      event: Event,
    ) => {
      making.entitle(valueOf(event));
    }}></label>
    <div class="buttons"><button type="button" class="primary keep" @click=${() => {
      making.keep(context);
    }}>${words.keep}</button>
    ${
      hasScenes && wishes.present
        ? html`<button type="button" class="present" @click=${() => {
            wishes.present?.(0);
          }}>${words.presentAll}</button>`
        : nothing
    }</div>
    <p class="small said" role="status" dir="auto">${said}</p>
    ${
      canUndo
        ? html`<p class="notice"><button type="button" class="undo" @click=${() => {
            making.undo();
          }}>${words.undo}</button></p>`
        : nothing
    }
    ${scenes(context, making, wishes)}
    ${storyFiles(making, hasScenes)}
    ${hasScenes ? storyPaper(wishes.paper) : nothing}
    ${given(context, making, wishes)}
  </section>`;
}
