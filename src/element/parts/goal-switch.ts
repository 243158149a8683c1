import { html, nothing, type TemplateResult } from 'lit';
import { goalFrameworks } from '../../analysis/goals.js';
import type { PanelContext } from './context.js';

/** The switch between the frameworks of goals; nothing where the dataset has none. */
export function goalSwitch({ catalogue, messages, goals }: PanelContext): TemplateResult | typeof nothing {
  const all = goalFrameworks(catalogue);
  if (all.length === 0 || !goals) return nothing;
  const { on, set } = goals;
  return html`<label class="goal-switch" title=${messages.goals.hint}><span>${messages.goals.lens}</span>
    <select @change=${(event: Event) => {
      const { currentTarget } = event;
      if (currentTarget instanceof HTMLSelectElement) set(all[currentTarget.selectedIndex - 1]?.id);
    }}><option .selected=${on === undefined}>${messages.goals.none}</option>${all.map(
      ({ id, label }) => html`<option .selected=${on === id}>${label}</option>`,
    )}</select></label>`;
}
