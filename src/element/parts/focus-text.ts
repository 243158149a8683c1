import { endsOf, nearOf } from '../../analysis/focus.js';
import type { Term } from '../../analysis/terms.js';
import { chipMessages } from '../messages-chips.js';
import type { PanelContext } from './context.js';
import { counted } from './counted.js';

/** Designations that are listed by name; more are counted. */
const NAMED = 2;

/** What a term about single standards says in few words; undefined for other terms. */
export function focusText({ format }: PanelContext, term: Term): string | undefined {
  const words = chipMessages;
  if (term.field === 'id' && term.values.length > NAMED)
    return (term.not ? words.without : words.only)(counted(format, term.values.length));
  if (term.field === 'near')
    return term.values.map((value) => words.near(nearOf(value)?.id ?? value, nearOf(value)?.depth ?? 1)).join(', ');
  if (term.field === 'path') return term.values.map((value) => words.path(...(endsOf(value) ?? [value, '']))).join(', ');
  return undefined;
}
