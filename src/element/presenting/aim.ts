import { flight } from '../../interact/flight.js';
import type { Scene } from '../../model/story.js';
import { cameraOfBox } from '../../state/scene-camera.js';
import type { Presented, PresentingHost } from './presented.js';

/** Has the camera go where a scene wants it: to its box, to what it shows, else to everything; from where it is, whatever was under way. */
export function aim(host: PresentingHost, { drawing, choice }: Presented, scene: Scene, animate: boolean): void {
  const { view } = drawing;
  const surface = host.renderRoot.querySelector('.surface');
  // The audience looks at something else now
  view?.endHover();
  if (!view || !surface || choice.state.view !== 'graph') return;
  // The surface has its size now; the observer of the drawing tells of it later
  view.remeasure();
  const { clientWidth: width, clientHeight: height } = surface;
  if (width === 0 || height === 0) return;
  const nodes = (scene.show ?? []).flatMap((id) => drawing.refs(id));
  if (scene.camera) view.setCamera(cameraOfBox(scene.camera, { width, height }), { animate, fly: flight });
  else view.fit(nodes.length > 0 ? nodes : undefined, { animate, fly: flight });
}
