import type { Surface } from '../export/png.js';
import { fitted, NO_INSETS } from '../render/camera.js';
import type { DrawingController } from './drawing-controller.js';

/** Size in CSS px of a picture of a map that is not displayed. */
const UNSEEN = { width: 1280, height: 800 } as const;

/** Nearest zoom of such a picture, and what it shows of nothing. */
const NEAREST = 2.2;
const NOWHERE = { left: 0, right: 0, top: 0, bottom: 0 } as const;

/** What the surface of a drawing shows, or would of a map that is not displayed; undefined before a picture stands. */
export function surfaceOf({ scene, theme, view }: DrawingController): Surface | undefined {
  if (!scene || !theme) return undefined;
  view?.remeasure();
  const { camera, insets, size = UNSEEN } = view ?? {};
  return camera && insets && size.width > 0 && size.height > 0
    ? { scene, theme, camera, size, insets }
    : { scene, theme, camera: fitted(scene.bounds ?? NOWHERE, UNSEEN, NO_INSETS, NEAREST), size: UNSEEN };
}
