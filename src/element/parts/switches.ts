import { html, type TemplateResult } from 'lit';
import type { Lens, View } from '../../state/state.js';
import { SHOWN_VIEWS } from '../presentations.js';
import type { PanelContext } from './context.js';

/** Lenses that a reader can switch. */
const SHOWN_LENSES = ['overlaps', 'gaps'] as const satisfies readonly Lens[];
/** What opens beside the map without changing it. */
export const TOOLS = ['proposal', 'findings', 'views', 'files', 'export'] as const;
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

/** Which presentation, which lenses, which tools. */
export function switches({ messages, format }: PanelContext, props: SwitchProps): TemplateResult {
  const { analysis } = messages;
  const named = (name: string, count: number | undefined): string =>
    count === undefined ? name : analysis.counted(name, format.number(count));
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
          }}>${named(analysis.lensNames[lens], props.counts[lens])}</button>`,
      )}
    </div>
    <div class="scope tools" role="group" aria-label=${analysis.tools}>
      ${props.tools.map(
        (tool) =>
          html`<button type="button" data-tool=${tool} aria-expanded=${pressed(props.tool === tool)} @click=${() => {
            props.toggleTool(tool);
          }}>${named(analysis.toolNames[tool], props.counts[tool])}</button>`,
      )}
    </div><button type="button" class="skip" @click=${() => {
      props.skip();
    }}>${analysis.skip}</button></div>`;
}
