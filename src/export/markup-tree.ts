import { escapeXml } from '../render/xml.js';

/** An element of markup as plain data, for templates of any framework. */
export interface StaticElement {
  /** Lowercase in HTML; as SVG writes it in SVG. */
  readonly tag: string;
  /** By the names that HTML and SVG write, all values as text: `{src: 'map.json', 'stroke-width': '2'}`. Never an event handler, never `style`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly StaticNode[];
}

/** A text as it is read, not escaped; or an element. */
export type StaticNode = string | StaticElement;

/** An element; attributes that are undefined are left out, as are children that are. */
export const el = (
  tag: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (StaticNode | undefined)[]
): StaticElement => ({
  tag,
  attributes: Object.fromEntries(Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  children: children.filter((child) => child !== undefined),
});

/** Markup as text, every text and every value escaped. */
export function markupOf(node: StaticNode): string {
  if (typeof node === 'string') return escapeXml(node);
  const { tag, attributes, children } = node;
  const head = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return `<${tag}${head.join('')}>${children.map(markupOf).join('')}</${tag}>`;
}

const PIECE = /<(\/)?([a-zA-Z]+)((?: [\w:-]+="[^"]*")*)(\/)?>|([^<]+)/gy;
const ATTRIBUTE = / ([\w:-]+)="([^"]*)"/g;
/** The five signs that `escapeXml` writes as numbers. */
const plain = (text: string): string => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

/**
 * SVG text of this package as a tree.
 *
 * @throws Error where the text is not as `tag` of `render/xml.ts` writes it
 */
export function treeOf(svg: string): StaticElement {
  const open: { tag: string; attributes: Record<string, string>; children: StaticNode[] }[] = [{ tag: '', attributes: {}, children: [] }];
  let at = 0;
  for (const [piece, isEnd, tag = '', given = '', isEmpty, text] of svg.matchAll(PIECE)) {
    at += piece.length;
    const inside = open.at(-1);
    if (text !== undefined) inside?.children.push(plain(text));
    else if (isEnd) open.pop();
    else {
      const attributes = Object.fromEntries([...given.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, plain(value)]));
      const made = { tag, attributes, children: [] };
      inside?.children.push(made);
      if (!isEmpty) open.push(made);
    }
  }
  const [root] = open[0]?.children ?? [];
  if (at !== svg.length || open.length !== 1 || typeof root !== 'object') throw new Error('bug: an SVG that its own reader cannot read');
  return root;
}
