/** Longest time in which a browser says whether it goes full screen, ms: one without windows never does. */
const ANSWER_MS = 1500;

/** Where something was scrolled to. */
interface Scrolled {
  readonly element: Element;
  /** Which of its kind it is in the element, from 0: what a scene closes comes back as another node. Below 0: it stands elsewhere on the page. */
  readonly place: number;
  readonly left: number;
  readonly top: number;
}

/** What an element stands in, through shadow roots and slots. */
function* ancestorsOf(element: Element): Generator<Element> {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode)
    if (node !== element && node instanceof Element) yield node;
}

/** What has the focus, inside of shadow roots. */
function focusOf(root: DocumentOrShadowRoot): Element | null {
  const { activeElement } = root;
  return activeElement?.shadowRoot?.activeElement ? focusOf(activeElement.shadowRoot) : activeElement;
}

/** Those of a kind, in order. */
const alike = (root: ShadowRoot | null, { localName, className }: Element): readonly Element[] =>
  [...(root?.querySelectorAll(localName) ?? [])].filter((one) => one.className === className);

/** Whether an element is the one that fills the screen, wherever it stands. */
const isFull = (element: Element): boolean => {
  const root = element.getRootNode();
  return (root instanceof Document || root instanceof ShadowRoot) && root.fullscreenElement === element;
};

/** Puts an element over everything: full screen where the browser allows it, else in the top layer over the window. Puts it back as it was. */
export class FullSurface {
  readonly #host: HTMLElement;
  /** What the popover attribute said before; undefined while it is not ours. */
  #popover: string | null | undefined;
  #wasFull = false;
  #scrolled: readonly Scrolled[] = [];
  #focused: Element | null = null;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  get isFull(): boolean {
    return isFull(this.#host);
  }

  /** Remembers what leaving puts back: focus, and how far everything around and inside is scrolled. */
  remember(): void {
    const { shadowRoot } = this.#host;
    const inside = shadowRoot ? [...shadowRoot.querySelectorAll('*')] : [];
    this.#wasFull = this.isFull;
    this.#focused = focusOf(this.#host.ownerDocument);
    this.#scrolled = [...ancestorsOf(this.#host), ...inside]
      .map((element) => ({ element, place: alike(shadowRoot, element).indexOf(element), left: element.scrollLeft, top: element.scrollTop }))
      .filter(({ element, left, top }) => left !== 0 || top !== 0 || element.scrollHeight > element.clientHeight);
  }

  /** Goes full screen. @returns whether the browser allows it; where not, the element is in the top layer over the window */
  async enter(): Promise<boolean> {
    if (this.isFull) return true;
    this.#hidePopover();
    const full = await this.#ask();
    if (!full) this.fillWindow();
    return full;
  }

  /** Fills the window without full screen. */
  fillWindow(): void {
    const host = this.#host;
    if (!host.isConnected || this.isFull || this.#popover !== undefined || typeof host.showPopover !== 'function') return;
    this.#popover = host.getAttribute('popover');
    host.setAttribute('popover', 'manual');
    host.showPopover();
  }

  /** Leaves full screen but goes on filling the window. */
  async shrink(): Promise<void> {
    if (this.isFull) await this.#host.ownerDocument.exitFullscreen();
    this.fillWindow();
  }

  /** Back to its place in the page. */
  async leave(): Promise<void> {
    this.#hidePopover();
    if (this.isFull && !this.#wasFull) await this.#host.ownerDocument.exitFullscreen();
  }

  /** Scrolls back, and gives the focus back. @param otherwise gets it where nobody had it that is still there */
  restore(otherwise: HTMLElement | null): void {
    for (const { element, place, left, top } of this.#scrolled) {
      const now = element.isConnected || place < 0 ? element : alike(this.#host.shadowRoot, element)[place];
      now?.scrollTo({ left, top, behavior: 'instant' });
    }
    const focused = this.#focused;
    if (focused instanceof HTMLElement && focused.isConnected && focused !== focused.ownerDocument.body)
      focused.focus({ preventScroll: true });
    else if (focusOf(this.#host.ownerDocument)?.getRootNode() === this.#host.shadowRoot && focused !== this.#host.ownerDocument.body)
      otherwise?.focus({ preventScroll: true });
    this.#scrolled = [];
    this.#focused = null;
  }

  #hidePopover(): void {
    if (this.#popover === undefined) return;
    const host = this.#host;
    if (host.isConnected && host.matches(':popover-open')) host.hidePopover();
    if (this.#popover === null) host.removeAttribute('popover');
    else host.setAttribute('popover', this.#popover);
    this.#popover = undefined;
  }

  async #ask(): Promise<boolean> {
    const host = this.#host;
    if (typeof host.requestFullscreen !== 'function' || !host.ownerDocument.fullscreenEnabled) return false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silent = new Promise<boolean>((answer) => {
      timer = setTimeout(() => {
        answer(false);
      }, ANSWER_MS);
    });
    // Without a press of the reader just before, in a frame that may not, or against a wish of the reader: a TypeError, and no more is known
    const asked = host.requestFullscreen({ navigationUI: 'hide' }).then(
      () => true,
      () => false,
    );
    const full = await Promise.race([asked, silent]);
    clearTimeout(timer);
    return full;
  }
}
