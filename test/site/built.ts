import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** The built documentation. */
export const SITE = resolve(import.meta.dirname, '../../.cache/site');

/** @throws Error when there is none */
export function builtPages(): ReadonlyMap<string, string> {
  if (!existsSync(resolve(SITE, 'index.html'))) throw new Error('There is no documentation: run npm run site first');
  const names = readdirSync(SITE).filter((name) => name.endsWith('.html'));
  return new Map(names.map((name) => [name, readFileSync(resolve(SITE, name), 'utf8')]));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
/** The text of an attribute or element as it is read. */
export const unescaped = (text: string): string => text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');

/** Values of an attribute in HTML whose values stand between double quotes, as all of ours do. */
export const values = (html: string, attribute: string): readonly string[] =>
  [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => unescaped(value));
