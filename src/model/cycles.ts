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
