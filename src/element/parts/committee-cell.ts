import { html, nothing, type TemplateResult } from 'lit';
import type { CommitteeMatrix, CommitteePair } from '../../analysis/committee-matrix.js';
import type { PanelContext } from './context.js';
import { counted } from './counted.js';
import type { MatrixProps } from './matrix-props.js';
import { shadeOf } from './matrix-shade.js';
import { committeeMessages } from '../messages-committees.js';

/** Sign of open candidates, before their number. */
const SIGN = '◇';

/** Two committees in one sentence: `share 14 cells, 6 open candidates, and no liaison is declared in this dataset`. */
export function pairSentence({ format }: PanelContext, pair: CommitteePair): string {
  const { shared, common, candidates, liaison, kin } = pair;
  return committeeMessages.sentence({
    shared: counted(format, shared),
    common: counted(format, common),
    candidates: candidates === undefined ? undefined : counted(format, candidates),
    liaison,
    kin,
  });
}

/** Classes of a pair and of its sample in the legend: closed words of the code. */
export const pairClass = ({ liaison, kin, attention }: Pick<CommitteePair, 'liaison' | 'kin' | 'attention'>, shade: number): string =>
  `shade-${shade}${liaison === 'declared' ? ' liaison' : ''}${kin ? ' kin' : ''}${attention ? ' attention' : ''}`;

function nameOf(context: PanelContext, pair: CommitteePair, shown: string, works: number): string {
  const { format } = context;
  const texts = committeeMessages;
  if (pair.row === pair.column) return `${shown}: ${texts.selfName(pair.row, counted(format, works), counted(format, pair.shared))}`;
  return [`${pair.column}: ${shown}`.trimEnd(), pair.row, pairSentence(context, pair)].join(', ');
}

/** One pair: a button that opens it. */
export function committeeCell(
  context: PanelContext,
  props: MatrixProps & { readonly committees: CommitteeMatrix },
  pair: CommitteePair,
  given: { readonly breaks: readonly number[]; readonly isFocus: boolean; readonly works: number },
): TemplateResult {
  const { format } = context;
  const { open } = props;
  const isSelf = pair.row === pair.column;
  const count = pair.shared > 0 ? format.number(pair.shared) : '';
  const candidates = !isSelf && pair.candidates !== undefined && pair.candidates > 0 ? `${SIGN}${format.number(pair.candidates)}` : '';
  const isOpen = open?.row === pair.row && open.column === pair.column;
  const name = nameOf(context, pair, [count, candidates].filter((text) => text !== '').join(' '), given.works);
  const isNothing = count === '' && candidates === '' && pair.liaison !== 'declared' && pair.common === 0;
  const classes = `cell duo ${pairClass(pair, shadeOf(pair.shared, given.breaks))}${isSelf ? ' self' : ''}${isNothing ? ' nothing' : ''}`;
  return html`<td role="gridcell" class=${`${classes}${isOpen ? ' open' : ''}`}>
    <button type="button" tabindex=${given.isFocus ? '0' : '-1'} title=${name} aria-label=${name} aria-expanded=${isOpen ? 'true' : 'false'}>
      <span class="own"><bdi>${pair.column}</bdi></span>${count === '' ? nothing : html`<span class="count">${count}</span>`}
      ${candidates === '' ? nothing : html`<span class="word candidates"><bdi>${candidates}</bdi></span>`}</button></td>`;
}
