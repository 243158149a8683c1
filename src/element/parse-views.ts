import { isPartialDate } from '../model/value.js';
import { LENSES } from '../state/state.js';
import type { PartialDate } from '../model/dataset.js';
import type { ReadText } from './kept-store.js';
import { isFields, readJson } from './parse-json.js';

/** A view that a reader has saved. */
export interface SavedView {
  /** Not empty; no two of a list are the same. */
  readonly name: string;
  /** The day it was saved. */
  readonly saved: PartialDate;
  /** A state, or parts of one, as it was stored: what of it can be used is found out when it is opened. */
  readonly state: Readonly<Record<string, unknown>>;
}

export type Views = readonly SavedView[];

/** Longest name of a view, in UTF-16 units, and most views. */
export const MAX_NAME = 200;
export const MAX_VIEWS = 500;

const FORMAT = 'standards-map-views';
/** The form in which views are kept. Version 0 had the parts of the state beside the name, one `lens`, and nothing of tables, lanes and moved records. */
const VERSION = 1;

const nameOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' && value.length <= MAX_NAME ? value.trim() : undefined;
const dayOf = (value: unknown): PartialDate | undefined => (typeof value === 'string' && isPartialDate(value) ? value : undefined);

/** How deep objects and lists of a state lie in one another at most; no part needs more than three. */
const DEEPEST = 8;
/** What lies deeper can be read but not written again: a browser runs out of stack. */
const isShallow = (value: unknown, left = DEEPEST): boolean =>
  typeof value !== 'object' || value === null || (left > 0 && Object.values(value).every((one) => isShallow(one, left - 1)));

/** A view of version 1. */
function viewOf(value: unknown): SavedView | undefined {
  if (!isFields(value)) return undefined;
  const { name, saved, state } = value;
  const [named, day] = [nameOf(name), dayOf(saved)];
  return named !== undefined && day !== undefined && isFields(state) && isShallow(state) ? { name: named, saved: day, state } : undefined;
}

/** A view of version 0. */
function earlierView(value: unknown): SavedView | undefined {
  if (!isFields(value)) return undefined;
  const { name, saved, lens, ...state } = value;
  const highlight = LENSES.filter((one) => one === lens);
  return viewOf({ name, saved, state: { ...state, highlight } });
}

/** The same view under a name that no other of a list has: `Gaps (2)`. */
export function named(view: SavedView, others: Views): SavedView {
  const taken = new Set(others.map(({ name }) => name));
  let { name } = view;
  for (let n = 2; taken.has(name); n++) name = `${view.name.slice(0, MAX_NAME - 6)} (${String(n)})`;
  return name === view.name ? view : { ...view, name };
}

const isSame = (a: SavedView, b: SavedView): boolean => a.name === b.name && JSON.stringify(a.state) === JSON.stringify(b.state);

/** Both lists; of two views that say the same one, of two that share only the name the later one renamed. */
export function unionOf(first: Views, second: Views): Views {
  const all = [...first];
  for (const view of second) if (!all.some((one) => isSame(one, view))) all.push(named(view, all));
  return all.length === first.length ? first : all;
}

/** What a stored text or a file says; never throws. What is no list of views at all has none and is not flawless. */
export function parseViews(text: string): ReadText<Views> & { readonly dataset?: string } {
  const root = readJson(text.replace(/^\uFEFF/, ''));
  if (!isFields(root) || root['format'] !== FORMAT) return { kept: [], flawless: false };
  const { version, views, dataset } = root;
  if (typeof version === 'number' && version > VERSION) return { kept: [], flawless: false, newer: true };
  if ((version !== 0 && version !== VERSION) || !Array.isArray(views)) return { kept: [], flawless: false };
  const read = views.map(version === 0 ? earlierView : viewOf);
  const kept = read.slice(0, MAX_VIEWS).reduce<Views>((all, view) => (view ? unionOf(all, [view]) : all), []);
  const isWhole = views.length <= MAX_VIEWS && !read.includes(undefined);
  return { kept, flawless: isWhole, ...(typeof dataset === 'string' && { dataset }) };
}

/** Views as the text that `parseViews` reads. @param dataset title of the dataset they were saved for */
export const viewsText = (views: Views, dataset: string, space?: number): string =>
  JSON.stringify({ format: FORMAT, version: VERSION, dataset, views }, null, space);
