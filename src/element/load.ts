import { isCompact } from '../model/compact-magic.js';
import type { Dataset } from '../model/dataset.js';
import type { Issue } from '../model/issue.js';
import type { Parsed } from '../model/parse.js';
import { parseQuickly } from '../model/parse-quickly.js';
import type { ErrorKind } from './events.js';
import { networkFailure, type Loaded } from './fetch-bytes.js';

/** Largest dataset that is read, in characters: the whole of four catalogues has 16 million. */
const LARGEST = 64_000_000;
/** Largest file that is unpacked: compact, the same have 12 million bytes. */
const LARGEST_BYTES = 256_000_000;

/** First bytes of a gzip file. @source RFC 1952, 2.3.1 */
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** References are what is left to mend when every single record is well-formed. */
function kindOf(issues: readonly Issue[]): ErrorKind {
  const errors = issues.filter((issue) => issue.severity === 'error');
  if (errors.some((issue) => issue.code === 'json' || issue.code === 'bytes')) return 'json';
  return errors.every((issue) => issue.code === 'reference' || issue.code === 'cycle' || issue.code === 'duplicate')
    ? 'reference'
    : 'schema';
}

const answer = (parsed: Parsed): Loaded =>
  parsed.ok ? parsed : { ok: false, kind: kindOf(parsed.issues), issues: parsed.issues, total: parsed.total };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** An object of the page that throws when it is read is no dataset. */
function unreadable(name: string, error: unknown): Loaded {
  const message = `${name}: could not be read. ${messageOf(error)}.`;
  return { ok: false, kind: 'schema', total: 1, issues: [{ code: 'type', severity: 'error', pointer: '', message }] };
}

/** Checks a dataset with which something may be the matter: what tells of it comes when it is needed. */
async function checkInFull(json: unknown, name: string): Promise<Loaded> {
  let part: { readonly parse: (json: unknown, options: { readonly name: string }) => Parsed };
  try {
    part = await import('../model/parse.js');
  } catch (error) {
    return networkFailure(`${name}: has to be looked at closely, and what does that could not be loaded. ${messageOf(error)}`);
  }
  try {
    return answer(part.parse(json, { name }));
  } catch (error) {
    return unreadable(name, error);
  }
}

/** Checks a dataset that is at hand, as text or as a value: at once where nothing is the matter with it and nothing more has to be loaded for that. */
export function check(json: unknown, name: string): Loaded | Promise<Loaded> {
  const judged = (dataset: Dataset | undefined): Loaded | Promise<Loaded> =>
    dataset ? { ok: true, dataset, warnings: [] } : checkInFull(json, name);
  try {
    const quick = parseQuickly(json);
    // What could not be loaded is asked for with all the rest, and told of there
    return quick instanceof Promise ? quick.then(judged, () => checkInFull(json, name)) : judged(quick);
  } catch (error) {
    return unreadable(name, error);
  }
}

/**
 * Checks a dataset that is at hand as bytes: JSON or a compact file, told apart by their first bytes; either may be a gzip file.
 *
 * @throws DOMException `AbortError` when `signal` was aborted
 */
export async function readBytes(sent: Uint8Array<ArrayBuffer>, name: string, signal: AbortSignal): Promise<Loaded> {
  // Few pages are sent a gzip file as such, or show a whole catalogue: what reads them comes when it is needed
  const missing = (error: unknown): Loaded => networkFailure(`${name}: what reads it could not be loaded. ${messageOf(error)}`);
  let bytes: Uint8Array = sent;
  if (isGzip(sent)) {
    const packed = await import('./packed.js').catch(missing);
    if ('ok' in packed) return packed;
    const whole = await packed.unpacked(sent, LARGEST_BYTES);
    if (!whole.ok) return networkFailure(`${name}: ${whole.says}.`);
    bytes = whole.bytes;
  }
  signal.throwIfAborted();
  if (isCompact(bytes)) {
    const part = await import('../model/parse-compact.js').catch(missing);
    signal.throwIfAborted();
    return 'ok' in part ? part : answer(part.readCompact(bytes, { name }));
  }
  const text = new TextDecoder().decode(bytes);
  if (text.length > LARGEST) return networkFailure(`${name}: has ${String(text.length)} characters. Expected at most ${String(LARGEST)}.`);
  // A byte order mark is no part of the text; WebKit leaves it in.
  return check(text.replace(/^\uFEFF/, ''), name);
}
