import type { ReactiveControllerHost } from 'lit';
import type { Settings, State } from '../state/state.js';
import type { ChoiceController } from './choice-controller.js';
import type { DrawingController } from './drawing-controller.js';

/** What nobody has chosen: it comes at once, and is not told. */
const OWN = { animate: false, untold: true } as const;

/** What it needs of what the reader chose. */
type CameraChoice = Pick<ChoiceController, 'state' | 'hasPicture' | 'moveCamera'>;

/** Keeps the view where the state says, and tells where the reader has moved it. */
export class CameraKeeper {
  readonly #host: ReactiveControllerHost;
  readonly #drawing: DrawingController;
  readonly #choice: () => CameraChoice;
  /** True from when a grouping and a camera are asked for at once until both are there. */
  #isGiven = false;

  constructor(host: ReactiveControllerHost, drawing: DrawingController, choice: () => CameraChoice) {
    this.#host = host;
    this.#drawing = drawing;
    this.#choice = choice;
  }

  /** Goes to the camera of settings that were taken over; none is the whole drawing. */
  take({ group, camera }: Settings, before: State): void {
    if (group !== undefined && group !== before.group) this.#isGiven = camera != null;
    if (camera) this.stand();
    else if (camera === null && before.camera)
      void this.#host.updateComplete.then(() => {
        // A camera may have been asked for since
        if (!this.#choice().state.camera) this.#drawing.view?.fit(undefined, OWN);
      });
  }

  /** Has a view that begins, or that was asked to, stand where the state says; one that shows the whole drawing does so by itself. */
  stand(): void {
    const { camera } = this.#choice().state;
    if (!camera) return;
    this.#drawing.view?.setCamera(camera, OWN);
    // The view keeps a camera near what there is to see; the state says where it is.
    this.moved();
  }

  /** The view was moved; before there is a picture, it stands nowhere. */
  moved(): void {
    const choice = this.#choice();
    const { view } = this.#drawing;
    if (view && choice.hasPicture) choice.moveCamera(view.camera);
  }

  /** Marks went to other places: goes along with what is selected, unless a camera was asked for with them. */
  follow(selected: readonly string[]): void {
    if (!this.#isGiven) this.#drawing.follow(selected, !this.#choice().state.camera);
    this.#isGiven = false;
  }
}
