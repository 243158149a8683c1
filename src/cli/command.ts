import type { PartialDate } from '../model/dataset.js';

/** 0: fine; 1: findings (problems, differences, conflicts, rows left out); 2: could not run. */
export type ExitCode = 0 | 1 | 2;

/** What a command needs of the world. Tests hand over their own. */
export interface Io {
  /** Folder that relative paths begin at. */
  readonly cwd: string;
  /** Results: stdout. */
  out(text: string | Uint8Array): void;
  /** Remarks, a line each: stderr. */
  say(line: string): void;
  /** Whether results go to a terminal: what it would obey is then spelt out. Default false. */
  readonly isTerminal?: boolean;
  /** How far a long piece of work is, 0-1; drawn on a terminal only. */
  progress(task: string, share: number): void;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
  /** The day of the run. */
  readonly today: PartialDate;
}

/** Ends a run before anything is written: exit 2. The message says where, what was found, what was expected and what to do. */
export class Unusable extends Error {}

/** One option of a command. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly default?: string | boolean;
  readonly multiple?: boolean;
  readonly short?: string;
  /** What stands for its value in the help: `FILE`. */
  readonly value?: string;
  /** What it does, in a line. */
  readonly says: string;
}
/** The options of a command by their long names. */
export type Options = Readonly<Record<string, Option>>;

/** A command of `standards-map`. */
export interface Command {
  readonly name: string;
  /** What it does, in a line without a full stop. */
  readonly summary: string;
  /** What stands behind its name: `FILE... [options]`. */
  readonly usage: string;
  /** More on it; lines of 100 characters at most. */
  readonly about?: string;
  readonly options: Options;
  /** At least one that works as it stands. */
  readonly examples: readonly string[];
  /**
   * @param args what follows the name of the command; `--help` is handled before
   * @throws Unusable when it could not run; the reason of the signal when that is aborted
   */
  readonly run: (args: readonly string[], io: Io) => Promise<ExitCode>;
}

const WIDTH = 28;

/** The help of a command, as `--help` prints it. */
export function helpOf({ name, summary, usage, about, options, examples }: Command): string {
  const lines = Object.entries(options).map(([option, { short, value, says, default: preset }]) => {
    const named = `${short === undefined ? '' : `-${short}, `}--${option}${value === undefined ? '' : ` ${value}`}`;
    const gap = named.length < WIDTH ? ' '.repeat(WIDTH - named.length) : `\n${' '.repeat(WIDTH + 2)}`;
    const otherwise = preset === undefined || preset === false || preset === '' ? '' : ` (default ${String(preset)})`;
    return `  ${named}${gap}${says}${otherwise}`;
  });
  return [
    `standards-map ${name}: ${summary}.`,
    '',
    `  standards-map ${name} ${usage}`,
    ...(about === undefined ? [] : ['', about]),
    ...(lines.length === 0 ? [] : ['', 'Options', ...lines]),
    '',
    examples.length === 1 ? 'Example' : 'Examples',
    ...examples.map((example) => `  ${example}`),
    '',
    'Results go to stdout, remarks to stderr. Exit code: 0 fine, 1 findings, 2 could not run.',
    '',
  ].join('\n');
}
