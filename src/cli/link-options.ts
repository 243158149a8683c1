import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isFields, textOf } from '../model/raw.js';
import { isHttpUrl } from '../model/value.js';
import { writeWhole } from '../pipeline/write.js';
import { Unusable, type Io, type Options } from './command.js';
import { unusable } from './document.js';
import { LINK_RESULTS, type LinkFound } from './link-check.js';

/** The options of a check of links. */
export const LINK_OPTIONS = {
  links: { type: 'boolean', says: 'asks the servers of all addresses whether they are there' },
  only: { type: 'string', value: 'HOST', multiple: true, says: 'with --links: this host and those below it; may be given again' },
  concurrency: { type: 'string', value: 'N', default: '8', says: 'with --links: addresses at once, 1 to 64; at one host two at most' },
  timeout: { type: 'string', value: 'SECONDS', default: '20', says: 'with --links: how long a server may take' },
  pause: { type: 'string', value: 'SECONDS', default: '0.3', says: 'with --links: between two questions to one host' },
  private: { type: 'boolean', says: 'with --links: asks addresses of private networks too' },
  resume: {
    type: 'string',
    value: 'FILE',
    says: 'with --links: keeps answers there; what it has is not asked again',
  },
} as const satisfies Options;

/** @throws Unusable when a text is no number of a range */
export function numberOf(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < least || value > most)
    throw new Unusable(`--${option} ${text}: expected a number from ${String(least)} to ${String(most)}.`);
  return value;
}

const isFound = (value: unknown): value is LinkFound =>
  isFields(value) && isHttpUrl(textOf(value['url']) ?? '') && LINK_RESULTS.some((result) => result === value['result']);

/**
 * The answers that a file keeps; none where there is no such file yet. What was out of reach is asked again.
 *
 * @throws Unusable when the file is another one
 */
export function keptAnswers(file: string, io: Io): Map<string, LinkFound> {
  let text: string;
  try {
    text = readFileSync(resolve(io.cwd, file), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
    throw unusable(error, file, 'the answers of an earlier check of links');
  }
  const lines = text.split('\n').filter((line) => line !== '');
  const answers = lines.map((line): unknown => {
    try {
      return JSON.parse(line);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return undefined;
    }
  });
  const found = answers.filter(isFound);
  if (found.length < answers.length)
    throw new Unusable(`${file}: is another file. Expected the answers of an earlier check of links, or a new name.`);
  return new Map(found.filter(({ result }) => result !== 'unreachable').map((one) => [one.url, one]));
}

/** Keeps answers, one a line. @throws Unusable when they cannot be written */
export function keepAnswers(file: string, answers: ReadonlyMap<string, LinkFound>, io: Io): void {
  const lines = [...answers.values()].sort((a, b) => (a.url < b.url ? -1 : 1)).map((one) => `${JSON.stringify(one)}\n`);
  try {
    writeWhole(resolve(io.cwd, file), lines.join(''));
  } catch (error) {
    throw unusable(error, file, 'a folder that exists');
  }
}
