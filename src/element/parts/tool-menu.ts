import { html, type TemplateResult } from 'lit';
import { toolNames } from '../messages-tools.js';
import type { PanelContext } from './context.js';
import { named, pressed } from './switches.js';
import type { ToolProps } from './tools.js';

/** Room in CSS px between a menu and its button, and the edge of the window. */
const GAP = 4;
const EDGE = 8;
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

/** What opens beside the map: behind one button, as there are many. It stands behind that button, in the top layer, where a toolbar that scrolls cuts nothing off. */
export function toolMenu(context: PanelContext, props: ToolProps): TemplateResult {
  const { analysis } = context.messages;
  return html`<div class="menu" id="tools" popover role="group" aria-label=${analysis.tools} @toggle=${placeMenu}>
      ${props.tools.map(
        (tool) =>
          html`<button type="button" data-tool=${tool} aria-expanded=${pressed(props.tool === tool)} popovertarget="tools" popovertargetaction="hide"
          @click=${(event: Event) => {
            leaveMenu(event);
            props.toggleTool(tool);
          }}>${named(context, toolNames[tool], props.counts[tool])}</button>`,
      )}
    </div>`;
}
