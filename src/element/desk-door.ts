import type { State } from '../state/state.js';
import { addStyles } from './adopted-styles.js';
import type { Desk, DeskHost, DeskWork } from './desk.js';
import { en } from './messages.js';
import { OnDemand } from './on-demand.js';

/** Whether something was chosen that the desk answers: it is loaded beside the dataset then. */
export const isOfDesk = ({ view, highlight, selected, panel, at }: State): boolean =>
  view !== 'graph' || highlight.length > 0 || selected.length > 1 || panel !== '' || at !== '';

/** The desk of an element: loaded when it is first needed, with its looks behind the first `own` that the element has from the beginning. */
export function deskOf(host: DeskHost, work: DeskWork, own: number): OnDemand<Desk> {
  return new OnDemand(
    async () => {
      const { Desk } = await import('./desk.js');
      return new Desk(host, work);
    },
    ({ styles }) => {
      if (host.shadowRoot) addStyles(host.shadowRoot, styles, own);
      host.requestUpdate();
    },
    (error) => {
      work.tell(en.partFailed(error instanceof Error ? error.message : String(error)));
    },
  );
}
