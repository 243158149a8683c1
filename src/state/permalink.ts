import { nearest } from '../model/nearest.js';
import { PARTS, checkSetting, settingIssue } from './settings.js';
import type { Part, SettingIssue } from './settings.js';
import type { Camera, Moved, Settings, State } from './state.js';

/** What a hash says about one map. */
export interface HashReading {
  /** Null when the hash holds nothing usable for this map. */
  readonly settings: Settings | null;
  /** Unknown or malformed parts, in the order of the hash. */
  readonly issues: readonly SettingIssue[];
}

/** Begins what a browser keeps for itself; always last. @source WICG Scroll to Text Fragment */
const DIRECTIVE = ':~:';
/** Characters that stay readable in a value: allowed in a fragment, and no separators of ours. @source RFC 3986, 3.5 */
const READABLE: ReadonlyMap<string, string> = new Map([
  ['%3A', ':'],
  ['%2F', '/'],
  ['%40', '@'],
  ['%20', '+'],
]);
/** Marks that mail programs and chats leave out when they end a link, or take for formatting. */
const FRAGILE = /[!'()*~]/g;
const FRAGILE_END = /[.,:/@+-]$/;

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** Lone halves of a surrogate pair are no text; they cannot be written into an address. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\uFFFD');

function encode(text: string): string {
  const encoded = encodeURIComponent(wellFormed(text)).replace(/%(?:3A|2F|40|20)/g, (code) => READABLE.get(code) ?? code);
  return encoded.replace(FRAGILE, percent);
}

const sealed = (value: string): string => value.replace(FRAGILE_END, (end) => (end === '+' ? '%20' : percent(end)));

/** The text of an encoded value; undefined when its percent signs are no encoding of text. */
function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** A hash taken apart: the entries between `#` and the browser's directive. */
interface Taken {
  readonly entries: readonly string[];
  readonly directive: string;
}

function take(hash: string): Taken {
  const body = hash.startsWith('#') ? hash.slice(1) : hash;
  const end = body.indexOf(DIRECTIVE);
  const own = end < 0 ? body : body.slice(0, end);
  return { entries: own === '' ? [] : own.split('&'), directive: end < 0 ? '' : body.slice(end) };
}

const isPart = (name: string): name is Part => PARTS.some((part) => part === name);

/** What stands behind `KEY.` in the name of an entry; undefined for an entry of the page or of another map. */
function partName(entry: string, key: string): string | undefined {
  const equals = entry.indexOf('=');
  const name = equals < 0 ? undefined : decode(entry.slice(0, equals));
  const prefix = `${wellFormed(key)}.`;
  return name !== undefined && name.length > prefix.length && name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}

const isOurs = (entry: string, key: string): boolean => isPart(partName(entry, key) ?? '');

/** `ID@x@y` between commas; an id has its own marks encoded. */
const moved = (places: readonly Moved[]): string =>
  places.map(({ id, x, y }) => `${encode(id).replaceAll('@', '%40')}@${String(x)}@${String(y)}`).join(',');

const camera = (value: Camera | null): string => (value === null ? '' : `${String(value.x)},${String(value.y)},${String(value.k)}`);

function write(part: Part, state: State): string {
  if (part === 'camera') return camera(state.camera);
  if (part === 'selected') return state.selected.map(encode).join(',');
  if (part === 'moved') return moved(state.moved);
  if (part === 'highlight') return state.highlight.join(',');
  // The commas of a filter need no escape here: a filter is one value.
  return part === 'filter' ? encode(state.filter).replaceAll('%2C', ',') : encode(state[part]);
}

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;
const numberOf = (text = ''): number => (NUMBER.test(text) ? Number(text) : NaN);

function readCamera(text: string): unknown {
  if (text === '') return null;
  const numbers = text.split(',').map(numberOf);
  const [x, y, k] = numbers;
  return numbers.length === 3 ? { x, y, k } : text;
}

function readMoved(value: string): unknown {
  if (value === '') return [];
  return value.split(',').map((one) => {
    const [id, x, y, ...more] = one.split('@').map(decode);
    return more.length === 0 ? { id, x: numberOf(x), y: numberOf(y) } : one;
  });
}

/** The value of a part as `checkSetting` wants it; undefined when it cannot be decoded. */
function read(part: Part, value: string): unknown {
  if (part === 'selected') {
    const ids = value === '' ? [] : value.split(',').map(decode);
    return ids.includes(undefined) ? undefined : ids;
  }
  if (part === 'moved') return readMoved(value);
  const text = decode(value);
  return part === 'camera' && text !== undefined ? readCamera(text.replaceAll(' ', '+')) : text;
}

/**
 * A URL hash that says what `state` has other than `defaults`, as entries `KEY.filter=sdo:iso` between `&`.
 *
 * What belongs to the page or to other maps stays byte for byte and in order; our entries stand where they stood, else
 * behind the page's own and before the browser's directive `:~:`.
 *
 * @param currentHash with or without `#`; may be empty
 * @param key the id of the element, or `map`; several maps of one page need several keys
 * @returns with `#`, or empty when nothing is left; `currentHash` itself when nothing changes
 */
export function writeHash(currentHash: string, key: string, state: State, defaults: State): string {
  const { entries, directive } = take(currentHash);
  const wanted = PARTS.filter((part) => write(part, state) !== write(part, defaults)).map(
    (part) => `${encode(key)}.${part}=${sealed(write(part, state))}`,
  );
  const place = entries.findIndex((entry) => isOurs(entry, key));
  const before = place < 0 ? entries : entries.slice(0, place);
  const after = place < 0 ? [] : entries.slice(place).filter((entry) => !isOurs(entry, key));
  const next = [...before, ...wanted, ...after].join('&') + directive;
  if (next === entries.join('&') + directive) return currentHash;
  return next === '' ? '' : `#${next}`;
}

/** What a hash says about one map, and what of it cannot be used. Never throws. Of a repeated part the last counts. */
export function inspectHash(hash: string, key: string): HashReading {
  const issues: SettingIssue[] = [];
  const found: Settings[] = [];
  for (const entry of take(hash).entries) {
    const name = partName(entry, key);
    // With a further dot it belongs to a map whose key begins like this one's.
    if (name === undefined || name.includes('.')) continue;
    if (!isPart(name)) {
      issues.push(settingIssue(name, entry, `one of the parts ${PARTS.join(', ')}`, nearest(name, PARTS)));
      continue;
    }
    const value = read(name, entry.slice(entry.indexOf('=') + 1));
    const checked = value === undefined ? { issue: settingIssue(name, entry, 'percent-encoded UTF-8') } : checkSetting(name, value);
    if ('issue' in checked) issues.push(checked.issue);
    else found.push(checked.settings);
  }
  return { settings: found.length === 0 ? null : found.reduce((all, one) => ({ ...all, ...one })), issues };
}

/** The settings a hash holds for one map; null when it holds none. `inspectHash` tells what could not be used. */
export const readHash = (hash: string, key: string): Settings | null => inspectHash(hash, key).settings;
