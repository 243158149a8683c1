import type { ReactiveControllerHost } from 'lit';
import { isSameCamera, type Camera, type Settings, type State } from '../state/state.js';
import type { DrawingController } from './drawing-controller.js';

/** Keeps the view where the state says, and tells where the reader has moved it. */
export class CameraKeeper {
  readonly #host: ReactiveControllerHost;
  readonly #drawing: DrawingController;
  readonly #tell: (camera: Camera) => void;
  /** True from when a grouping and a camera are asked for at once until both are there. */
  #isGiven = false;
  /** Where the view stood when it was asked for the whole drawing. */
  #whole: Camera | undefined;
  /** Where the view has last stood: a surface of another size is painted anew, and nobody has moved anything. */
  #seen: Camera | undefined;

  /** @param tell called with the place of a view that stands elsewhere than the state says */
  constructor(host: ReactiveControllerHost, drawing: DrawingController, tell: (camera: Camera) => void) {
    this.#host = host;
    this.#drawing = drawing;
    this.#tell = tell;
  }

  /** Goes to the camera of settings that were taken over; none is the whole drawing. */
  take({ group, camera }: Settings, before: State): void {
    if (group !== undefined && group !== before.group) this.#isGiven = camera != null;
    if (camera) {
      this.#drawing.view?.setCamera(camera, { animate: false });
      // The view keeps a camera near what there is to see; the state says where it is.
      this.#tellOf(this.#drawing.view?.camera);
    } else if (camera === null && before.camera) {
      void this.#host.updateComplete.then(() => {
        this.#drawing.view?.fit(undefined, { animate: false });
        this.#whole = this.#drawing.view?.camera;
      });
    }
  }

  /** The view has moved; what it made of the whole drawing is no move of the reader. */
  moved(): void {
    const camera = this.#drawing.view?.camera;
    const isMoved = !isSameCamera(camera, this.#seen);
    this.#seen = camera;
    if (isMoved) this.#tellOf(camera);
  }

  #tellOf(camera: Camera | undefined): void {
    if (camera && !isSameCamera(camera, this.#whole) && !isSameCamera(camera, this.#drawing.view?.whole.refitted)) this.#tell(camera);
  }

  /** Marks went to other places: goes along with what is selected, unless a camera was asked for with them. */
  follow(selected: readonly string[]): void {
    if (!this.#isGiven) this.#drawing.follow(selected);
    this.#isGiven = false;
  }
}
