/** How far one press goes, CSS px and ratio of zooms. */
export const PAN_STEP = 80;
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

/** What of a key press says what it asks for. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** What a key press asks of the camera; undefined for other keys, and with Alt, Ctrl or Meta, which belong to the browser. */
export function cameraKey({ key, altKey, ctrlKey, metaKey }: Omit<KeyPress, 'shiftKey'>): CameraKey | undefined {
  return altKey || ctrlKey || metaKey ? undefined : KEYS.get(key);
}

/** Whether a key press asks for all that is shown: Ctrl or Cmd and A. */
export const asksForAll = ({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyPress): boolean =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'a';

/** Whether a key press may move what is selected: an arrow with Shift. Alt alone stays with the browser, whose way back it is. */
export const mayNudge = ({ key, shiftKey, ctrlKey, metaKey }: KeyPress): boolean =>
  shiftKey && !ctrlKey && !metaKey && KEYS.get(key)?.kind === 'pan';
