import { lensDrawing } from '../render/lens-drawing.js';
import type { LensDrawing } from '../render/picture.js';
import type { Scene } from '../scene/scene.js';
import { Glide } from './glide.js';
import { Hands, type HandCallbacks } from './hands.js';
import type { HandsView, ViewHands } from './hands-to-come.js';
import type { Hit } from './hit.js';
import { Pointing } from './pointing.js';
import type { ViewPointing } from './pointing-to-come.js';

/** What a view can do beyond showing a scene: it comes after the first picture. */
export interface ViewTools {
  readonly lenses: LensDrawing;
  readonly hands: (view: HandsView, signal: AbortSignal) => ViewHands;
  /** What the pointer rests on. */
  readonly pointing: (view: HandsView, told: (hit: Hit | null) => void, signal: AbortSignal) => ViewPointing;
  readonly glide: (from: Scene, to: Scene) => Glide;
}

/** All of it. @param callbacks what the reader does by hand */
export const viewTools = (callbacks: HandCallbacks): ViewTools => ({
  lenses: lensDrawing,
  hands: (view, signal) => new Hands(view, callbacks, signal),
  pointing: (view, told, signal) => new Pointing(view, told, signal),
  glide: (from, to) => new Glide(from, to),
});
