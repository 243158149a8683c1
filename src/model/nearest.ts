/** Edits (insert, delete, replace, swap of neighbours) between two texts. @source optimal string alignment distance */
export function edits(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/**
 * The candidate that a reader most likely meant, or undefined when none is near.
 *
 * Near means that at most a third of the longer text has to change, and at least one letter may; case is ignored.
 * Of equally near candidates the first wins. Texts above 80 characters have no neighbour.
 */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  if (text.length > 80) return undefined;
  const wanted = text.toLowerCase();
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (candidate.length > 80 || Math.abs(candidate.length - wanted.length) > limit) continue;
    const cost = edits(wanted, candidate.toLowerCase());
    if (cost <= limit && cost < least) {
      least = cost;
      best = candidate;
    }
  }
  return best;
}
