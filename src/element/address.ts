/** Write what is not yet in the address, by document. */
const pages = new WeakMap<Document, Set<() => void>>();
/** Under this name an entry of the history says that its address tells all of the maps, with the step of each. */
const MARK = 'standards-map';

/** What writes that of the maps of a document which is not yet in its address. */
export function flushesOf(document: Document): Set<() => void> {
  const flushes = pages.get(document) ?? new Set();
  pages.set(document, flushes);
  return flushes;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether the entry of the history that is shown was made or filled by maps. */
export const isMarked = (): boolean => isRecord(history.state) && isRecord(history.state[MARK]);

/** The step that a map had with this entry; undefined where it says none. */
export function stepHere(key: string): number | undefined {
  const state: unknown = history.state;
  const marks = isRecord(state) ? state[MARK] : undefined;
  const step = isRecord(marks) && Object.hasOwn(marks, key) ? marks[key] : undefined;
  return typeof step === 'number' ? step : undefined;
}

/** The state of the entry as its page keeps it, with the step of a map; a state that takes no further field stays as it is. */
function marked(key: string, step: number): unknown {
  const state: unknown = history.state;
  if (state !== null && state !== undefined && !isRecord(state)) return state;
  const marks = state?.[MARK];
  return { ...state, [MARK]: { ...(isRecord(marks) ? marks : {}), [key]: step } };
}

const urlOf = (hash: string): string => (hash === '' ? location.pathname + location.search : hash);

/**
 * Has the address say `hash`, in an entry of its own or in the one that is shown; what the page keeps with the entry stays.
 *
 * @returns whether anything had to be changed
 * @throws DOMException where a frame has no address of its own
 */
export function putHash(hash: string, key: string, step: number, isEntry: boolean): boolean {
  if (hash === location.hash && stepHere(key) === step) return false;
  if (isEntry) history.pushState(marked(key, step), '', urlOf(hash));
  else history.replaceState(marked(key, step), '', urlOf(hash));
  return true;
}
