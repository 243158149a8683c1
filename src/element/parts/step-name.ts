import type { Part } from '../../state/settings.js';
import { wordOf } from '../word-of.js';
import { stepMessages } from '../messages-steps.js';

/** Parts that are named of one step at most. */
const NAMED = 2;

/** What a step changed, in a few words: `filter, selection`. A camera that came along is not worth a word. */
export function stepName(parts: readonly Part[]): string {
  const telling = parts.length > 1 ? parts.filter((part) => part !== 'camera') : parts;
  const words = [...new Set(telling.map((part) => wordOf(stepMessages.parts, part)))];
  return words.slice(0, NAMED).join(', ');
}
