import { html, type TemplateResult } from 'lit';
import type { Lens, View } from '../../state/state.js';
import { SHOWN_VIEWS } from '../presentations.js';
import type { PanelContext } from './context.js';

/** Lenses that a reader can switch. */
const SHOWN_LENSES = ['overlaps', 'gaps', 'changes'] as const satisfies readonly Lens[];
/** Room in CSS px between a menu and its button, and the edge of the window. */
const GAP = 4;
const EDGE = 8;
/** What opens beside the map without changing it. */
export const TOOLS = ['proposal', 'findings', 'activity', 'views', 'keep', 'story', 'present', 'files', 'export'] as const;
export type Tool = (typeof TOOLS)[number];

/** What the switches show and do. */
export interface SwitchProps {
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly highlight: readonly Lens[];
  readonly toggleLens: (lens: Lens) => void;
  readonly tool: Tool | undefined;
  /** Tools that there are. */
  readonly tools: readonly Tool[];
  readonly toggleTool: (tool: Tool) => void;
  /** Takes the keys past the filters and the drawing, to what stands beside the map. */
  readonly skip: () => void;
  /** How many there are of each; absent while it is not known. */
  readonly counts: Readonly<Partial<Record<Lens | Tool, number | undefined>>>;
}

const pressed = (isPressed: boolean): 'true' | 'false' => (isPressed ? 'true' : 'false');

const named = ({ messages, format }: PanelContext, name: string, count: number | undefined): string =>
  count === undefined ? name : messages.analysis.counted(name, format.number(count));

/** Opens a menu below its button, inside the window. */
function placeMenu(event: Event): void {
  const menu = event.currentTarget;
  const button = menu instanceof HTMLElement && menu.matches(':popover-open') ? menu.previousElementSibling : undefined;
  if (!(menu instanceof HTMLElement) || !(button instanceof HTMLElement)) return;
  const { left, right, bottom } = button.getBoundingClientRect();
  const isRtl = getComputedStyle(menu).direction === 'rtl';
  // On large screens the toolbar is drawn larger than it is
  const zoom = button.offsetWidth === 0 ? 1 : (right - left) / button.offsetWidth;
  const farthest = document.documentElement.clientWidth - menu.offsetWidth * zoom - EDGE;
  menu.style.top = `${String((bottom + GAP) / zoom)}px`;
  menu.style.left = `${String(Math.max(EDGE, Math.min(isRtl ? right - menu.offsetWidth * zoom : left, farthest)) / zoom)}px`;
}

/** To the button of a menu: behind a button that goes with its menu the focus would fall out of the map. */
function leaveMenu({ currentTarget }: Event): void {
  const button = currentTarget instanceof HTMLElement ? currentTarget.closest('.menu')?.previousElementSibling : undefined;
  if (button instanceof HTMLElement) button.focus({ preventScroll: true });
}

/** What opens beside the map: behind one button, as there are many. In the top layer, where a toolbar that scrolls cuts nothing off. */
function toolMenu(context: PanelContext, props: SwitchProps): TemplateResult {
  const { analysis } = context.messages;
  return html`<button type="button" class="show-tools" popovertarget="tools" aria-pressed=${pressed(props.tool !== undefined)}>${analysis.tools}</button>
    <div class="menu" id="tools" popover role="group" aria-label=${analysis.tools} @toggle=${placeMenu}>
      ${props.tools.map(
        (tool) =>
          html`<button type="button" data-tool=${tool} aria-expanded=${pressed(props.tool === tool)} popovertarget="tools" popovertargetaction="hide"
          @click=${(event: Event) => {
            leaveMenu(event);
            props.toggleTool(tool);
          }}>${named(context, analysis.toolNames[tool], props.counts[tool])}</button>`,
      )}
    </div>`;
}

/** Which presentation, which lenses, which tools. */
export function switches(context: PanelContext, props: SwitchProps): TemplateResult {
  const { analysis } = context.messages;
  return html`<div class="switches"><div class="scope views" role="group" aria-label=${analysis.views}>
      ${SHOWN_VIEWS.map(
        (v) =>
          html`<button type="button" data-view=${v} aria-pressed=${pressed(v === props.view)} @click=${() => {
            props.setView(v);
          }}>${analysis.viewNames[v]}</button>`,
      )}
    </div>
    <div class="scope lenses" role="group" aria-label=${analysis.lenses}>
      ${SHOWN_LENSES.map(
        (lens) =>
          html`<button type="button" data-lens=${lens} aria-pressed=${pressed(props.highlight.includes(lens))} @click=${() => {
            props.toggleLens(lens);
          }}>${named(context, analysis.lensNames[lens], props.counts[lens])}</button>`,
      )}
    </div>
    ${toolMenu(context, props)}<button type="button" class="skip" @click=${() => {
      props.skip();
    }}>${analysis.skip}</button></div>`;
}
