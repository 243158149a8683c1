import { render, type TemplateResult } from 'lit';
import type { Camera, State, View } from '../../state/state.js';
import { presentSheet } from '../present-styles.js';
import { FullSurface } from './full-surface.js';
import { Ghost } from './ghost.js';
import { Laser } from './laser.js';
import type { Presented, PresentingHost } from './presented.js';
import { listenForSwipes, type Swipe } from './swipe.js';
import { zoomOf, type Zoom } from './zoom.js';

/** How long buttons and pointer stay after the mouse has moved, ms. */
const AWAKE_MS = 2600;

/** Zoom at which all columns and rows of the table fit into the frame; undefined without a table, or where its rows are cards. */
function tableRoom(frame: HTMLElement): number | undefined {
  const box = frame.querySelector<HTMLElement>('.table-box:not(.cards)');
  const [head, body] = [box?.querySelector<HTMLElement>('.table-head'), box?.querySelector<HTMLElement>('.table-body')];
  if (!box || !head || !body) return undefined;
  const { fontSize } = getComputedStyle(box);
  const wide = Number.parseFloat(box.style.getPropertyValue('--_least')) * Number.parseFloat(fontSize);
  // Its rows have one height, whatever the zoom
  const room = Math.min(frame.clientWidth / wide, frame.clientHeight / (head.offsetHeight + body.offsetHeight));
  return room > 0 && Number.isFinite(room) ? room : undefined;
}

/** What happens on the screen. */
export interface ScreenCallbacks {
  readonly resized: () => void;
  /** Full screen was left, by the reader or the browser. */
  readonly left: () => void;
  readonly swiped: (swipe: Swipe) => void;
  /** The reader has moved the camera. */
  readonly byHand: () => void;
}

/** The element as a screen for an audience: full screen, large type, what is laid over it; and all of that put back. */
export class Screen {
  readonly #host: PresentingHost;
  readonly #presented: Presented;
  readonly #callbacks: ScreenCallbacks;
  readonly #full: FullSurface;
  #sheet: CSSStyleSheet | undefined;
  #sizes: CSSStyleSheet | undefined;
  #box: HTMLElement | undefined;
  #parts: HTMLElement | undefined;
  #ghost: Ghost | undefined;
  #laser: Laser | undefined;
  #observer: ResizeObserver | undefined;
  #listeners: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsleep = false;
  #isFull = false;
  /** What was chosen before, and where the camera stood. */
  #before: { readonly state: State; readonly camera: Camera | undefined } | undefined;

