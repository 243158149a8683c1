import { excerpt } from './issue.js';

/** Follows one successor each and several successors alike; every cycle is reported once, at the first record on it. */
export function checkCycles(next: ReadonlyMap<string, readonly string[]>, report: (cycle: readonly string[]) => void): void {
  const done = new Set<string>();
  for (const start of next.keys()) {
    if (done.has(start)) continue;
    const trail = [{ id: start, at: 0 }];
    const open = new Map([[start, 0]]);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const follower = next.get(top.id)?.[top.at];
      top.at += 1;
      if (follower === undefined) {
        done.add(top.id);
        open.delete(top.id);
        trail.pop();
        continue;
      }
      const seen = open.get(follower);
      if (seen !== undefined) report(trail.slice(seen).map((step) => step.id));
      else if (!done.has(follower)) {
        open.set(follower, trail.length);
        trail.push({ id: follower, at: 0 });
      }
    }
  }
}

/** Records of a cycle that a message names. */
const NAMED = 12;

/** A cycle as a reader sees it: `"a" → "b" → "a"`; of a long one its beginning and how many there are. */
export function cycleText(cycle: readonly string[]): string {
  const named = cycle.slice(0, NAMED).map((id) => excerpt(id));
  const rest = cycle.length > NAMED ? [`… (${String(cycle.length)} in all)`] : [];
  return [...named, ...rest, excerpt(cycle[0] ?? '')].join(' → ');
}
