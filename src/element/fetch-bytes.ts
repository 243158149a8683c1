import type { Dataset } from '../model/dataset.js';
import type { Issue } from '../model/issue.js';
import type { ErrorKind } from './events.js';

/** A dataset that could not be had. */
export interface Failed {
  readonly ok: false;
  readonly kind: ErrorKind;
  readonly issues: readonly Issue[];
  readonly total: number;
}

/** What became of a dataset that was asked for. */
export type Loaded = { readonly ok: true; readonly dataset: Dataset; readonly warnings: readonly Issue[] } | Failed;

/** What a server has sent. */
export interface Sent {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A dataset that could not be had. @param message where, what was wrong, and what was expected */
export function networkFailure(message: string): Failed {
  return { ok: false, kind: 'network', total: 1, issues: [{ code: 'json', severity: 'error', pointer: '', message }] };
}

/** The file an address names, for messages; percent signs that encode no text stay as they are. */
function nameOf({ pathname, host }: URL): string {
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || host;
  } catch (error) {
    if (error instanceof URIError) return last;
    throw error;
  }
}

/**
 * Fetches a dataset.
 *
 * @param src address relative to `base`; http and https only, and file where the page itself is one
 * @param base address of the page
 * @returns what was sent, and what it is called in messages; else why there is nothing
 * @throws DOMException `AbortError` when `signal` was aborted
 */
export async function fetchBytes(src: string, base: string, signal: AbortSignal): Promise<Sent | Failed> {
  if (!URL.canParse(src, base))
    return networkFailure(`${src}: is not an address. Expected the address of a dataset, relative to the page.`);
  const url = new URL(src, base);
  const name = nameOf(url);
  if (!/^https?:$/.test(url.protocol) && url.protocol !== new URL(base).protocol) {
    return networkFailure(`${url.protocol}//…: is not an address this element fetches. Expected http or https.`);
  }
  try {
    const response = await fetch(url, { signal, headers: { accept: 'application/json, application/octet-stream;q=0.9, */*;q=0.5' } });
    if (!response.ok)
      return networkFailure(`${name}: the server answered ${String(response.status)} ${response.statusText}. Expected a dataset.`);
    return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    if (signal.aborted) throw error;
    return networkFailure(`${name}: could not be fetched. ${error instanceof Error ? error.message : String(error)}.`);
  }
}
