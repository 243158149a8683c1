import { offlineMessages } from './messages-offline.js';
import { knownScript } from './own-script.js';
import { packagedScript } from './packaged-script.js';

/** What the built script begins with: a page that answers anything else for its address has another file there. */
const OURS = /^\s*\/\*! standards-map \d/;

/** The script at an address; undefined where there is none, or something else. */
async function scriptAt(address: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(address, { signal });
    const text = response.ok ? await response.text() : '';
    return OURS.test(text) ? text : undefined;
  } catch (error) {
    // Refused by a policy, another origin or the network: there may be another address
    if (signal.aborted || !(error instanceof TypeError)) throw error;
    return undefined;
  }
}

/**
 * The text of the self-contained script: what the page has named, else the script that the page runs, in it or beside it, else the one of the package.
 *
 * @throws Error that says what to do when none is found; the reason of the signal when it is aborted
 */
export async function offlineScript(signal: AbortSignal): Promise<string> {
  const { given, running } = knownScript();
  const own = running?.textContent ?? '';
  if (given === '' && OURS.test(own)) return own;
  const beside = running instanceof HTMLScriptElement ? running.src : '';
  // Where the page has named one, none is guessed: it may name it because it is another
  const addresses = given === '' ? [beside, packagedScript()].filter((address) => address !== '') : [new URL(given, document.baseURI).href];
  for (const address of addresses) {
    const found = await scriptAt(address, signal);
    if (found !== undefined) return found;
  }
  throw new Error(offlineMessages.noScript(addresses));
}
