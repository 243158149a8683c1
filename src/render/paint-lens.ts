import { EMPHASES } from '../scene/scene.js';
import { ARC_ROOM, flatten } from './arcs.js';
import { candidateLook, casingOf } from './lens-looks.js';
import { line, type Stroke } from './line.js';
import type { Look } from './marks.js';
import type { Picture } from './picture.js';
import { endsOf, isBeyond, strokeOf, type Sight } from './sight.js';

/** Draws the links of candidates into frames. Keeps its array from one to the next. */
export class CandidateBrush {
  readonly #sides = new Float32Array(ARC_ROOM);

  /** Draws all candidates, what is brought forward more on top. */
  draw(sight: Sight, picture: Picture): void {
    const { candidates, marks } = picture.scene;
    if (!candidates) return;
    for (let emphasis = 0; emphasis < EMPHASES.length; emphasis++) {
      for (let link = 0; link < candidates.count; link++) {
        if (candidates.emphasis[link] !== emphasis) continue;
        const ends = endsOf(sight, marks, candidates.ends, link);
        if (isBeyond(sight, ...ends)) continue;
        this.#stroke(sight, picture, candidates.band[link] ?? 0, emphasis, ends);
      }
    }
  }

  #stroke(sight: Sight, picture: Picture, band: number, emphasis: number, ends: readonly [number, number, number, number]): void {
    const look = candidateLook(picture.theme, band, emphasis, sight.camera.k);
    const { density } = sight;
    const casing = casingOf(band, emphasis, sight.camera.k);
    if (casing > 0) {
      const rim: Look = { stroke: picture.theme.background, width: casing, dash: [], opacity: 1 };
      for (const side of [-1, 1])
        this.#arc(sight, strokeOf(picture.inkOf, rim, density), ends, ((side * (look.width + casing)) / 2) * density);
    }
    this.#arc(sight, strokeOf(picture.inkOf, look, density), ends, 0);
  }

  #arc({ frame }: Sight, stroke: Stroke, ends: readonly [number, number, number, number], aside: number): void {
    const sides = this.#sides;
    const length = flatten(sides, ...ends, aside);
    let way = 0;
    for (let i = 2; i < length; i += 2) {
      const [ax, ay, bx, by] = [sides[i - 2] ?? 0, sides[i - 1] ?? 0, sides[i] ?? 0, sides[i + 1] ?? 0];
      line(frame, ax, ay, bx, by, stroke, stroke.opacity, way);
      way += Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
    }
  }
}
