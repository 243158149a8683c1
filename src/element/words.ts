import type { Messages } from './messages.js';

let table: Messages | undefined;
let asked: Promise<void> | undefined;

/** The texts of what stands around the drawing. @throws Error before they have come, which they have where there is a dataset */
export function words(): Messages {
  if (!table) throw new Error('bug: words were asked for before they came');
  return table;
}

/** The texts on their way; undefined once they are there. Rejects where they cannot be loaded, and is asked anew then. */
export function wordsToCome(): Promise<void> | undefined {
  if (table) return undefined;
  asked ??= import('./messages.js').then(
    ({ en }) => {
      table = en;
    },
    (error: unknown) => {
      asked = undefined;
      throw error;
    },
  );
  return asked;
}
