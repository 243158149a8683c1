import { html, nothing, type TemplateResult } from 'lit';
import { goalsByReach } from '../../analysis/goal-reach.js';
import { goalFrameworks, goalName, isGoalFramework } from '../../analysis/goals.js';
import type { PanelContext } from './context.js';
import { goalMessages } from '../messages-goals.js';

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
