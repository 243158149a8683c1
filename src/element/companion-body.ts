import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { adoptInto } from './adopted-styles.js';
import { analystStyles } from './analyst.js';
import { findMap, watchForMap, type CompanionKind, type Found, type MapSeeker } from './companion-map.js';
import { companionDetailStyles, companionStyles } from './companion-styles.js';
import { CustomStates } from './custom-states.js';
import { MatrixController } from './matrix-controller.js';
import { companionEn } from './messages-companion.js';
import { Notices } from './notices.js';
import { paletteStyles } from './palette-styles.js';
import { PanelFocus } from './panel-focus.js';
import type { PanelContext } from './parts/context.js';
import type { PresentationData, PresentationHost } from './presentation.js';
import { Presentations } from './presentations.js';
import type { SharedMap } from './shared-map.js';
import { frameStyles, panelStyles } from './styles.js';
import { registerColours } from './theme.js';
import type { State } from '../state/state.js';

/** What a companion is for its body. */
export interface CompanionHost extends ReactiveControllerHost, MapSeeker, PresentationHost {}

const OWN_STYLES = [paletteStyles, frameStyles, panelStyles, ...analystStyles, companionStyles];

/** What a companion shows of its map, and its way to it: which map, what it says now, and wishes that go back to it. */
export class CompanionBody implements ReactiveController {
  readonly #host: CompanionHost;
  readonly #kind: CompanionKind;
  readonly #states: CustomStates;
  readonly #notices: Notices;
  readonly #presentations: Presentations;
  readonly #matrix: MatrixController | undefined;
  #found: Found | undefined;
  #unsubscribe: (() => void) | undefined;
  #unwatch: (() => void) | undefined;
  #isInside = false;
  /** The state of the map with the view that stands here: the same as long as it says the same. */
  #state: { readonly from: State; readonly here: State } | undefined;

  constructor(host: CompanionHost, kind: CompanionKind, internals: ElementInternals) {
    this.#host = host;
    this.#kind = kind;
    this.#states = new CustomStates(internals);
    this.#notices = new Notices(host);
    this.#presentations = new Presentations(host, this.#tell);
    this.#matrix = kind === 'matrix' ? new MatrixController(host) : undefined;
    if (kind === 'detail') new PanelFocus(host);
    registerColours(host.ownerDocument);
    this.adopt();
    host.addController(this);
  }

  hostConnected(): void {
    this.#unwatch = watchForMap(this.#host, this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#take(undefined);
  }

  hostUpdate(): void {
    // Another id or another map
    if (this.#host.isConnected) this.#take(findMap(this.#host));
    this.#isInside = this.#host.renderRoot.querySelector('.detail:focus-within') !== null;
  }

  /** A panel that goes takes the focus with it. */
  hostUpdated(): void {
    const { renderRoot } = this.#host;
    if (this.#isInside && !renderRoot.querySelector('.detail')) renderRoot.querySelector<HTMLElement>('.companion-note')?.focus();
  }

  /** Styles, again where the document is another one. */
  adopt(): void {
    const { shadowRoot } = this.#host;
    if (shadowRoot)
      adoptInto(shadowRoot, [...OWN_STYLES, ...(this.#kind === 'detail' ? [companionDetailStyles] : []), ...this.#presentations.styles]);
  }

  view(): TemplateResult {
    const shared = this.#found?.shared;
    const context = shared?.context();
    const body = shared && context ? this.#body(shared, { ...context, tell: this.#tell }) : undefined;
    this.#states.show({
      ready: body !== undefined,
      error: this.#found?.missing !== undefined || shared?.phase() === 'failed',
      waiting: body === undefined,
      empty: body === nothing,
    });
    const note = body === nothing ? companionEn.nothingSelected : body ? undefined : this.#note(shared);
    return html`<div class="frame">
      ${note === undefined ? nothing : html`<p class="companion-note" role="status" tabindex="-1">${note}</p><slot></slot>`}
      <div class="middle"><div class="stage">
        <span class="probe" aria-hidden="true"><span class="reader"></span></span>
        ${body ?? nothing}${this.#notices.render()}
      </div></div>
    </div>`;
  }

  #body(shared: SharedMap, context: PanelContext): TemplateResult | typeof nothing | undefined {
    const part = shared.part();
    if (!part) return undefined;
    const data = part.data(context);
    if (this.#kind === 'detail') return part.detail(context, data.shown);
    if (this.#matrix) return part.matrix(context, data.shown, this.#matrix);
    return this.#presentations.get(this.#kind)?.view(context, this.#here(data), part.actions);
  }

  /** A presentation asks the state whether it is shown; here it always is. */
  #here(data: PresentationData): PresentationData {
    const { state } = data;
    if (this.#state?.from !== state && this.#kind !== 'detail') this.#state = { from: state, here: { ...state, view: this.#kind } };
    return { ...data, state: this.#state?.here ?? state };
  }

  #note(shared: SharedMap | undefined): string {
    const found = this.#found;
    if (found?.missing) return companionEn.missing[found.missing](this.#kind, found.name);
    const phase = shared?.phase() ?? 'none';
    return phase === 'failed' ? companionEn.failed : phase === 'none' ? companionEn.none : companionEn.loading;
  }

  readonly #tell = (text: string): void => {
    this.#notices.tell(text);
  };

  readonly #look = (): void => {
    this.#take(findMap(this.#host));
  };

  /** Goes with another map, or with none. */
  #take(found: Found | undefined): void {
    const before = this.#found;
    this.#found = found;
    if (before?.shared === found?.shared && before?.missing === found?.missing) return;
    if (before?.shared !== found?.shared) {
      this.#unsubscribe?.();
      this.#state = undefined;
      this.#unsubscribe = found?.shared?.subscribe(() => {
        this.#host.requestUpdate();
      });
    }
    this.#host.requestUpdate();
  }
}
