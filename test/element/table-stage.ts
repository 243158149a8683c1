import { html, render, type ReactiveController } from 'lit';
import type { Candidate } from '../../src/analysis/candidate.js';
import { visible, visibleSet } from '../../src/analysis/visible.js';
import { en } from '../../src/element/messages.js';
import { deskStyles } from '../../src/element/desk-styles.js';
import { paletteStyles } from '../../src/element/palette-styles.js';
import { formatFor, type PanelContext } from '../../src/element/parts/context.js';
import { frameStyles, panelStyles } from '../../src/element/styles.js';
import { TableView } from '../../src/element/table-view.js';
import type { Catalogue } from '../../src/model/catalogue.js';
import { DEFAULTS, reduce, type Settings, type State } from '../../src/state/state.js';

/** A host with a shadow root that has the methods which a presentation asks of the element. */
class Host extends HTMLElement {
  readonly controllers = new Set<ReactiveController>();
  readonly renderRoot: ShadowRoot;
  draw: () => void = () => undefined;
  updateComplete: Promise<boolean> = Promise.resolve(true);

  constructor() {
    super();
    this.renderRoot = this.attachShadow({ mode: 'open' });
  }

  addController(controller: ReactiveController): void {
    this.controllers.add(controller);
    controller.hostConnected?.();
  }
  removeController(controller: ReactiveController): void {
    this.controllers.delete(controller);
  }
  requestUpdate(): void {
    this.updateComplete = Promise.resolve().then(() => {
      this.draw();
      return true;
    });
  }
}
customElements.define('table-stage', Host);

/** What stands in the place of the element: its frame and styles, its state, and how often it was drawn. */
export class TableStage {
  readonly element: Host;
  readonly told: string[] = [];
  readonly view: TableView;
  state: State;
  draws = 0;
  #candidates: readonly Candidate[] | undefined;
  readonly #catalogue: Catalogue;

  constructor(catalogue: Catalogue, settings: Settings = {}, { width = 1200, height = 600 } = {}) {
    this.#catalogue = catalogue;
    this.state = reduce(DEFAULTS, { type: 'set', settings: { view: 'table', ...settings } });
    this.element = new Host();
    this.element.style.width = `${String(width)}px`;
    this.element.style.height = `${String(height)}px`;
    document.body.append(this.element);
    this.view = new TableView(this.element);
    this.element.renderRoot.adoptedStyleSheets = [paletteStyles, frameStyles, panelStyles, deskStyles, ...this.view.styles].flatMap(
      ({ styleSheet }) => (styleSheet ? [styleSheet] : []),
    );
    this.element.draw = () => {
      this.draw();
    };
    this.draw();
  }

  get root(): ShadowRoot {
    return this.element.renderRoot;
  }

  get context(): PanelContext {
    return {
      catalogue: this.#catalogue,
      messages: en,
      format: formatFor('en'),
      choose: () => undefined,
      tell: (text) => this.told.push(text),
      changeFilter: () => undefined,
      filterBy: () => undefined,
    };
  }

  set candidates(candidates: readonly Candidate[] | undefined) {
    this.#candidates = candidates;
    this.draw();
  }

  set(settings: Settings): void {
    this.state = reduce(this.state, { type: 'set', settings });
    this.draw();
  }

  draw(): void {
    this.draws += 1;
    const shown = visibleSet(visible(this.#catalogue, this.state.filter));
    const set = (settings: Settings): void => {
      this.set(settings);
    };
    const view = this.view.view(
      this.context,
      { state: this.state, shown, findings: [], candidates: this.#candidates },
      {
        set,
        select: (ids) => {
          set({ selected: ids });
        },
      },
    );
    render(html`<div class="frame"><div class="middle"><div class="stage">${view}</div></div></div>`, this.root);
    for (const controller of this.element.controllers) controller.hostUpdated?.();
  }

  remove(): void {
    for (const controller of this.element.controllers) controller.hostDisconnected?.();
    this.element.remove();
  }
}
