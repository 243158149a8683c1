import { sha256 } from './sha256.js';

/** What a parser of HTML would take for the end of a script, or for the begin of a comment in it. */
const ENDS = /<(?=\/script|!--)/gi;

/**
 * A script as the content of a script element: it means the same and cannot end the element.
 *
 * `\x3c` stands for `<` where that begins `</script` or `<!--`: in texts, templates and regular expressions, the places where a script can
 * hold them, it is the same character.
 */
export const inlineScript = (code: string): string =>
  // What a parser of HTML would change, it would change before a policy compares the digest
  code.replace(/\r\n?/g, '\n').replaceAll('\0', '\\x00').replace(ENDS, '\\x3c');

/** A value as JSON that is the content of a script element: no `<` is left that could end it, and no line end that old JavaScript does not know. */
export const inlineJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** Bytes taken into one text at a time; a multiple of 3, so that pieces of base64 can be joined. */
const PIECE = 24_576;

/** Bytes as base64. */
export function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  return pieces.join('');
}

/** How a policy names the content of an inline script or style sheet. */
export const hashSource = (content: string): string => `'sha256-${sha256(content)}'`;
