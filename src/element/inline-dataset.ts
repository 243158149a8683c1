import { networkFailure, type Loaded } from './fetch-bytes.js';
import { check, readBytes } from './load.js';

/** Ends the type of a script element whose text is base64 of bytes: `application/octet-stream;base64`. */
const BASE64 = /;\s*base64$/i;

/** The element of an id in the tree that the map stands in, else in its document. */
function elementOf(host: Element, id: string): Element | null {
  const root = host.getRootNode();
  const near = root instanceof DocumentFragment ? root.getElementById(id) : null;
  return near ?? host.ownerDocument.getElementById(id);
}

/** Once the page is read to its end: what stands below the map is not there before, or not to its end. */
const whole = (page: Document, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (page.readyState === 'loading') page.addEventListener('DOMContentLoaded', () => done(), { once: true, signal });
    else done();
  });

/** The bytes of base64; undefined for what is none. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  let letters: string;
  try {
    letters = atob(text);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/**
 * Checks a dataset that stands in the page: the text of a script element, JSON or with the type `…;base64` the bytes of a file. Nothing is fetched.
 *
 * @param src `#` and the id of the element
 * @throws DOMException `AbortError` when `signal` was aborted
 */
export async function inlineDataset(host: Element, src: string, signal: AbortSignal): Promise<Loaded> {
  await whole(host.ownerDocument, signal);
  signal.throwIfAborted();
  const script = elementOf(host, src.slice(1));
  // By its name: in a page of XHTML, or in one that it was moved out of, it is no instance of this window's class
  if (script?.localName !== 'script')
    return networkFailure(
      `${src}: there is no such element on this page. Expected <script type="application/json" id="${src.slice(1)}"> with a dataset in it.`,
    );
  const text = script.textContent;
  if (!BASE64.test(script.getAttribute('type') ?? '')) return check(text, src);
  const bytes = bytesOf(text);
  return bytes ? readBytes(bytes, src, signal) : networkFailure(`${src}: is not base64. Expected the bytes of a dataset.`);
}
