import { APART, coordinationLook } from './links.js';
import { isOutside, looks, pathOf, type Sheet } from './svg-sheet.js';
import { tag } from './xml.js';

/** The two lines of every link that says “coordinated”, as one path. */
export function coordinationPaths({ scene: { links }, theme, size, at }: Sheet, emphasis: number): string {
  let d = '';
  for (let link = 0; link < links.plain; link++) {
    if (links.coordinates[link] !== 1 || links.emphasis[link] !== emphasis) continue;
    const [[ax, ay], [bx, by]] = [at(links.ends[2 * link] ?? 0), at(links.ends[2 * link + 1] ?? 0)];
    if (
      isOutside(size, [
        [ax, ay],
        [bx, by],
      ])
    )
      continue;
    const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2) || 1;
    const [nx, ny] = [((by - ay) / length) * APART, ((ax - bx) / length) * APART];
    for (const side of [-1, 1]) {
      d += pathOf([
        [ax + side * nx, ay + side * ny],
        [bx + side * nx, by + side * ny],
      ]);
    }
  }
  return d === '' ? '' : tag('path', { class: 'coordination', d, ...looks(coordinationLook(theme, emphasis)) });
}
