import type { StoreTrouble } from '../kept-store.js';
import type { Messages } from '../messages.js';

/** Why a browser does not keep something, as the end of a sentence. */
export function storeWhy({ findings: words }: Messages, { kind, says }: StoreTrouble): string {
  return {
    none: words.noStore,
    full: words.storeFull,
    forbidden: words.storeForbidden,
    newer: words.storeNewer,
    failed: words.storeFailed(says),
    'not-aside': words.storeFull,
  }[kind];
}
