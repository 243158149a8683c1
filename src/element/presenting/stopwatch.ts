/** Time that a talk has taken, with pauses. Frozen; a step returns another. */
export interface Stopwatch {
  /** ms gathered before it last went on. */
  readonly gathered: number;
  /** When it last went on, ms of a clock that only goes forward; undefined while it stands. */
  readonly since: number | undefined;
}

export const started = (now: number): Stopwatch => Object.freeze({ gathered: 0, since: now });

/** ms so far, without pauses. */
export const elapsed = ({ gathered, since }: Stopwatch, now: number): number => gathered + (since === undefined ? 0 : now - since);

/** Stands where it went, goes on where it stood. */
export const toggled = (watch: Stopwatch, now: number): Stopwatch =>
  Object.freeze(watch.since === undefined ? { ...watch, since: now } : { gathered: elapsed(watch, now), since: undefined });

/** From nothing, standing or going as before. */
export const reset = ({ since }: Stopwatch, now: number): Stopwatch =>
  Object.freeze({ gathered: 0, since: since === undefined ? undefined : now });

/** `4:07`, `1:04:07`. @param ms 0 and more */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${String(h)}:${two(m)}:${two(s)}` : `${String(m)}:${two(s)}`;
}
