import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SECTIONS } from '../../tools/site/site.mjs';
import { samples, type Sample } from '../docs.js';

const root = resolve(import.meta.dirname, '../..');

/** Guides that a test of their own runs from end to end. */
const ELSEWHERE = ['data/workflow/README.md'];

/** Every code sample of the pages that are made of Markdown. */
export const guideSamples: readonly Sample[] = SECTIONS.flatMap(({ pages }) => pages)
  .flatMap(({ source }) => source ?? [])
  .filter((source) => !ELSEWHERE.includes(source))
  .flatMap((source) => samples(source, readFileSync(resolve(root, source), 'utf8')));

/** Every kind of sample, and what runs it. A sample of another kind is run by nobody. */
export const KINDS = [
  'html',
  'html cdn',
  'js page',
  'css',
  'text policy',
  'js',
  'ts',
  'jsx',
  'vue',
  'svelte',
  'sh',
  'sh install',
  'sh cdn',
  'text filter',
  'json story',
] as const;
export type SampleKind = (typeof KINDS)[number];

export const kindOf = ({ language, word }: Sample): string => `${language} ${word}`.trim();

/** The samples of one kind; at least one, or nothing would be tested. */
export function samplesOf(kind: SampleKind): readonly Sample[] {
  const found = guideSamples.filter((one) => kindOf(one) === kind);
  if (found.length === 0) throw new Error(`no guide has a sample of the kind ${kind}`);
  return found;
}
