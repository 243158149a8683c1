import type { ReactiveController, TemplateResult } from 'lit';
import { overlapCounts } from '../analysis/columns.js';
import { comparison, LEAST_COMPARED, MOST_COMPARED, type Comparison } from '../analysis/comparison.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { compareStyles } from './compare-styles.js';
import type { PanelContext } from './parts/context.js';
import { comparePage } from './parts/compare.js';
import type { Presentation, PresentationActions, PresentationData, PresentationHost } from './presentation.js';
import { compareMessages } from './messages-compare.js';

/** Standards side by side, over whatever the map shows; the focus goes there, and back to where it was. */
export class CompareView implements Presentation, ReactiveController {
  readonly styles = [compareStyles];
  readonly #host: PresentationHost;
  #isOnlyDifferences = false;
  #problem = '';
  /** What had the focus when the comparison was opened. */
  #from: HTMLElement | undefined;
  #isOpen = false;
  #of: readonly unknown[] = [];
  #made: Comparison | undefined;

  constructor(host: PresentationHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const page = this.#host.renderRoot.querySelector<HTMLElement>('.compare');
    const isOpen = page !== null;
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    if (page) page.querySelector('h2')?.focus({ preventScroll: true });
    else this.#goBack();
  }

  view(context: PanelContext, data: PresentationData, actions: PresentationActions): TemplateResult {
    const { catalogue } = context;
    if (!this.#isOpen) this.#remember();
    const ids = data.state.selected.filter((id) => catalogue.standard(id) !== undefined);
    const made = ids.length >= LEAST_COMPARED && ids.length <= MOST_COMPARED ? this.#compared(catalogue, ids, data) : undefined;
    const select = (wanted: readonly StandardId[]): void => {
      this.#problem = '';
      actions.select(wanted);
    };
    const close = (): void => {
      this.#problem = '';
      actions.set({ panel: '' });
    };
    return comparePage(context, {
      ids,
      comparison: made,
      isOnlyDifferences: this.#isOnlyDifferences,
      problem: this.#problem,
      isSeeking: data.candidates === undefined,
      toggleDifferences: () => {
        this.#isOnlyDifferences = !this.#isOnlyDifferences;
        this.#host.requestUpdate();
      },
      remove: (id) => {
        select(ids.filter((other) => other !== id));
        this.#focusTitle();
      },
      add: (text) => {
        const found = catalogue.find(text);
        if (found && !ids.includes(found.id)) select([...ids, found.id]);
        else this.#problem = found ? compareMessages.already(found.id) : compareMessages.notFound(text);
        this.#host.requestUpdate();
        return found !== undefined;
      },
      choose: (id) => {
        close();
        context.choose(id);
      },
      choosePair: (a, b) => {
        actions.set({ panel: '', selected: [a, b] });
      },
      close,
    });
  }

  #compared(catalogue: Catalogue, ids: readonly StandardId[], { candidates, findings }: PresentationData): Comparison {
    const of = [catalogue, ids.join('\u0000'), candidates, findings];
    if (!this.#made || of.some((one, i) => one !== this.#of[i])) {
      this.#of = of;
      this.#made = comparison(catalogue, ids, { findings, ...(candidates && { overlaps: overlapCounts(candidates) }) });
    }
    return this.#made;
  }

  #remember(): void {
    const { activeElement } = this.#host.shadowRoot ?? document;
    this.#from = activeElement instanceof HTMLElement ? activeElement : undefined;
  }

  #focusTitle(): void {
    void this.#host.updateComplete.then(() => {
      this.#host.renderRoot.querySelector<HTMLElement>('.compare h2')?.focus();
    });
  }

  #goBack(): void {
    const { renderRoot } = this.#host;
    const isThere = this.#from?.isConnected === true && this.#from.getClientRects().length > 0;
    const panel = renderRoot.querySelector<HTMLElement>('.stage > .detail h2');
    const target = isThere ? this.#from : (panel ?? renderRoot.querySelector<HTMLElement>('.surface'));
    this.#from = undefined;
    target?.focus({ preventScroll: true });
  }
}
