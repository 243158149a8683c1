import { EMPHASES } from '../scene/scene.js';
import { ARC_ROOM, flatten } from './arcs.js';
import { APART, candidateLook, casingOf, coordinationLook } from './lens-looks.js';
import { line, type Stroke } from './line.js';
import type { Look } from './marks.js';
import type { Picture } from './picture.js';
import type { Sight } from './sight.js';

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
        const [a, b] = [candidates.ends[2 * link] ?? 0, candidates.ends[2 * link + 1] ?? 0];
        const { scale, x, y } = sight;
        const [ax, ay] = [(marks.x[a] ?? 0) * scale + x, (marks.y[a] ?? 0) * scale + y];
        const [bx, by] = [(marks.x[b] ?? 0) * scale + x, (marks.y[b] ?? 0) * scale + y];
        if (isBeyond(sight, ax, ay, bx, by)) continue;
        this.#stroke(sight, picture, candidates.band[link] ?? 0, emphasis, [ax, ay, bx, by]);
      }
    }
  }

  #stroke(sight: Sight, picture: Picture, band: number, emphasis: number, ends: readonly [number, number, number, number]): void {
    const look = candidateLook(picture.theme, band, emphasis, sight.camera.k);
    const { density } = sight;
    const casing = casingOf(band, emphasis, sight.camera.k);
    if (casing > 0) {
      const rim: Look = { stroke: picture.theme.background, width: casing, dash: [], opacity: 1 };
      for (const side of [-1, 1]) this.#arc(sight, strokeOf(picture, rim, density), ends, ((side * (look.width + casing)) / 2) * density);
    }
    this.#arc(sight, strokeOf(picture, look, density), ends, 0);
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

/** Draws the two lines of each link that says “coordinated”. */
export function drawCoordination(sight: Sight, picture: Picture): void {
  const { scene, theme, world } = picture;
  const { links, marks } = scene;
  const { scale, x, y, density } = sight;
  for (const link of world.coordination) {
    const stroke = strokeOf(picture, coordinationLook(theme, links.emphasis[link] ?? 0), density);
    const [a, b] = [links.ends[2 * link] ?? 0, links.ends[2 * link + 1] ?? 0];
    const [ax, ay] = [(marks.x[a] ?? 0) * scale + x, (marks.y[a] ?? 0) * scale + y];
    const [bx, by] = [(marks.x[b] ?? 0) * scale + x, (marks.y[b] ?? 0) * scale + y];
    if (isBeyond(sight, ax, ay, bx, by)) continue;
    const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2) || 1;
    const [nx, ny] = [((by - ay) / length) * APART * density, ((ax - bx) / length) * APART * density];
    line(sight.frame, ax + nx, ay + ny, bx + nx, by + ny, stroke);
    line(sight.frame, ax - nx, ay - ny, bx - nx, by - ny, stroke);
  }
}

/** Whether an arc lies beyond one side of the surface; it keeps within a circle around its ends. */
function isBeyond({ frame }: Sight, ax: number, ay: number, bx: number, by: number): boolean {
  const radius = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2) / 2;
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
  return !(x + radius >= 0 && y + radius >= 0 && x - radius <= frame.width && y - radius <= frame.height);
}

function strokeOf({ inkOf }: Picture, { stroke, width, dash, opacity }: Look, density: number): Stroke {
  const [on = 0, off = 0] = dash;
  return { ink: inkOf(stroke), opacity: Math.round(256 * opacity), width: width * density, dash: on * density, gap: off * density };
}