  constructor(host: PresentingHost, presented: Presented, callbacks: ScreenCallbacks) {
    [this.#host, this.#presented, this.#callbacks] = [host, presented, callbacks];
    this.#full = new FullSurface(host);
  }

  get before(): { readonly state: State; readonly camera: Camera | undefined } | undefined {
    return this.#before;
  }

  get isFull(): boolean {
    return this.#full.isFull;
  }

  get isRtl(): boolean {
    return getComputedStyle(this.#host).direction === 'rtl';
  }

  /** Whether nothing shall move: as the reader's system or the page says. */
  get isStill(): boolean {
    return this.#host.motion === 'none' || matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  get isLaser(): boolean {
    return this.#laser !== undefined;
  }

  /** The picture that the audience sees, where it is the drawing. */
  get picture(): HTMLCanvasElement | undefined {
    return this.#presented.choice.state.view === 'graph' ? (this.#surface?.querySelector('canvas') ?? undefined) : undefined;
  }

  get #surface(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.surface');
  }

  /** Lays the screen out. */
  begin(): void {
    const { shadowRoot, ownerDocument } = this.#host;
    const { defaultView } = ownerDocument;
    if (!shadowRoot || !defaultView) throw new Error('bug: a map that is presented stands in a page');
    const { choice, drawing } = this.#presented;
    this.#before = { state: choice.state, camera: drawing.view?.camera };
    this.#full.remember();
    [this.#sheet, this.#sizes] = [new defaultView.CSSStyleSheet(), new defaultView.CSSStyleSheet()];
    this.#sheet.replaceSync(presentSheet);
    this.#measure();
    shadowRoot.adoptedStyleSheets.push(this.#sheet, this.#sizes);
    // A scene that changes nothing of the state draws nothing: what covers the drawing is another all the same
    this.#host.requestUpdate();
    const [box, parts, ghosts] = [0, 1, 2].map(() => ownerDocument.createElement('div'));
    if (!box || !parts || !ghosts) return;
    [box.className, parts.className, ghosts.className] = ['presenting', 'presenting', 'ghosts'];
    box.append(ghosts, parts);
    shadowRoot.append(box);
    [this.#box, this.#parts, this.#ghost] = [box, parts, new Ghost(ghosts)];
    this.#listen(shadowRoot);
    this.wake();
  }

  /** Goes full screen, or fills the window. @returns whether the screen is full */
  async enter(): Promise<boolean> {
    return (this.#isFull = await this.#full.enter());
  }

  fillWindow(): void {
    this.#full.fillWindow();
  }

  /** Full screen, or back to the window. */
  async toggleFull(): Promise<void> {
    const wasFull = this.isFull;
    this.#isFull = false;
    if (wasFull) await this.#full.shrink();
    else await this.enter();
  }

  /** Renders what stands around the scene. */
  show(parts: TemplateResult): void {
    if (this.#parts) render(parts, this.#parts);
    this.#measure();
  }

  /** Has what is shown now fade while something else comes. @param isOther whether another view comes */
  fade(from: View, isOther: boolean): void {
    if (this.isStill) return;
    const surface = this.#surface;
    if (from === 'graph' && surface) this.#ghost?.begin(surface, isOther ? undefined : this.#presented.drawing.view);
    else this.#host.renderRoot.querySelector('.stage')?.animate({ opacity: [0, 1] }, { duration: 400, easing: 'ease-out' });
  }

  toggleLaser(): void {
    const { ownerDocument } = this.#host;
    this.#presented.drawing.view?.endHover();
    if (this.#laser) {
      this.#laser.clear();
      this.#laser.canvas.remove();
      this.#laser = undefined;
    } else {
      this.#laser = new Laser(ownerDocument, () => this.isStill);
      this.#box?.append(this.#laser.canvas);
    }
    this.#style();
  }

  /** Shows buttons and pointer for a while. */
  readonly wake = (): void => {
    clearTimeout(this.#timer);
    this.#box?.setAttribute('data-awake', '');
    this.#isAsleep = false;
    this.#style();
    this.#timer = setTimeout(() => {
      this.#box?.removeAttribute('data-awake');
      this.#isAsleep = true;
      this.#style();
    }, AWAKE_MS);
  };

  focusTitle(): void {
    this.#parts?.querySelector<HTMLElement>('.show-title')?.focus({ preventScroll: true });
  }

  /** What Tab goes through, in order. */
  stops(): readonly HTMLElement[] {
    const all = [...(this.#parts?.querySelectorAll<HTMLElement>('button') ?? [])];
    const help = all.filter((button) => button.closest('.show-help'));
    return help.length > 0 ? help : all;
  }

  /** Has the camera stand where it stood before, which is nobody's choice. */
  lookBack(): void {
    const { camera } = this.#before ?? {};
    if (camera) this.#presented.drawing.view?.setCamera(camera, { animate: false, untold: true });
  }

  /** Goes back to the element's place in the page. */
  async leave(): Promise<void> {
    this.#isFull = false;
    this.#presented.about = undefined;
    // A flight that is under way ends here: it would be told once the state is held no more
    this.lookBack();
    this.#presented.drawing.view?.endHover();
    this.#listeners?.abort();
    this.#observer?.disconnect();
    clearTimeout(this.#timer);
    this.#laser?.clear();
    this.#laser = undefined;
    this.#ghost?.end();
    const { shadowRoot } = this.#host;
    if (shadowRoot)
      shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet && sheet !== this.#sizes);
    if (this.#parts) render(null, this.#parts);
    this.#box?.remove();
    this.#box = this.#parts = this.#ghost = this.#sheet = this.#sizes = undefined;
    await this.#full.leave();
    this.#presented.drawing.view?.remeasure();
    this.#host.requestUpdate();
  }

  /** Waits until what was asked for is painted; at once where the page is not shown, as nothing is painted there. */
  async painted(): Promise<void> {
    if (this.#host.ownerDocument.visibilityState !== 'visible') return;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }

  /** Gives back focus and scrolling. */
  restore(): void {
    this.#full.restore(this.#surface);
    this.#before = undefined;
  }

  #listen(shadowRoot: ShadowRoot): void {
    const host = this.#host;
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    host.ownerDocument.addEventListener(
      'fullscreenchange',
      () => {
        if (this.isFull) this.#isFull = true;
        else if (this.#isFull) {
          this.#isFull = false;
          this.#callbacks.left();
        }
      },
      { signal },
    );
    host.addEventListener(
      'pointermove',
      (event) => {
        if (this.#laser) this.#laser.move(event);
        else if (event.pointerType !== 'touch') this.wake();
      },
      { signal, capture: true },
    );
    // A drag or a wheel on the drawing: the scene's camera no longer holds
    for (const name of ['wheel', 'pointerdown'] as const)
      this.#surface?.addEventListener(name, this.#callbacks.byHand, { signal, passive: true });
    const isOurs = (event: PointerEvent): boolean => {
      const [target] = event.composedPath();
      return !this.#laser && !(target instanceof Element && target.closest('button, a, .show-help'));
    };
    listenForSwipes(host, { isOurs, isRtl: () => this.isRtl, swiped: this.#callbacks.swiped }, signal);
    this.#observer = new ResizeObserver(() => {
      this.#measure();
      this.#presented.drawing.view?.remeasure();
      this.#callbacks.resized();
    });
    this.#observer.observe(host);
    const frame = shadowRoot.querySelector('.frame');
    if (frame) this.#observer.observe(frame);
  }

  #was = '';

  /** Sizes that depend on the surface and the view. @returns whether they are others */
  #measure(): boolean {
    const frame = this.#host.renderRoot.querySelector('.frame');
    const { unit, zoom } = this.#zoom();
    const was = this.#was;
    this.#was = `${String(unit)} ${String(zoom)} ${String(frame?.clientWidth)} ${String(frame?.clientHeight)}`;
    if (was !== this.#was) this.#style();
    return was !== this.#was;
  }

  #zoom(): Zoom {
    const { clientWidth: width, clientHeight: height, renderRoot } = this.#host;
    const { view } = this.#presented.choice.state;
    const size = { width, height };
    const [frame, grid, legend] = ['.frame', '.matrix .grid', '.matrix .matrix-legend'].map((name) =>
      renderRoot.querySelector<HTMLElement>(name),
    );
    if (view === 'table' && frame) return zoomOf(view, size, tableRoom(frame));
    if (view !== 'matrix' || !frame || !grid) return zoomOf(view, size);
    // A grid keeps its height whatever the zoom, and is never narrower than its columns
    const { minInlineSize } = getComputedStyle(grid);
    const wide = frame.clientWidth / (Number.parseFloat(minInlineSize) || grid.offsetWidth);
    return zoomOf(view, size, Math.min(wide, frame.clientHeight / (grid.offsetHeight + (legend?.offsetHeight ?? 0) + 24)));
  }

  /** Numbers only reach this sheet. */
  #style(): void {
    const { unit, zoom } = this.#zoom();
    const hidden = this.#isAsleep || this.#laser ? ':host, .frame, .frame *, .presenting, .presenting * { cursor: none !important; }' : '';
    // A laser points at the screen, not at what is drawn: no hover, no tooltip, no click
    const pointing = this.#laser ? '.frame, .frame * { pointer-events: none !important; }' : '';
    this.#sizes?.replaceSync(`:host { --_u: ${String(unit)}px; --_zoom: ${String(zoom)}; } ${hidden} ${pointing}`);
  }
}
