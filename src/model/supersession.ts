/**
 * Whether some standard supersedes itself, directly or through others.
 *
 * @param count number of standards
 * @param pairs their places, the superseding one first: a0, b0, a1, b1, …
 * @source Kahn 1962: whoever is superseded by nobody left is taken away; what never is lies on a circle or behind one
 */
export function supersessionTurns(count: number, pairs: readonly number[]): boolean {
  const offsets = new Uint32Array(count + 1);
  const waiting = new Uint32Array(count);
  for (let i = 0; i < pairs.length; i += 2) {
    const [from, to] = [pairs[i] ?? 0, pairs[i + 1] ?? 0];
    offsets[from + 1] = (offsets[from + 1] ?? 0) + 1;
    waiting[to] = (waiting[to] ?? 0) + 1;
  }
  for (let i = 0; i < count; i++) offsets[i + 1] = (offsets[i + 1] ?? 0) + (offsets[i] ?? 0);
  const next = offsets.slice(0, count);
  const goals = new Uint32Array(pairs.length / 2);
  for (let i = 0; i < pairs.length; i += 2) {
    const from = pairs[i] ?? 0;
    const at = next[from] ?? 0;
    next[from] = at + 1;
    goals[at] = pairs[i + 1] ?? 0;
  }
  const free: number[] = [];
  waiting.forEach((left, at) => {
    if (left === 0) free.push(at);
  });
  let taken = 0;
  for (let at = free.pop(); at !== undefined; at = free.pop()) {
    taken++;
    for (let i = offsets[at] ?? 0; i < (offsets[at + 1] ?? 0); i++) {
      const goal = goals[i] ?? 0;
      waiting[goal] = (waiting[goal] ?? 0) - 1;
      if (waiting[goal] === 0) free.push(goal);
    }
  }
  return taken < count;
}
