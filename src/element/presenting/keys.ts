/** What a key asks of a presentation. */
export type Command =
  | {
      readonly kind:
        | 'next'
        | 'previous'
        | 'first'
        | 'last'
        | 'black'
        | 'white'
        | 'laser'
        | 'presenter'
        | 'print'
        | 'fullscreen'
        | 'help'
        | 'leave'
        | 'jump';
    }
  | { readonly kind: 'digit'; readonly digit: string };

/** What of a key press counts. */
export type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat'>;

const KEYS: ReadonlyMap<string, Command['kind']> = new Map([
  ['ArrowRight', 'next'],
  ['ArrowDown', 'next'],
  ['PageDown', 'next'],
  ['ArrowLeft', 'previous'],
  ['ArrowUp', 'previous'],
  ['PageUp', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['b', 'black'],
  ['.', 'black'],
  ['w', 'white'],
  [',', 'white'],
  ['l', 'laser'],
  ['n', 'presenter'],
  ['s', 'presenter'],
  ['p', 'print'],
  ['f', 'fullscreen'],
  ['?', 'help'],
  ['Escape', 'leave'],
  ['Enter', 'jump'],
] as const);
const MIRRORED: ReadonlyMap<string, string> = new Map([
  ['ArrowLeft', 'ArrowRight'],
  ['ArrowRight', 'ArrowLeft'],
]);
/** Steps that a key held down goes on with; everything else it does once. */
const REPEATED: ReadonlySet<string> = new Set(['next', 'previous']);

const nameOf = (kind: Command['kind']): Command | undefined => (kind === 'digit' ? undefined : { kind });

/**
 * What a key press asks of a presentation; undefined for keys that it leaves alone, and for those with Alt, Ctrl or Meta, which belong to the browser.
 *
 * @param isRtl the page is read from right to left: the left arrow goes on
 */
export function commandOf({ key, altKey, ctrlKey, metaKey, shiftKey, repeat }: Press, isRtl: boolean): Command | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  if (key === ' ') return { kind: shiftKey ? 'previous' : 'next' };
  if (/^[0-9]$/.test(key)) return repeat ? undefined : { kind: 'digit', digit: key };
  const kind = KEYS.get(key.length === 1 ? key.toLowerCase() : isRtl ? (MIRRORED.get(key) ?? key) : key);
  return kind === undefined || (repeat && !REPEATED.has(kind)) ? undefined : nameOf(kind);
}

/** Elements that a person types in. */
const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
/** Elements that Space and Enter press. */
const PRESSED = 'button, a[href], summary, [role="button"]';

/** An element of any window: another one has classes of its own. */
const isElement = (target: EventTarget | undefined): target is Element =>
  target !== undefined && 'nodeType' in target && target.nodeType === 1;

/** Whether a key belongs to the element that has the focus: what is typed stays in its field, and Space and Enter press a button. */
export function isOwnKey(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (event.isComposing) return true;
  if (!isElement(target)) return false;
  const within = (selector: string): boolean => target.closest(selector) !== null;
  return within(FIELDS) || ((event.key === ' ' || event.key === 'Enter') && within(PRESSED));
}
