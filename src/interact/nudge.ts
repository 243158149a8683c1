import { cameraKey, mayNudge, PAN_STEP, type KeyPress } from './keys.js';

/** How far one press moves what is selected, CSS px. */
const NUDGE = 12;

/** How far a key press moves what is selected, CSS px: an arrow with Shift, one px with Alt as well. */
export function nudgeKey(press: KeyPress): { readonly dx: number; readonly dy: number } | undefined {
  const way = mayNudge(press) ? cameraKey({ ...press, key: press.key, altKey: false, ctrlKey: false, metaKey: false }) : undefined;
  if (way?.kind !== 'pan') return undefined;
  const step = NUDGE / PAN_STEP / (press.altKey ? 12 : 1);
  return { dx: way.dx * step, dy: way.dy * step };
}
