import { html, nothing, type TemplateResult } from 'lit';
import type { Lens, View } from '../../state/state.js';
import { SHOWN_VIEWS } from '../shown-views.js';
import type { PanelContext } from './context.js';
import type { ToolProps } from './tools.js';

/** Lenses that a reader can switch. */
const SHOWN_LENSES = ['overlaps', 'gaps', 'changes'] as const satisfies readonly Lens[];

/** What the switches show and do. */
export interface SwitchProps extends ToolProps {
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly highlight: readonly Lens[];
  readonly toggleLens: (lens: Lens) => void;
  /** Has the tools come, and then their menu opened. */
  readonly openTools: (button: HTMLElement) => void;
  /** Takes the keys past the filters and the drawing, to what stands beside the map. */
  readonly skip: () => void;
}

export const pressed = (isPressed: boolean): 'true' | 'false' => (isPressed ? 'true' : 'false');

/** A name with how many there are of it, where that is known. */
export const named = ({ messages, format }: PanelContext, name: string, count: number | undefined): string =>
  count === undefined ? name : messages.analysis.counted(name, format.number(count));

/** The button of the tools; the menu behind it comes with them. */
function toolSwitch(context: PanelContext, props: SwitchProps): TemplateResult {
  const menu = context.further?.tools(context, props);
  return html`<button type="button" class="show-tools" popovertarget="tools" aria-pressed=${pressed(props.tool !== undefined)}
      @click=${({ currentTarget }: Event) => {
        if (!menu && currentTarget instanceof HTMLElement) props.openTools(currentTarget);
      }}>${context.messages.analysis.tools}</button>${menu ?? nothing}`;
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
    ${toolSwitch(context, props)}<button type="button" class="skip" @click=${() => {
      props.skip();
    }}>${analysis.skip}</button></div>`;
}
