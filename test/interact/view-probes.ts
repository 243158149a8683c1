import { hitOf, type Hit } from '../../src/interact/hit.js';
import type { MapView } from '../../src/interact/map-view.js';
import { toScreen } from '../../src/render/camera.js';
import { REACH } from '../../src/render/hit.js';
import { targetAt } from '../../src/render/target.js';
import { labelsInView } from '../../src/render/text.js';
import { placeOf } from '../../src/scene/labels.js';

/** A label and the box it is written in, CSS px. */
export interface LabelBox {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The labels that a view shows with their boxes, in the order of their importance. */
export function labelBoxes({ picture, camera, size }: MapView): readonly LabelBox[] {
  if (!picture) return [];
  return labelsInView(picture, camera, size).map(({ label, halfWidth, lineHeight, aside, offset }) => {
    const [atX, y] = toScreen(...placeOf(label, picture.scene.marks), camera, size);
    const x = atX + aside;
    const top = y + offset - lineHeight / 2;
    return { text: label.text, left: x - halfWidth, right: x + halfWidth, top, bottom: top + label.lines.length * lineHeight };
  });
}

/** What a mouse means by a point of a view, CSS px. */
export const hitAt = ({ picture, camera, size }: MapView, x: number, y: number): Hit | null =>
  picture ? hitOf(picture.scene, targetAt(x, y, camera, size, REACH.fine, picture), camera, size) : null;
