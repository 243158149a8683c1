import { FADED } from '../scene/codes.js';
import { BANDS, EMPHASES } from '../scene/scene.js';
import { controlOf } from './arcs.js';
import { candidateLook, casingOf, GAP_TEXT, gapLook, hexagon } from './lens-looks.js';
import { isOutside, looks, pathOf, type Sheet } from './svg-sheet.js';
import { escapeXml, pair, tag } from './xml.js';

/** Baseline below the middle of a number, heights of its text. */
const BASELINE = 0.35;

/** The links of candidates, the weakest first, each with the two standards as its name. */
export function candidateLayer({ scene, theme, camera, size, at }: Sheet): string {
  const { candidates, graph, marks } = scene;
  if (!candidates) return '';
  const nameOf = (mark: number): string => graph.ids[marks.node[mark] ?? 0] ?? '';
  const arcOf = (link: number, emphasis: number): string => {
    const [a, b] = [candidates.ends[2 * link] ?? 0, candidates.ends[2 * link + 1] ?? 0];
    const [[ax, ay], [bx, by]] = [at(a), at(b)];
    const [cx, cy] = controlOf(ax, ay, bx, by);
    if (
      isOutside(size, [
        [ax, ay],
        [cx, cy],
        [bx, by],
      ])
    )
      return '';
    const band = candidates.band[link] ?? 0;
    const d = `M${pair(ax, ay)}Q${pair(cx, cy)} ${pair(bx, by)}`;
    const look = candidateLook(theme, band, emphasis, camera.k);
    const casing = casingOf(band, emphasis, camera.k);
    const rim = { stroke: theme.background, width: look.width + 2 * casing, dash: [], opacity: 1 };
    const name = tag('title', {}, escapeXml(`${nameOf(a)} – ${nameOf(b)}`));
    return (casing > 0 ? tag('path', { d, ...looks(rim) }) : '') + tag('path', { class: BANDS[band], d, ...looks(look) }, name);
  };
  const arcs = EMPHASES.flatMap((_, emphasis) =>
    Array.from(candidates.emphasis, (one, link) => (one === emphasis ? arcOf(link, emphasis) : '')),
  );
  return tag('g', { class: 'candidates' }, arcs.join(''));
}

/** The signs of topics with gaps or thin cells: a hexagon with their number. */
export function gapLayer({ scene, theme, camera, at, isSeen }: Sheet): string {
  const { gaps, marks } = scene;
  if (!gaps) return '';
  const signs = Array.from(gaps.mark, (mark, i) => {
    if (!isSeen(mark)) return '';
    const [x, y] = at(mark);
    const isFaded = marks.emphasis[mark] === FADED;
    const { opacity, ink, ...look } = gapLook(theme, gaps.gaps[i] ?? 0, isFaded);
    const corners = hexagon(x, y, camera.k);
    const number = String((gaps.gaps[i] ?? 0) || (gaps.thin[i] ?? 0));
    return tag(
      'g',
      { opacity: opacity < 1 ? opacity.toFixed(2) : undefined },
      tag('title', {}, escapeXml(gaps.texts[i] ?? '')) +
        tag('path', { d: `${pathOf(corners)}z`, ...looks({ ...look, opacity: 1 }) }) +
        tag('text', { x, y: y + BASELINE * GAP_TEXT, fill: ink }, number),
    );
  });
  return tag('g', { class: 'gaps', 'font-size': GAP_TEXT, 'font-weight': '700' }, signs.join(''));
}
