/** An input that is not there, or is something else than what was expected: ends a run before anything is written. */
export class Absent extends Error {}

/** A table that is wrong in itself or contradicts the records: ends a run before anything is written. */
export class Contradiction extends Error {}

/** One record, file or line of a catalogue that cannot be read; the others may still be taken. */
export class Unreadable extends Error {
  /** Line of the file, from 1; undefined when it is the file as a whole. */
  readonly line: number | undefined;

  constructor(says: string, line?: number) {
    super(says);
    this.line = line;
  }
}

/** What was left out of an import, and why. */
export interface Omission {
  /** As the input names it: `relaton-data-iso/data/iso-1.yaml`. */
  readonly file: string;
  readonly line?: number;
  /** What is wrong with it, what was expected. */
  readonly says: string;
}

/** An omission as a sentence: `relaton-data-iso/data/iso-1.yaml line 3: …`. */
export const omissionText = ({ file, line, says }: Omission): string =>
  `${file}${line === undefined ? '' : ` line ${String(line)}`}: ${says}`;
