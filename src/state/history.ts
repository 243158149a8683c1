import { PARTS, type Part } from './settings.js';
import { reduce, type State } from './state.js';

/** One step of the reader. */
export interface Step {
  /** Never given twice in a history; integer from 0. */
  readonly id: number;
  /** What the reader saw after it. */
  readonly state: State;
  /** The parts that it changed, in the order of PARTS; empty for the first. */
  readonly parts: readonly Part[];
  /** A filter that one stroke of a key began to change. */
  readonly typed: boolean;
  /** When something of it last changed, in ms of any clock that only goes on. */
  readonly at: number;
}

/** The steps of a reader, and which of them is shown; frozen. */
export interface History {
  /** At least one; the oldest first. */
  readonly steps: readonly Step[];
  /** Place of the one that is shown. */
  readonly shown: number;
  /** The id that the next step gets. */
  readonly next: number;
}

/** How a change came about. */
export interface Occasion {
  /** ms of the same clock as before. */
  readonly at: number;
  /** The reader moved the camera; false: it followed what was chosen. */
  readonly byHand: boolean;
  /** The hand that made the step that is shown has not let go since. Default false. */
  readonly held?: boolean;
}

/** What became of a change: a step of its own, or part of the one before. */
export interface Recorded {
  readonly history: History;
  readonly isNew: boolean;
}

/** Most steps that can be undone. */
export const MOST_STEPS = 200;
/** Rest in ms after which a further movement of the camera, of records or of the day is another step, and a further keystroke. */
const REST = 1000;
const TYPING_REST = 3000;
/** Most characters that one keystroke puts in or takes out: letters made of several, and a closing quotation mark with its space. */
const KEYSTROKE = 3;

/** A history that begins with what is shown. */
export const begin = (state: State, at = 0): History =>
  Object.freeze({ steps: Object.freeze([Object.freeze({ id: 0, state, parts: Object.freeze([]), typed: false, at })]), shown: 0, next: 1 });

/** What is shown. */
export function present({ steps, shown }: History): Step {
  const step = steps[shown];
  if (!step) throw new Error('bug: a history shows one of its steps');
  return step;
}

/** The parts in which two states differ, in the order of PARTS. */
export const changed = (a: State, b: State): readonly Part[] =>
  PARTS.filter((part) => a[part] !== b[part] && reduce(a, { type: 'set', settings: { [part]: b[part] } }) !== a);

const isOnly = (parts: readonly Part[], part: Part): boolean => parts.length === 1 && parts[0] === part;

/** Whether a text became another by one stroke of a key: a few characters came or went at one place. */
function isKeystroke(before: string, after: string): boolean {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return before.length - start - end <= KEYSTROKE && after.length - start - end <= KEYSTROKE;
}

const isTyped = (before: State, after: State, parts: readonly Part[]): boolean =>
  isOnly(parts, 'filter') && isKeystroke(before.filter, after.filter);

/** Whether the same records stand at places of the reader's own. */
const sameRecords = ({ moved: a }: State, { moved: b }: State): boolean =>
  a.length === b.length && a.every(({ id }) => b.some((one) => one.id === id));

/** Whether a change goes on with what the step that is shown did. */
function goesOn(step: Step, state: State, parts: readonly Part[], { at, byHand, held = false }: Occasion): boolean {
  const rest = at - step.at;
  if (isOnly(parts, 'camera')) return !byHand || (isOnly(step.parts, 'camera') && rest < REST);
  if (isOnly(parts, 'at')) return isOnly(step.parts, 'at') && (held || rest < REST);
  if (isOnly(parts, 'moved')) return isOnly(step.parts, 'moved') && rest < REST && sameRecords(step.state, state);
  return step.typed && rest < TYPING_REST && isTyped(step.state, state, parts);
}

const put = (steps: readonly Step[], shown: number, next: number): History => {
  const over = Math.max(0, steps.length - MOST_STEPS - 1);
  return Object.freeze({ steps: Object.freeze(steps.slice(over)), shown: shown - over, next });
};

/**
 * Takes a change into the history.
 *
 * A camera that follows what was chosen belongs to that step, and leaves what was undone; a camera that the reader goes on to move, records that are moved on,
 * a day that is moved on and a filter that is typed on are one step, until they rest for 1 s and 3 s; a day that
 * the hand holds may rest as long as it likes. Everything else is a step of its own. What was undone is forgotten with the next step.
 *
 * @returns the same history when nothing changed; at most 200 steps can be undone, the oldest go
 */
export function record(history: History, state: State, occasion: Occasion): Recorded {
  const { steps, shown, next } = history;
  const step = present(history);
  const parts = changed(step.state, state);
  if (parts.length === 0) return { history, isNew: false };
  if (goesOn(step, state, parts, occasion)) {
    const follows = isOnly(parts, 'camera') && !occasion.byHand;
    const grown = Object.freeze({ ...step, state, at: follows ? step.at : occasion.at });
    const after = follows ? steps.slice(shown + 1) : [];
    return { history: put([...steps.slice(0, shown), grown, ...after], shown, next), isNew: false };
  }
  const fresh: Step = Object.freeze({
    id: next,
    state,
    parts: Object.freeze(parts),
    typed: isTyped(step.state, state, parts),
    at: occasion.at,
  });
  return { history: put([...steps.slice(0, shown + 1), fresh], shown + 1, next + 1), isNew: true };
}

/** Replaces what is shown without a step: what a page sets up before there is a picture. */
export function settle(history: History, state: State): History {
  const { steps, shown, next } = history;
  return put([...steps.slice(0, shown), Object.freeze({ ...present(history), state }), ...steps.slice(shown + 1)], shown, next);
}

/** The step that `undo` takes back; undefined when there is none. */
export const undoable = (history: History): Step | undefined => (history.shown > 0 ? present(history) : undefined);
/** The step that `redo` does again; undefined when there is none. */
export const redoable = ({ steps, shown }: History): Step | undefined => steps[shown + 1];

const moved = (history: History, by: number): History =>
  history.steps[history.shown + by] ? Object.freeze({ ...history, shown: history.shown + by }) : history;

/** One step back; the same history where there is none. */
export const undo = (history: History): History => moved(history, -1);
/** One step forward again; the same history where there is none. */
export const redo = (history: History): History => moved(history, 1);

/**
 * Goes to the step that shows a state: the one of this id, else the nearest that says the same.
 *
 * @returns undefined when no step shows it
 */
export function goTo(history: History, state: State, id?: number): History | undefined {
  const { steps, shown } = history;
  const saying = steps.map((step, at) => ({ step, at })).filter(({ step }) => changed(step.state, state).length === 0);
  const nearest = saying.reduce<(typeof saying)[number] | undefined>(
    (best, one) => (best && Math.abs(best.at - shown) <= Math.abs(one.at - shown) ? best : one),
    undefined,
  );
  const found = saying.find(({ step }) => step.id === id) ?? nearest;
  return found && Object.freeze({ ...history, shown: found.at });
}
