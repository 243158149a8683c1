import { html, nothing, type TemplateResult } from 'lit';
import { goalFrameworks, goalName, goalsOf, type GoalReach } from '../../analysis/goals.js';
import { asWords, titleWords } from '../../analysis/title-phrases.js';
import type { GoalTopic, Standard } from '../../model/dataset.js';
import type { PanelContext } from './context.js';
import { chooseLink, sourceLine } from './link.js';
import { goalMessages } from '../messages-goals.js';

/** Whether a phrase is only the beginning of a word of the title. */
const endsInWord = (standard: Standard, phrase: string): boolean => !`${titleWords(standard)} `.includes(`${asWords(phrase)} `);

/** Topic → goal: why, by which words of the title, and by which document. */
function lineRow(context: PanelContext, standard: Standard, line: GoalTopic): TemplateResult {
  const { catalogue } = context;
  const said = line.titles?.filter((phrase) => titleWords(standard).includes(asWords(phrase))) ?? [];
  const words = said.map((phrase) => `“${phrase}${endsInWord(standard, phrase) ? '…' : ''}”`).join(', ');
  return html`<li>${chooseLink(context, line.topic, catalogue.topic(line.topic)?.label ?? line.topic)}
    <span class="small" dir="auto">${line.reason}${said.length > 0 ? ` (${goalMessages.byTitle(words)})` : ''}</span>
    ${sourceLine(context, line.source)}</li>`;
}

const goalRow = (context: PanelContext, standard: Standard, { goal, lines }: GoalReach): TemplateResult =>
  html`<li><strong dir="auto">${goalName(goal)}</strong><ul>${lines.map((line) => lineRow(context, standard, line))}</ul></li>`;

/** The goals that a standard leads to, a framework at a time, with the reasons; nothing where the dataset has no goals. */
export function goalSection(context: PanelContext, standard: Standard): TemplateResult | typeof nothing {
  const { catalogue } = context;
  const frameworks = goalFrameworks(catalogue);
  if (frameworks.length === 0) return nothing;
  return html`<section class="goals"><h3>${goalMessages.title}</h3>${frameworks.map(({ id, label }) => {
    const reached = goalsOf(catalogue, standard, id);
    if (reached.length === 0) return html`<p class="small"><bdi>${label}</bdi>: ${goalMessages.notMapped}</p>`;
    const names = reached.map(({ goal }) => goalName(goal)).join(' · ');
    return html`<details><summary><bdi>${label}</bdi>: <span dir="auto">${names}</span></summary>
      <ul class="reached">${reached.map((one) => goalRow(context, standard, one))}</ul></details>`;
  })}</section>`;
}
