import { excerpt, pointerOf, valueAt, whereOf, type Issue, type IssueCode, type PathStep } from './issue.js';
import { nearest } from './nearest.js';

/** Issues kept in full; a broken file of many megabytes must not answer with as many messages. */
export const MOST_ISSUES = 1000;

/** A problem to report, before it is put into words. */
export interface Problem {
  readonly code: IssueCode;
  readonly path: readonly PathStep[];
  /** What is wrong with the value, after it was quoted: `is not a topic`. */
  readonly says: string;
  /** Valid values to choose the nearest from. */
  readonly candidates?: Iterable<string>;
  /** What to do about it. */
  readonly remedy?: string;
  readonly warning?: boolean;
  /** Quote the value; default true. */
  readonly quoted?: boolean;
}

/** What problems are told to as they are found. */
export interface ProblemSink {
  add(problem: Problem): void;
}

/** Collects the problems of one dataset as issues in the order they are found. */
export class IssueList implements ProblemSink {
  readonly #name: string;
  readonly #root: unknown;
  readonly #issues: Issue[] = [];
  #total = 0;
  #errors = 0;

  /**
   * @param name what the dataset is called in messages
   * @param root the JSON value that paths lead into
   */
  constructor(name: string, root: unknown) {
    this.#name = name;
    this.#root = root;
  }

  add(problem: Problem): void {
    this.#total += 1;
    if (!problem.warning) this.#errors += 1;
    if (this.#issues.length >= MOST_ISSUES) return;
    const value = valueAt(this.#root, problem.path);
    const near = typeof value === 'string' && problem.candidates ? nearest(value, problem.candidates) : undefined;
    const quote = problem.quoted === false ? '' : ` ${excerpt(value)}`;
    const advice = near === undefined ? problem.remedy : `Nearest: ${excerpt(near)}`;
    this.#issues.push({
      code: problem.code,
      severity: problem.warning ? 'warning' : 'error',
      pointer: pointerOf(problem.path),
      message: `${whereOf(this.#name, this.#root, problem.path)}${quote} ${problem.says}.${advice === undefined ? '' : ` ${advice}.`}`,
      ...(near !== undefined && { nearest: near }),
    });
  }

  /** Adds a problem of the whole text, which has no path. */
  addWhole(code: IssueCode, says: string): void {
    this.#total += 1;
    this.#errors += 1;
    this.#issues.push({ code, severity: 'error', pointer: '', message: `${this.#name}: ${says}` });
  }

  get issues(): readonly Issue[] {
    return this.#issues;
  }

  /** Problems found, kept in full or not. */
  get total(): number {
    return this.#total;
  }

  get errors(): number {
    return this.#errors;
  }
}
