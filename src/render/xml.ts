/** Attributes by name; undefined ones are left out, numbers are written to a tenth. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** What XML 1.0 forbids, and what it merely discourages: control characters but white space, halves of surrogate pairs, two non-characters. */
const UNFIT = /[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/gu;

/** A text that means itself in content and in attributes of XML; what XML cannot hold becomes U+FFFD. */
export const escapeXml = (text: string): string => text.replace(UNFIT, '\uFFFD').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A number to a tenth, as short as it can be written. */
const tenth = (value: number): string => String(Math.round(value * 10) / 10 + 0);

/** A point of a path. */
export const pair = (x: number, y: number): string => `${tenth(x)} ${tenth(y)}`;

/** An element; `body` is markup already, `given` is escaped here. A group of nothing is nothing. */
export function tag(name: string, given: Attributes, body = ''): string {
  if (name === 'g' && body === '') return '';
  const head = Object.entries(given).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${typeof value === 'number' ? tenth(value) : escapeXml(value)}"`,
  );
  return `<${name}${head.join('')}${body === '' ? '/' : `>${body}</${name}`}>`;
}
