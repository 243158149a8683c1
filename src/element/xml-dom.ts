const SVG = 'http://www.w3.org/2000/svg';
/** A tag, or the text up to the next: of markup that `render/xml.ts` writes, which has no comments, instructions or entities but numbers. */
const TOKEN = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

const decoded = (text: string): string => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

/**
 * Puts markup of our own making into an element, node by node: a parser of the browser would be a sink that strict pages close, and a text can become
 * nothing but a text this way.
 */
export function appendMarkup(markup: string, into: Element): void {
  const owner = into.ownerDocument;
  const path: Element[] = [into];
  for (const [, closes, name, attributes = '', isWhole, text] of markup.matchAll(TOKEN)) {
    const parent = path.at(-1) ?? into;
    if (text !== undefined) parent.append(decoded(text));
    else if (closes) {
      if (path.length > 1) path.pop();
    } else if (name !== undefined) {
      const isSvg = name === 'svg' || parent.namespaceURI === SVG;
      const element = isSvg ? owner.createElementNS(SVG, name) : owner.createElement(name);
      for (const [, key = '', value = ''] of attributes.matchAll(ATTRIBUTE)) if (key !== 'xmlns') element.setAttribute(key, decoded(value));
      parent.append(element);
      if (!isWhole) path.push(element);
    }
  }
}
