import { Unusable, type Io } from './command.js';

/**
 * What a terminal would obey instead of show: control characters but tab and line feed, and what turns the direction of the text around it.
 * Marks of a direction by themselves (U+200E, U+200F) and joiners are part of many languages and stay.
 */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const OBEYED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\r(?!\n)|\p{Cs}/gu;

const spelt = (letter: string): string => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** A text as a terminal can show it: what it would obey is spelt out, `\u001b`. */
export const printable = (text: string): string => text.replace(OBEYED, spelt);

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Unusable('The result is no text, and a terminal cannot show it. Write it to a file with --out FILE.');
  }
}

/**
 * The same outputs, where nothing of a dataset reaches a terminal that it would obey.
 *
 * Remarks are for people wherever they go. Results are data when they go into a file or another program, and then they stay as they are.
 */
export const forPeople = (io: Io): Io => ({
  ...io,
  say: (line) => {
    io.say(printable(line));
  },
  progress: (task, share) => {
    io.progress(printable(task), share);
  },
  out: (text) => {
    io.out(io.isTerminal === true ? printable(typeof text === 'string' ? text : textOf(text)) : text);
  },
});
