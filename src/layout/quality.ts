/**
 * Share of followers whose nearest leader is their own.
 *
 * @param xy positions, 2n
 * @param leaders nodes that lead, such as committees
 * @param followers pairs of follower and its own leader: f0, l0, f1, l1, …
 * @returns 0–1; NaN without followers
 */
export function ownLeaderNearest(xy: Float32Array, leaders: readonly number[], followers: Uint32Array): number {
  let own = 0;
  for (let i = 0; i < followers.length; i += 2) {
    const node = followers[i] ?? 0;
    let nearest = -1;
    let least = Infinity;
    for (const leader of leaders) {
      const [dx, dy] = [(xy[2 * leader] ?? NaN) - (xy[2 * node] ?? NaN), (xy[2 * leader + 1] ?? NaN) - (xy[2 * node + 1] ?? NaN)];
      const squared = dx * dx + dy * dy;
      if (squared < least) [nearest, least] = [leader, squared];
    }
    if (nearest === followers[i + 1]) own++;
  }
  return own / (followers.length / 2);
}
