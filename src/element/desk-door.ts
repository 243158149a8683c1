import { plainFilter } from '../analysis/plain-reader.js';
import type { Catalogue } from '../model/catalogue.js';
import type { State } from '../state/state.js';
import { addStyles } from './adopted-styles.js';
import type { Desk, DeskHost, DeskWork } from './desk.js';
import { firstMessages } from './messages-first.js';
import { OnDemand } from './on-demand.js';

/**
 * Whether only the desk can tell which standards are shown: of a past day, or under a filter that is not plain.
 *
 * @param catalogue the dataset whose values a plain filter names; default: any
 */
export const isBeyond = ({ filter, at }: Pick<State, 'filter' | 'at'>, catalogue?: Catalogue): boolean =>
  at !== '' || !plainFilter(filter, catalogue);

/** What has to come before a picture of a dataset is what was asked for; undefined where nothing has. */
export const awaited = (
  desk: OnDemand<Desk>,
  choice: { readonly isLinked: boolean; opened(filter: string | undefined): Pick<State, 'filter' | 'at'> },
  catalogue: Catalogue,
  others: Promise<unknown> | undefined,
): Promise<unknown> | undefined => {
  const { filter } = catalogue.dataset.opening ?? {};
  // The switch of what it opens with has to be read too
  const isNeeded = choice.isLinked || isBeyond(choice.opened(filter), catalogue) || isBeyond({ filter: filter ?? '', at: '' });
  const part = !desk.part && isNeeded ? desk.ask() : undefined;
  return part || others ? Promise.all([part, others]) : undefined;
};

/** Whether a first picture would be another one without the desk: of other standards, with marks elsewhere than the reader has put them, or with nothing near a selection. */
export const isAwaited = (state: State, catalogue: Catalogue | undefined): boolean =>
  state.moved.length > 0 || state.selected.length > 0 || isBeyond(state, catalogue);

/** Whether something was chosen that the desk answers: it is loaded beside the dataset then. */
export const isOfDesk = (state: State, catalogue: Catalogue | undefined): boolean =>
  state.view !== 'graph' || state.highlight.length > 0 || state.panel !== '' || isAwaited(state, catalogue);

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
      work.tell(firstMessages.partFailed(error instanceof Error ? error.message : String(error)));
    },
  );
}
