import { pair, tag } from '../render/xml.js';
import { CAPTION_BOX, captionOf, fitted, type CaptionWords } from './caption.js';
import { onOneLine } from './cell.js';
import { aboutLines, type AboutWords, type Provenance } from './provenance.js';
import { XML_HEAD, xmlText } from './xml.js';

/** Looks of a caption. */
export interface CaptionLook {
  readonly background: string;
  readonly foreground: string;
  readonly muted: string;
  readonly font: string;
  /** Width of a text in this font at 1 px. */
  readonly measure: (text: string) => number;
}

const OPENING = /^<svg [^>]*>/;
const BOX = / viewBox="0 0 ([\d.]+) ([\d.]+)"/;

/**
 * A picture with a caption below it, and with where it comes from as its description: a file of its own.
 *
 * @param svg as the renderers write it: one root with `viewBox="0 0 width height"`, of that width and height
 * @throws Error when it is anything else
 */
export function captionedSvg(
  svg: string,
  provenance: Provenance,
  look: CaptionLook,
  { about, caption }: { readonly about?: AboutWords | undefined; readonly caption?: CaptionWords | undefined } = {},
): string {
  const opening = OPENING.exec(svg)?.[0] ?? '';
  const [, width, height] = BOX.exec(opening)?.map(Number) ?? [];
  if (!width || !height || !svg.trimEnd().endsWith('</svg>')) throw new Error('svg: expected one root with a viewBox from 0 0');
  const { margin, size, baselines } = CAPTION_BOX;
  const all = height + CAPTION_BOX.height;
  const lines = captionOf(provenance, caption).map((line, i) => {
    const text = fitted(onOneLine(line), width - 2 * margin, (part) => size * look.measure(part));
    return tag('text', { x: margin, y: height + (baselines[i] ?? 0), fill: i === 0 ? look.foreground : look.muted }, xmlText(text));
  });
  const box = tag('rect', { x: 0, y: height, width, height: CAPTION_BOX.height, fill: look.background });
  const texts = { class: 'caption', 'font-family': look.font, 'font-size': size, 'text-anchor': 'start' };
  const description = aboutLines(provenance, about).map(([term, value, url]) => `${term}: ${value}${url === undefined ? '' : ` ${url}`}`);
  const taller = opening
    .replace(BOX, ` viewBox="0 0 ${pair(width, all)}"`)
    .replace(/ height="[\d.]+"/, ` height="${pair(all, 0).replace(/ .*/, '')}"`);
  const body = svg.trimEnd().slice(opening.length, -'</svg>'.length);
  // A name comes first: what reads a picture out looks for it there
  const [, name = '', rest = body] = /^(<title>[^<]*<\/title>)(.*)$/s.exec(body) ?? [];
  return `${XML_HEAD}${taller}${name}${tag('desc', {}, xmlText(description.join('\n')))}${rest}${tag('g', texts, box + lines.join(''))}</svg>\n`;
}
