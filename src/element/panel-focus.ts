import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the controller needs of its element. */
export interface PanelFocusHost extends ReactiveControllerHost {
  readonly renderRoot: DocumentFragment | HTMLElement;
}

/** Where a reader was in a panel. */
interface Place {
  readonly top: number;
  /** Which of the things that take the focus had it; -1 where none did. */
  readonly at: number;
}

const TARGETS = 'button, a[href], input, select, textarea, summary';
/** Panels whose places are remembered; who goes farther comes back to the beginning. */
const REMEMBERED = 50;

/**
 * Keeps the reader's place where one panel beside the map takes the place of another.
 *
 * A panel opens at its beginning, one that comes back where it was left, and a focus that was in the old one goes to the heading of the new one.
 */
export class PanelFocus implements ReactiveController {
  readonly #host: PanelFocusHost;
  /** By the headings of panels, the panel left last at the end. */
  readonly #places = new Map<string, Place>();
  #before: (Place & { readonly name: string; readonly isInside: boolean }) | undefined;

  constructor(host: PanelFocusHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const panel = this.#panel();
    const focused = panel?.querySelector<HTMLElement>(':focus') ?? null;
    this.#before = panel && {
      name: nameOf(panel),
      isInside: panel.matches(':focus-within'),
      top: panel.scrollTop,
      at: focused ? targets(panel).indexOf(focused) : -1,
    };
  }

  hostUpdated(): void {
    const before = this.#before;
    const panel = this.#panel();
    if (!before || before.name === (panel && nameOf(panel))) return;
    this.#remember(before.name, before);
    if (!panel) {
      if (before.isInside) this.#onward();
      return;
    }
    const place = this.#places.get(nameOf(panel));
    panel.scrollTop = place?.top ?? 0;
    if (!before.isInside) return;
    const target = place && targets(panel)[place.at];
    (target ?? panel.querySelector('h2'))?.focus({ preventScroll: true });
  }

  /** Goes to the heading of what stands beside the map, past filters and drawing; to the map where nothing does. */
  enter(): void {
    const headings = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.stage :is(.detail, .matrix-detail) h2')];
    const seen = headings.find((heading) => heading.getClientRects().length > 0);
    if (seen) seen.focus();
    else this.#onward();
  }

  #panel(): HTMLElement | undefined {
    return this.#host.renderRoot.querySelector<HTMLElement>('.stage > .detail') ?? undefined;
  }

  #remember(name: string, { top, at }: Place): void {
    this.#places.delete(name);
    this.#places.set(name, { top, at });
    const [oldest] = this.#places.keys();
    if (this.#places.size > REMEMBERED && oldest !== undefined) this.#places.delete(oldest);
  }

  /** No panel is left: on with the drawing. The matrix looks after the focus itself. */
  #onward(): void {
    const { renderRoot } = this.#host;
    if (!renderRoot.querySelector('.matrix')) renderRoot.querySelector<HTMLElement>('.surface')?.focus({ preventScroll: true });
  }
}

const nameOf = (panel: HTMLElement): string => panel.querySelector('h2')?.textContent ?? '';
const targets = (panel: HTMLElement): readonly HTMLElement[] => [...panel.querySelectorAll<HTMLElement>(TARGETS)];
