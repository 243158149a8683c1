/** Steps that a neighbourhood can have. */
export const DEPTHS = [1, 2, 3] as const;
export type Depth = (typeof DEPTHS)[number];

/** A value of `near`: a standard and how many steps around it. */
export interface NearValue {
  readonly id: string;
  readonly depth: Depth;
}

/** `ISO 37122~2` taken apart; the depth is 1 where none is given. Undefined where what follows the last `~` is no depth. */
export function nearOf(value: string): NearValue | undefined {
  const at = value.lastIndexOf('~');
  if (at < 0) return { id: value, depth: 1 };
  const depth = DEPTHS.find((one) => String(one) === value.slice(at + 1).trim());
  return depth && { id: value.slice(0, at).trim(), depth };
}

/** A standard and its depth as the value of `near` that `nearOf` takes apart. */
export const nearValue = ({ id, depth }: NearValue): string => (depth === 1 && !id.includes('~') ? id : `${id}~${String(depth)}`);

/** The two ends of a path, `ISO 37122..ITU-T Y.4903`; undefined where there are not two. */
export function endsOf(value: string): readonly [from: string, to: string] | undefined {
  for (let at = value.indexOf('..'); at >= 0; at = value.indexOf('..', at + 1)) {
    const [from, to] = [value.slice(0, at).trim(), value.slice(at + 2).trim()];
    if (from !== '' && to !== '') return [from, to];
  }
  return undefined;
}

/** Two standards as the value of `path` that `endsOf` takes apart. */
export const pathValue = (from: string, to: string): string => `${from}..${to}`;
