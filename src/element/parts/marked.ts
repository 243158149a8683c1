import { html, type TemplateResult } from 'lit';
import type { Span } from '../../analysis/candidate.js';

/** Spans as they can be marked: inside of the text, in order, those that touch as one. */
function tidy(spans: readonly Span[], length: number): readonly Span[] {
  const inside = spans
    .map(([from, to]) => [Math.max(0, from), Math.min(length, to)] as const)
    .filter(([from, to]) => from < to)
    .sort(([a], [b]) => a - b);
  const joined: [from: number, to: number][] = [];
  for (const [from, to] of inside) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** A text with the words that another text has too marked. */
export function marked(text: string, spans: readonly Span[]): readonly (string | TemplateResult)[] {
  const pieces: (string | TemplateResult)[] = [];
  let at = 0;
  for (const [from, to] of tidy(spans, text.length)) {
    if (from > at) pieces.push(text.slice(at, from));
    pieces.push(html`<mark>${text.slice(from, to)}</mark>`);
    at = to;
  }
  return [...pieces, text.slice(at)];
}
