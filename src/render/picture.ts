import type { PlacedLabel } from '../scene/label-boxes.js';
import { planLabels, type LabelPlan } from '../scene/labels.js';
import type { Scene } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import { inkOf, inksOf, type Inks } from './inks.js';
import { usualZoom, type Camera, type Size } from './camera.js';
import { measureWith } from './fonts.js';
import type { Sight } from './sight.js';
import { worldOf, type World } from './world.js';

/** Zooms that labels are placed for, CSS px per layout unit. */
export const ZOOMS = { least: 0.02, most: 8 } as const;

/** What lenses draw: a part of its own, for most pictures have none. */
export interface LensDrawing {
  /** The links of candidates, into a frame. */
  readonly links: (sight: Sight, picture: Picture) => void;
  /** The signs of topics with gaps and of what has changed; the context's unit is a CSS px. */
  readonly signs: (context: CanvasRenderingContext2D, picture: Picture, camera: Camera, size: Size) => void;
}

/** Black, for what is no colour in the notation of computed styles; a theme that was read from a page has none. */
const NO_INK = 0xff000000;

/** A scene made ready for drawing: inks, places, labels, none of which depends on the camera. */
export interface Picture {
  readonly scene: Scene;
  readonly theme: Theme;
  readonly inks: Inks;
  /** The ink of any colour of the theme. */
  readonly inkOf: (color: string) => number;
  readonly world: World;
  readonly plan: LabelPlan;
  /** Labels that are written at any zoom with room for them, in their order. */
  readonly always: readonly PlacedLabel[];
  /** How much of the territories is seen, 0–1. */
  readonly grounds: number;
  /** Draws what lenses show; without it none is drawn. */
  readonly lenses?: LensDrawing | undefined;
}

/**
 * Prepares a scene.
 *
 * @param theme colours in a notation of computed styles, `rgb(…)` or `color(srgb …)`, or `#rrggbb`
 * @param context measures its texts
 * @param lenses draws what lenses show, where there can be any
 * @param size of the surface that it is made for
 */
export function picture(scene: Scene, theme: Theme, context: CanvasRenderingContext2D, lenses?: LensDrawing, size?: Size): Picture {
  const known = new Map<string, number>();
  const inkOfAny = (color: string): number => {
    const ink = known.get(color) ?? inkOf(color) ?? NO_INK;
    known.set(color, ink);
    return ink;
  };
  const usual = size && usualZoom(scene, size);
  const plan = planLabels(scene, { ...ZOOMS, size: theme.labelSize, measure: measureWith(context, theme), usual });
  return {
    scene,
    theme,
    inks: inksOf(theme, inkOfAny),
    inkOf: inkOfAny,
    world: worldOf(scene),
    plan,
    always: plan.always(),
    grounds: 1,
    lenses,
  };
}

/** A picture with its marks elsewhere, on their way: what moves is drawn where it is, with the labels of the end. */
export function onTheWay(made: Picture, scene: Scene, grounds: number): Picture {
  return { ...made, scene, world: worldOf(scene), grounds };
}
