import { html, nothing, type TemplateResult } from 'lit';
import type { CellReason } from '../../analysis/cell.js';
import type { PanelContext } from './context.js';
import { counted } from './counted.js';
import { matrixMessages } from '../messages-matrix.js';
import { groupMessages } from '../messages-groups.js';

/** What one step on the way to a state looked at, with its numbers. */
export function reasonText({ catalogue, format }: PanelContext, { code, values }: CellReason): string {
  const texts = matrixMessages.reasons;
  const value = (name: string): string | number | undefined => (Object.hasOwn(values, name) ? values[name] : undefined);
  const count = (name: string) => counted(format, Number(value(name) ?? 0));
  const sdo = String(value('sdo') ?? '');
  const sdoName = catalogue.sdo(sdo)?.name ?? sdo;
  const date = (name: string): string | undefined => (value(name) === undefined ? undefined : format.date(String(value(name))));
  switch (code) {
    case 'stated':
      return texts.stated;
    case 'not-stated':
      return texts.notStated;
    case 'no-catalogue':
      return texts.noCatalogue(sdoName);
    case 'no-status':
      return texts.noStatus(count('unknown'));
    case 'enough-data':
      return texts.enoughData(count('unknown'));
    case 'active':
      return texts.active(count('standards'), count('works'));
    case 'in-force':
      return texts.inForce(count('inForce'), count('underDevelopment'));
    case 'kinds':
      return texts.kinds(count('covering'), count('informative'));
    case 'age':
      return texts.age(date('latest'), date('before') ?? '', count('underRevision'));
    case 'sources':
      return texts.sources(count('sdos'), sdoName);
    case 'concentration':
      return texts.concentration(
        counted(format, Math.round(Number(value('effectiveSdos') ?? 0) * 10) / 10),
        count('least'),
        count('candidates'),
      );
  }
}

/** Every state that was asked for, up to the one that holds. */
export function reasonSteps(context: PanelContext, reasons: readonly CellReason[]): TemplateResult | typeof nothing {
  const texts = matrixMessages;
  if (reasons.length === 0) return nothing;
  return html`<details class="why"><summary>${texts.why}</summary><ol class="steps">${reasons.map(
    (reason) => html`<li class=${reason.holds ? 'holds' : ''}><span class="asked">${texts.asked(texts.states[reason.state])}</span>
      <strong>${reason.holds ? groupMessages.yes : groupMessages.no}</strong>: ${reasonText(context, reason)}
      ${reason.statement ? html`<q dir="auto">${reason.statement.reason}</q>` : nothing}</li>`,
  )}</ol></details>`;
}
