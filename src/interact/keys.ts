/** How far one press goes, CSS px and ratio of zooms. */
const PAN_STEP = 80;
const ZOOM_STEP = 1.4;

/** What a key asks of the camera. */
export type CameraKey =
  | { readonly kind: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'fit' };

const KEYS: ReadonlyMap<string, CameraKey> = new Map([
  ['ArrowLeft', { kind: 'pan', dx: -PAN_STEP, dy: 0 }],
  ['ArrowRight', { kind: 'pan', dx: PAN_STEP, dy: 0 }],
  ['ArrowUp', { kind: 'pan', dx: 0, dy: -PAN_STEP }],
  ['ArrowDown', { kind: 'pan', dx: 0, dy: PAN_STEP }],
  ['+', { kind: 'zoom', factor: ZOOM_STEP }],
  ['=', { kind: 'zoom', factor: ZOOM_STEP }],
  ['-', { kind: 'zoom', factor: 1 / ZOOM_STEP }],
  ['0', { kind: 'fit' }],
] as const);

/** What a key press asks of the camera; undefined for other keys, and with Alt, Ctrl or Meta, which belong to the browser. */
export function cameraKey({
  key,
  altKey,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>): CameraKey | undefined {
  return altKey || ctrlKey || metaKey ? undefined : KEYS.get(key);
}

/** How far one press moves what is selected, CSS px. */
const NUDGE = 12;

/**
 * How far a key press moves what is selected, CSS px: an arrow with Shift, one px with Alt as well. Alt alone stays with the browser,
 * whose way back it is.
 */
export function nudgeKey({
  key,
  shiftKey,
  altKey,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>): { readonly dx: number; readonly dy: number } | undefined {
  const way = KEYS.get(key);
  if (!shiftKey || ctrlKey || metaKey || way?.kind !== 'pan') return undefined;
  const step = NUDGE / PAN_STEP / (altKey ? 12 : 1);
  return { dx: way.dx * step, dy: way.dy * step };
}
