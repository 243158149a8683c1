import { isFields, textOf, type Fields } from '../model/raw.js';
import { isHttpUrl } from '../model/value.js';

/** An address and the records that use it. */
export interface UsedLink {
  /** Without a fragment, which no server is asked for. */
  readonly url: string;
  /** `standards "ISO 37122"`, each once, in the order of the file. */
  readonly used: readonly string[];
}

/** What a record is called in a report: its collection and its id, or what a statement is about. */
function nameOf(collection: string, record: Fields, at: number): string {
  const id = textOf(record['id']) ?? textOf(record['about']);
  return `${collection} ${id === undefined ? `[${String(at)}]` : JSON.stringify(id)}`;
}

/** Every `url` in a value, at any depth. */
function* urlsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === 'url' && typeof child === 'string') yield child;
    else yield* urlsIn(child);
  }
}

function* linksOf(root: Fields): Generator<readonly [url: string, used: string]> {
  for (const [collection, records] of Object.entries(root)) {
    if (collection === 'url' && typeof records === 'string') yield [records, 'the file itself'];
    if (!Array.isArray(records)) continue;
    for (const [at, record] of records.entries())
      if (isFields(record)) for (const url of urlsIn(record)) yield [url, nameOf(collection, record, at)];
  }
}

/**
 * The http and https addresses of a dataset or a submission, each once, in the order of their first use.
 *
 * @param only hosts that are asked for, with all below them; empty: every host
 */
export function linksIn(root: Fields, only: readonly string[] = []): readonly UsedLink[] {
  const hosts = only.map((host) => host.toLowerCase());
  const places = new Map<string, Set<string>>();
  for (const [text, used] of linksOf(root)) {
    if (!isHttpUrl(text)) continue;
    const url = new URL(text);
    url.hash = '';
    if (hosts.length > 0 && !hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))) continue;
    const known = places.get(url.href);
    if (known) known.add(used);
    else places.set(url.href, new Set([used]));
  }
  return [...places].map(([url, used]) => ({ url, used: [...used] }));
}
