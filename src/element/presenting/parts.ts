import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Scene } from '../../model/story.js';
import { presentMessages as messages } from '../messages-present.js';
import { wordOf } from '../word-of.js';
import type { Command } from './keys.js';
import type { Overlays } from './overlays.js';

/** What stands around the scene. */
export interface PresentProps {
  readonly scene: Scene;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly isRtl: boolean;
  readonly isLaser: boolean;
  readonly over: Readonly<Overlays>;
  /** Title of the story. */
  readonly story: string;
  /** Notes in the page, where there is no window for them. */
  readonly notes: TemplateResult | undefined;
  /** What colours and signs mean. */
  readonly legend: unknown;
  readonly isFull: boolean;
  readonly run: (kind: Exclude<Command['kind'], 'digit' | 'jump'>) => void;
  readonly number: (value: number) => string;
}

const icon = (body: TemplateResult): TemplateResult => html`<svg viewBox="0 0 24 24" aria-hidden="true">${body}</svg>`;
const ICONS = {
  previous: svg`<path d="M15 4l-8 8 8 8"></path>`,
  next: svg`<path d="M9 4l8 8-8 8"></path>`,
  black: svg`<rect x="3" y="5" width="18" height="13" rx="1.5" fill="currentColor"></rect>`,
  laser: svg`<circle cx="12" cy="12" r="4" fill="currentColor"></circle><path d="M12 2v3M12 19v3M2 12h3M19 12h3"></path>`,
  presenter: svg`<path d="M4 4h16v11H4zM12 15v5M8 20h8M8 8h8M8 11h5"></path>`,
  fullscreen: svg`<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"></path>`,
  print: svg`<path d="M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z"></path>`,
  help: svg`<path d="M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.2v.3"></path>`,
  leave: svg`<path d="M5 5l14 14M19 5L5 19"></path>`,
} as const;

type Tool = keyof typeof ICONS;

const tool = ({ run }: PresentProps, kind: Tool, pressed?: boolean): TemplateResult =>
  html`<button type="button" data-run=${kind} title=${messages[kind]} aria-label=${messages[kind]} aria-pressed=${pressed === undefined ? nothing : String(pressed)}
    @click=${() => {
      run(kind);
    }}>${icon(ICONS[kind])}</button>`;

/** The buttons that come with the pointer. */
const controls = (props: PresentProps): TemplateResult =>
  html`<div class="show-controls" role="toolbar" aria-label=${messages.title}>
    ${tool(props, 'previous')}${tool(props, 'next')}${tool(props, 'black', props.over.blank !== undefined)}${tool(props, 'laser', props.isLaser)}
    ${tool(props, 'presenter')}${tool(props, 'fullscreen', props.isFull)}${tool(props, 'print')}${tool(props, 'help', props.over.isHelp)}${tool(props, 'leave')}
  </div>`;

/** Which keys there are. */
const help = ({ isRtl, run }: PresentProps): TemplateResult =>
  html`<section class="show-help" role="dialog" aria-label=${messages.help}>
    <h3>${messages.help}</h3>
    <dl>${messages.keys.map(([keys, what]) => html`<div><dt dir="ltr">${isRtl ? wordOf(messages.keysRtl, keys) : keys}</dt><dd>${what}</dd></div>`)}</dl>
    <p>${messages.touch}</p>
    <button type="button" @click=${() => {
      run('help');
    }}>${messages.close}</button>
  </section>`;

/** What stands over everything after the last scene. */
const end = (title: string, run: PresentProps['run']): TemplateResult => {
  const button = (kind: 'first' | 'leave', text: string): TemplateResult =>
    html`<button type="button" data-run=${kind} @click=${() => {
      run(kind);
    }}>${text}</button>`;
  return html`<section class="show-end" aria-label=${messages.end}>
    <p class="show-end-word">${messages.end}</p>
    <p class="show-end-title" dir="auto">${title}</p>
    <p dir="auto">${messages.endHint}</p>
    <p class="show-end-ways">${button('first', messages.again)}${button('leave', messages.leave)}</p>
  </section>`;
};

/** Title, caption, progress, and what is laid over the scene. */
export function presentParts(props: PresentProps): TemplateResult {
  const { scene, index, count, number, run, over } = props;
  const { blank } = over;
  const place = messages.of(number(index + 1), number(count));
  return html`<header class="show-head">
      <h2 class="show-title" tabindex="-1" dir="auto">${scene.title}</h2>
      ${scene.caption ? html`<p class="show-caption" dir="auto">${scene.caption}</p>` : nothing}
    </header>
    <footer class="show-foot">
      <div class="show-legend">${props.legend}</div>
      <p class="show-place" dir="auto">${place}</p>
      <progress class="show-progress" aria-label=${messages.title} max=${count} .value=${index + 1}>${place}</progress>
      ${props.notes ?? nothing}
    </footer>
    ${props.over.isOver ? end(props.story, run) : nothing}
    ${controls(props)}
    ${props.over.typed === '' ? nothing : html`<p class="show-typed">${messages.going(props.over.typed)}</p>`}
    ${props.over.message === '' ? nothing : html`<p class="show-message" dir="auto">${props.over.message}</p>`}
    ${props.over.isHelp ? help(props) : nothing}
    ${
      blank
        ? html`<button type="button" class="show-blank" data-blank=${blank} aria-label=${messages.blank} @click=${() => {
            run(blank);
          }}></button>`
        : nothing
    }
    <p class="hidden" role="status">${props.over.message}</p>
    <p class="hidden show-told" role="status">${props.over.told}</p>`;
}
