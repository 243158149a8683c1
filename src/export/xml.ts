import { escapeXml } from '../render/xml.js';

/** White space that a reader of attributes would take for a space. @source XML 1.0, 3.3.3 */
const BREAKS = /[\t\n\r]/g;

/** A text that comes back as it is from content and from attributes of XML; what XML cannot hold becomes U+FFFD. */
export const xmlText = (text: string): string => escapeXml(text).replace(BREAKS, (sign) => `&#${sign.charCodeAt(0)};`);

/** First line of an XML file. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An element of an XML file; undefined attributes are left out, `body` is markup already, the others are escaped here. */
export function element(name: string, given: Readonly<Record<string, string | number | undefined>>, body = ''): string {
  let head = name;
  for (const [key, value] of Object.entries(given)) if (value !== undefined) head += ` ${key}="${xmlText(String(value))}"`;
  return body === '' ? `<${head}/>` : `<${head}>${body}</${name}>`;
}
