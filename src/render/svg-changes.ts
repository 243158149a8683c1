import { FADED } from '../scene/codes.js';
import { BEHIND, drawingOrder } from './change-layer.js';
import { changeSign } from './change-looks.js';
import { screenRadius } from './marks.js';
import { looks, pathOf, type Sheet } from './svg-sheet.js';
import { escapeXml, tag } from './xml.js';

/** The signs of what has changed, each with what it says as its name. */
export function changeLayer({ scene, theme, camera, at, isSeen }: Sheet): string {
  const { changes, marks, graph } = scene;
  if (!changes) return '';
  const signs = drawingOrder(changes.change).map((i) => {
    const mark = changes.mark[i] ?? 0;
    if (!isSeen(mark)) return '';
    const radius = screenRadius(marks, mark, camera.k);
    const { corners, strokes, ink, inkWidth, ...look } = changeSign(
      theme,
      [...at(mark), radius],
      changes.change[i] ?? 0,
      changes.sure[i] === 1,
      camera.k,
    );
    const name = `${graph.ids[marks.node[mark] ?? 0] ?? ''}: ${changes.texts[i] ?? ''}`;
    const inner = strokes.map((stroke) => pathOf(stroke)).join('');
    return tag(
      'g',
      { opacity: marks.emphasis[mark] === FADED ? String(BEHIND) : undefined },
      tag('title', {}, escapeXml(name)) +
        tag('path', { d: `${pathOf(corners)}z`, ...looks(look) }) +
        (inner === '' ? '' : tag('path', { d: inner, fill: 'none', stroke: ink, 'stroke-width': inkWidth.toFixed(2) })),
    );
  });
  return tag('g', { class: 'changes' }, signs.join(''));
}
