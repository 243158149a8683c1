import type { StoreTrouble } from '../kept-store.js';
import { findingMessages as words } from '../messages-findings.js';

/** Why a browser does not keep something, as the end of a sentence. */
export function storeWhy({ kind, says }: StoreTrouble): string {
  return {
    none: words.noStore,
    full: words.storeFull,
    forbidden: words.storeForbidden,
    newer: words.storeNewer,
    failed: words.storeFailed(says),
    'not-aside': words.storeFull,
  }[kind];
}
