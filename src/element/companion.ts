import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CompanionBody } from './companion-body.js';
import type { CompanionKind } from './companion-map.js';
import { withoutLeftovers } from './render-root.js';
import { VERSION } from './version.js';

/**
 * An element of its own that shows the same records as a map, wherever it stands in the page: one state, one filter, one selection. What it is
 * made of is loaded when the first one comes into a page.
 */
export abstract class StandardsCompanion extends LitElement {
  /** Version of the package that the element is from: `0.1.0`. */
  static readonly version: string = VERSION;

  /** Id of the `<standards-map>` to go with, in the same document or shadow root, else in the document. It may come later than this. Default `""`. */
  @property() for = '';
  /** The map itself, wherever it is; wins over `for`. Default null. */
  @property({ attribute: false }) map: HTMLElement | null = null;
  protected abstract readonly kind: CompanionKind;
  readonly #internals = this.attachInternals();
  #body: CompanionBody | undefined;
  #isAsked = false;
  #failure = '';

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#isAsked) void this.#load();
  }

  /** In another document: style sheets made for one are dropped by the next. */
  adoptedCallback(): void {
    this.#body?.adopt();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return withoutLeftovers(super.createRenderRoot(), this.renderOptions);
  }

  protected override render(): TemplateResult {
    return this.#body?.view() ?? html`<slot></slot>${this.#failure}`;
  }

  async #load(): Promise<void> {
    this.#isAsked = true;
    try {
      const { CompanionBody } = await import('./companion-body.js');
      this.#body = new CompanionBody(this, this.kind, this.#internals);
      this.#failure = '';
    } catch (error) {
      // Asked again when it comes back into a page
      this.#isAsked = false;
      this.#failure = String(error);
    }
    this.requestUpdate();
  }
}

/**
 * The standards of a map as a table, in a place of its own.
 *
 * @tag standards-table
 * @slot - Fallback, shown until there is a table.
 * @csspart table - The table with its tools.
 * @cssstate waiting - There is nothing to show yet.
 * @cssstate ready - The records of a map are shown.
 * @cssstate waiting - There is nothing to show yet.
 * @cssstate error - There is no map to go with, or it has no dataset to show.
 */
export class StandardsTable extends StandardsCompanion {
  protected readonly kind = 'table';
}

/**
 * The matrix of a map, in a place of its own.
 *
 * @tag standards-matrix
 * @slot - Fallback, shown until there is a matrix.
 * @csspart matrix - The matrix with its tools and its legend.
 * @cssstate waiting - There is nothing to show yet.
 * @cssstate ready - The records of a map are shown.
 * @cssstate waiting - There is nothing to show yet.
 * @cssstate error - There is no map to go with, or it has no dataset to show.
 */
export class StandardsMatrix extends StandardsCompanion {
  protected readonly kind = 'matrix';
}

/**
 * The timeline of a map, in a place of its own.
 *
 * @tag standards-timeline
 * @slot - Fallback, shown until there is a timeline.
 * @csspart timeline - The timeline with its tools.
 * @csspart tooltip - Title and status of the text under the pointer.
 * @cssstate waiting - There is nothing to show yet.
 * @cssstate ready - The records of a map are shown.
 * @cssstate waiting - There is nothing to show yet.
 * @cssstate error - There is no map to go with, or it has no dataset to show.
 */
export class StandardsTimeline extends StandardsCompanion {
  protected readonly kind = 'timeline';
}

/**
 * What a map says of its selection, in a place of its own: a record, a pair, the list of a lens, a tool.
 *
 * @tag standards-detail
 * @slot - Fallback, shown until there is something to say.
 * @slot detail - Replaces what is said of one record.
 * @csspart detail - What is said.
 * @cssstate waiting - There is nothing to show yet.
 * @cssstate ready - The records of a map are shown.
 * @cssstate waiting - There is nothing to show yet.
 * @cssstate error - There is no map to go with, or it has no dataset to show.
 * @cssstate empty - Nothing is selected.
 */
export class StandardsDetail extends StandardsCompanion {
  protected readonly kind = 'detail';
}
