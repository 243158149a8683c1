import { networkFailure, type Failed, type Loaded, type Sent } from './fetch-bytes.js';
import type * as loading from './load.js';
import { firstMessages } from './messages-first.js';

type Reader = typeof loading;

/** What checks datasets, once it has come: beside the first one that is asked for. */
let reader: Reader | undefined;

/** What checks datasets; else why there is nothing. A fetch that fails is tried anew. */
async function readerToCome(): Promise<Reader | Failed> {
  try {
    reader = await import('./load.js');
    return reader;
  } catch (error) {
    return networkFailure(firstMessages.partFailed(error instanceof Error ? error.message : String(error)));
  }
}

/** Checks a dataset that is at hand: at once where what checks it has come and has nothing against it. */
export function checked(data: object): Loaded | Promise<Loaded> {
  if (reader) return reader.check(data, 'data');
  return readerToCome().then((come) => ('ok' in come ? come : come.check(data, 'data')));
}

/**
 * Checks what a server sends; what checks it is fetched meanwhile.
 *
 * @throws DOMException `AbortError` when `signal` was aborted
 */
export async function read(sending: Promise<Sent | Failed>, signal: AbortSignal): Promise<Loaded> {
  const [come, sent] = await Promise.all([reader ?? readerToCome(), sending]);
  signal.throwIfAborted();
  if ('ok' in sent) return sent;
  return 'ok' in come ? come : come.readBytes(sent.bytes, sent.name, signal);
}
