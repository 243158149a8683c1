import type { ReactiveControllerHost } from 'lit';
import type { HandCallbacks } from '../interact/hands.js';
import { uncover } from '../interact/uncover.js';
import type { StandardId } from '../model/dataset.js';
import type { NodeRef } from '../scene/scene.js';
import { MAX_MOVED, MAX_SELECTED } from '../state/settings.js';
import type { Moved } from '../state/state.js';
import type { DrawingController } from './drawing-controller.js';
import { carriedIn, placeIn } from './drawn-places.js';
import { formatFor } from './parts/context.js';
import type { Choices } from './choices.js';
import { handMessages } from './messages-hands.js';

/** The element, as far as hands go. */
export interface HandsHost extends ReactiveControllerHost {
  /** Standards that pass the filter, in dataset order. */
  readonly visible: readonly StandardId[];
}

/** What hands need of the element. */
export interface HandsWork {
  readonly choices: () => Choices;
  readonly tell: (text: string) => void;
}

const { number } = formatFor('en');

/** What the reader does by hand in the drawing: records dragged to other places, lassos. */
export class Hands {
  readonly #host: HandsHost;
  readonly #work: HandsWork;
  readonly #drawing: () => DrawingController;
  #said = '';

  constructor(host: HandsHost, work: HandsWork, drawing: () => DrawingController) {
    [this.#host, this.#work, this.#drawing] = [host, work, drawing];
  }

  /** What the drawing asks and tells. */
  readonly callbacks: Required<HandCallbacks> = {
    carried: (target) => carriedIn(this.#drawing(), this.#heads(target)),
    onCarried: (target, dx, dy) => {
      this.#put(this.#heads(target), dx, dy);
    },
    onLasso: (ids, out) => {
      if (ids.length === 0) this.#say(handMessages.nothingInside);
      else if (out) this.#takeOut(ids);
      else this.#add(ids);
    },
    onAll: () => {
      this.#add(this.#host.visible);
    },
  };

  /** A candidate's link was chosen: both standards are meant. */
  selectPair(a: StandardId, b: StandardId): void {
    this.#work.choices().select([a, b]);
    // Once what was chosen is on the page: a panel may come to lie on them
    void this.#host.updateComplete.then(() => {
      const drawing = this.#drawing();
      if (drawing.view)
        uncover(
          drawing.view,
          [a, b].flatMap((id) => drawing.refs(id)),
        );
    });
  }

  /** What was done last, in words, for those who cannot see it. */
  get said(): string {
    return this.#said;
  }

  /** Records of this dataset that the reader has dragged. */
  get moved(): readonly Moved[] {
    return this.#work.choices().state.moved.filter(({ id }) => this.#drawing().refs(id).length > 0);
  }

  get isLasso(): boolean {
    return this.#drawing().view?.hands.isLassoMode ?? false;
  }

  /** Whether the reader has dragged this record. */
  isByHand(id: string): boolean {
    return this.#work.choices().state.moved.some((one) => one.id === id);
  }

  /** Has every drag draw a lasso, or moves the ground again. */
  setLasso(on: boolean): void {
    const { view } = this.#drawing();
    if (!view || view.hands.isLassoMode === on) return;
    view.hands.isLassoMode = on;
    this.#say(on ? handMessages.lassoOn : handMessages.lassoOff);
  }

  /** Escape ends the lasso mode. @param otherwise what it does when that is off @returns whether it was on */
  escape(otherwise?: () => void): boolean {
    const was = this.isLasso;
    if (was) this.setLasso(false);
    else otherwise?.();
    return was;
  }

  /** Sends records back to where their dataset or layout has them, in one step. */
  back(...ids: readonly string[]): void {
    const choices = this.#work.choices();
    choices.take({ moved: choices.state.moved.filter(({ id }) => !ids.includes(id)) });
    this.#say(handMessages.wentBack);
  }

  allBack(): void {
    this.#work.choices().take({ moved: [] });
    this.#say(handMessages.allWentBack);
  }

  /** What is dragged with a mark: all that is selected when it is, else itself; with the arrow keys what is selected. */
  #heads(target: NodeRef | null): readonly string[] {
    const { selected } = this.#work.choices().state;
    return target === null || selected.includes(target.id) ? selected : [target.id];
  }

  #put(ids: readonly string[], dx: number, dy: number): void {
    const { moved } = this.#work.choices().state;
    const places = ids.flatMap((id) => {
      const at = placeIn(this.#drawing(), id);
      return at ? [{ id, x: at[0] + dx, y: at[1] + dy }] : [];
    });
    const others = moved.filter(({ id }) => !ids.includes(id));
    if (others.length + places.length > MAX_MOVED) {
      this.#work.tell(handMessages.tooManyMoved(number(MAX_MOVED)));
      return;
    }
    this.#drawing().drop();
    this.#work.choices().take({ moved: [...others, ...places] });
    const [first] = places;
    if (first) this.#say(places.length === 1 ? handMessages.placed(first.id) : handMessages.placedMany(number(places.length)));
  }

  /** Adds to the selection as many as it holds. */
  #add(ids: readonly StandardId[]): void {
    const { selected } = this.#work.choices().state;
    const known = new Set(selected);
    const fresh = ids.filter((id) => !known.has(id));
    const added = fresh.slice(0, Math.max(0, MAX_SELECTED - selected.length));
    this.#work.choices().select([...selected, ...added]);
    this.#say(handMessages.taken(number(added.length), number(selected.length + added.length)));
    if (added.length < fresh.length) this.#work.tell(handMessages.tooMany(number(ids.length), number(MAX_SELECTED), number(added.length)));
  }

  #takeOut(ids: readonly StandardId[]): void {
    const { selected } = this.#work.choices().state;
    const gone = new Set(ids);
    const left = selected.filter((id) => !gone.has(id));
    this.#work.choices().select(left);
    this.#say(handMessages.takenOut(number(selected.length - left.length), number(left.length)));
  }

  #say(text: string): void {
    this.#said = text;
    this.#host.requestUpdate();
  }
}
