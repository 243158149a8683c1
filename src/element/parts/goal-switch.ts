import { html, nothing, type TemplateResult } from 'lit';
import { goalFrameworks, goalName, goalsByReach, isGoalFramework } from '../../analysis/goals.js';
import type { GoalFrameworkId } from '../../model/dataset.js';
import type { PanelContext } from './context.js';
import { goalMessages } from '../messages-goals.js';

/** Which goals the map is looked at by, and how to look by others. */
export interface GoalChoice {
  readonly on: GoalFrameworkId | undefined;
  readonly set: (framework: GoalFrameworkId | undefined) => void;
}

/** The switch between the frameworks of goals; nothing where the dataset has none. */
export function goalSwitch(context: PanelContext, { on, set }: GoalChoice): TemplateResult | typeof nothing {
  const texts = goalMessages;
  const all = goalFrameworks(context.catalogue);
  if (all.length === 0) return nothing;
  return html`<label class="goal-switch" title=${texts.hint}><span>${texts.lens}</span>
    <select @change=${(event: Event) => {
      const { currentTarget } = event;
      if (currentTarget instanceof HTMLSelectElement) set(all[currentTarget.selectedIndex - 1]?.id);
    }}><option .selected=${on === undefined}>${texts.none}</option>${all.map(
      ({ id, label }) => html`<option .selected=${on === id}>${label}</option>`,
    )}</select></label>`;
}

/** Where the names of goals come from, and which goals no topic leads to; nothing for what stands for no goals. */
export function goalSources({ catalogue }: PanelContext, by: string): TemplateResult | typeof nothing {
  const framework = goalFrameworks(catalogue).find(({ id }) => id === by);
  if (!framework || !isGoalFramework(by)) return nothing;
  const texts = goalMessages;
  const source = catalogue.source(framework.source)?.catalogue ?? framework.source;
  const { unmapped } = goalsByReach(catalogue, by);
  return html`<p class="small" dir="auto">${texts.mappedFrom(source)}</p>
    ${unmapped.length === 0 ? nothing : html`<p class="small" dir="auto">${texts.unreached(unmapped.map(goalName).join('; '))}</p>`}`;
}

/** The same for colours, with what they mean where a standard has several goals. */
export const goalNotes = (context: PanelContext, color: string): TemplateResult | typeof nothing =>
  isGoalFramework(color) ? html`<p class="small">${goalMessages.rule}</p>${goalSources(context, color)}` : nothing;
