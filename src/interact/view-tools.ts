import { lensDrawing } from '../render/lens-drawing.js';
import type { LensDrawing } from '../render/picture.js';
import type { Scene } from '../scene/scene.js';
import { Glide } from './glide.js';
import { Hands, type HandCallbacks } from './hands.js';
import type { HandsView, ViewHands } from './hands-to-come.js';

/** What a view can do beyond showing a scene: it comes after the first picture. */
export interface ViewTools {
  readonly lenses: LensDrawing;
  readonly hands: (view: HandsView, signal: AbortSignal) => ViewHands;
  readonly glide: (from: Scene, to: Scene) => Glide;
}

/** All of it. @param callbacks what the reader does by hand */
export const viewTools = (callbacks: HandCallbacks): ViewTools => ({
  lenses: lensDrawing,
  hands: (view, signal) => new Hands(view, callbacks, signal),
  glide: (from, to) => new Glide(from, to),
});
