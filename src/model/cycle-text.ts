import { excerpt } from './issue.js';

/** Records of a cycle that a message names. */
const NAMED = 12;

/** A cycle as a reader sees it: `"a" → "b" → "a"`; of a long one its beginning and how many there are. */
export function cycleText(cycle: readonly string[]): string {
  const named = cycle.slice(0, NAMED).map((id) => excerpt(id));
  const rest = cycle.length > NAMED ? [`… (${String(cycle.length)} in all)`] : [];
  return [...named, ...rest, excerpt(cycle[0] ?? '')].join(' → ');
}
