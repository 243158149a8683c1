import { CROSSED, FADED, NEAR, PLAIN, SELECTED } from '../scene/codes.js';
import { LINK_KINDS, NODE_KINDS, type NodeKind } from '../scene/graph.js';
import { labelsOf } from '../scene/label-list.js';
import { TEXT_SCALE, type LabelSpace, type PlacedLabel } from '../scene/label-boxes.js';
import { placeOf } from '../scene/labels.js';
import { SHAPES, type Label, type Marks, type Scene, type TextKind } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import { fitted, NO_INSETS, toScreen, usualZoom, type Camera, type Size } from './camera.js';
import { batchesOf, batchLook, type Batch } from './batches.js';
import { FADED_OPACITY, ringOf, screenRadius } from './marks.js';
import { RIGHT_TO_LEFT, WEIGHTS } from './fonts.js';
import { groundLook, INDIRECT_FROM, indirectLook, linkLook } from './links.js';
import { indirectEmphasis } from '../scene/indirect.js';
import { ZOOMS } from './picture.js';
import { coordinationPaths } from './svg-coordination.js';
import { isOutside, looks, pathOf, type Sheet } from './svg-sheet.js';
import { isQuiet, REACH } from './text.js';
import { escapeXml, tag, type Attributes } from './xml.js';

/** What an SVG needs besides the scene and the theme. */
export interface SvgOptions {
  /** Default: the one that shows all of the scene, but not nearer than 2.2. */
  readonly camera?: Camera | undefined;
  /** Size of the picture in CSS px; each ≥ 1. */
  readonly size: Size;
  /** Width of a text of one kind in CSS px, in the theme's font at its label size: of a canvas in a page, of a table elsewhere. */
  readonly measure: LabelSpace['measure'];
  /** Name of the picture. Default: the title of the dataset. */
  readonly title?: string | undefined;
}

/** Codes of the emphases of links in drawing order. */
const LINK_LAYERS = [FADED, PLAIN, NEAR] as const;

/** The labels that are written at a zoom, of all in order of importance. */
export type Labelling = (labels: readonly Label[], marks: Marks, space: LabelSpace, k: number) => readonly PlacedLabel[];

/** What the lenses add to a picture; a picture that never has one needs none of their code. */
export interface LensLayers {
  /** Above the marks that are faded and below all others. */
  readonly links: (sheet: Sheet) => string;
  /** Above all marks. */
  readonly signs: (sheet: Sheet) => string;
}

/** Nearest zoom of the default camera. */
const NEAREST = 2.2;
/** Baseline below the middle of a line, heights of its text: tools that draw SVG know `dominant-baseline` seldom. */
const BASELINE = 0.35;
/** A CSS colour as computed styles and palettes write it; never an address. */
const COLOUR = /^(?!.*url)#?[a-z0-9-]+(\((?:[-\w.,%/+# ]|\([-\w.,%/+# ]*\))*\))?$/i;
/** Corners of marks of radius 1 around their middle, and the cross of two lines; a circle has none. */
const CORNERS: Readonly<Record<string, readonly (readonly [x: number, y: number])[]>> = {
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  hexagon: [
    [-0.5, -0.866],
    [0.5, -0.866],
    [1, 0],
    [0.5, 0.866],
    [-0.5, 0.866],
    [-1, 0],
  ],
  cross: [
    [-0.75, -0.75],
    [0.75, 0.75],
    [0, 0],
    [0.75, -0.75],
    [-0.75, 0.75],
    [0, 0],
  ],
};

/** What a mark stands for, as text: a tooltip, and the only name of a mark whose label has no room. */
function titleOf({ scene: { graph, marks } }: Sheet, mark: number): string {
  const node = marks.node[mark] ?? 0;
  const id = graph.ids[node] ?? '';
  const { catalogue } = graph;
  const kind = kindOf(graph.kinds[node]);
  return tag('title', {}, escapeXml((kind === 'sdo' ? catalogue.sdo(id)?.name : kind === 'topic' ? catalogue.topic(id)?.label : id) ?? id));
}

const kindOf = (code: number | undefined): NodeKind => NODE_KINDS[code ?? 0] ?? 'standard';

/** The areas behind the marks. */
function groundLayer({ scene, theme, camera, size }: Sheet): string {
  const areas = scene.territories.map(({ level, slot, outline }) => {
    const corners = Array.from({ length: outline.length / 2 }, (_, i) =>
      toScreen(outline[2 * i] ?? 0, outline[2 * i + 1] ?? 0, camera, size),
    );
    if (isOutside(size, corners)) return '';
    const { hue, fill, rim } = groundLook(theme, level, slot, camera.k);
    // The canvas gives an area one tint whatever lies below; here what lies below has a share of it already.
    const below = level === 0 ? 0 : groundLook(theme, 0, slot, camera.k).fill;
    return tag('path', {
      d: `${pathOf(corners)}z`,
      fill: hue,
      'fill-opacity': ((fill - below) / (1 - below)).toFixed(3),
      stroke: hue,
      'stroke-opacity': rim.toFixed(2),
    });
  });
  return tag('g', { class: 'territories' }, areas.join(''));
}

function linkLayer(sheet: Sheet): string {
  const { scene, theme, camera, size, at } = sheet;
  const { links } = scene;
  const path = (kind: number, emphasis: number, across: boolean): string => {
    let d = '';
    for (let link = 0; link < links.count; link++) {
      if (links.kind[link] !== kind || links.emphasis[link] !== emphasis || (links.across[link] === 1) !== across) continue;
      if (links.coordinates[link] === 1) continue;
      const ends = [at(links.ends[2 * link] ?? 0), at(links.ends[2 * link + 1] ?? 0)];
      if (!isOutside(size, ends)) d += pathOf(ends);
    }
    return d === '' ? '' : tag('path', { class: LINK_KINDS[kind], d, ...looks(linkLook(theme, kind, emphasis, camera.k, across)) });
  };
  return tag(
    'g',
    { class: 'links' },
    LINK_LAYERS.flatMap((emphasis) => [
      ...[false, true].flatMap((across) => LINK_KINDS.map((_, kind) => path(kind, emphasis, across))),
      coordinationPaths(sheet, emphasis),
    ]).join(''),
  );
}

/** Dotted links by way of hidden standards, each with their names as its own. */
function indirectLayer({ scene, theme, camera, size, at }: Sheet): string {
  const { indirect, graph, marks } = scene;
  const nameOf = (mark: number): string => graph.ids[marks.node[mark] ?? 0] ?? '';
  const paths = indirect.texts.map((text, link) => {
    const [a, b] = [indirect.ends[2 * link] ?? 0, indirect.ends[2 * link + 1] ?? 0];
    const ends = [at(a), at(b)];
    if (isOutside(size, ends)) return '';
    const name = tag('title', {}, escapeXml(`${nameOf(a)} – ${nameOf(b)}: ${text}`));
    return tag('path', { d: pathOf(ends), ...looks(indirectLook(theme, indirectEmphasis(scene, link))) }, name);
  });
  return indirect.count === 0 || camera.k < INDIRECT_FROM ? '' : tag('g', { class: 'indirect' }, paths.join(''));
}

function markShape(sheet: Sheet, mark: number): string {
  const { marks } = sheet.scene;
  const [x, y] = sheet.at(mark);
  const r = screenRadius(marks, mark, sheet.camera.k);
  const corners = CORNERS[marks.finish[mark] === CROSSED ? 'cross' : (SHAPES[marks.shape[mark] ?? 0] ?? '')];
  const shape = corners ? { d: `${pathOf(corners.map(([dx, dy]) => [x + dx * r, y + dy * r]))}z` } : { cx: x, cy: y, r };
  return tag(corners ? 'path' : 'circle', shape, titleOf(sheet, mark));
}

function markGroup(sheet: Sheet, batch: Batch): string {
  const { marks, graph } = sheet.scene;
  const seen = batch.marks.filter(sheet.isSeen);
  const largest = seen.reduce((most, mark) => Math.max(most, screenRadius(marks, mark, sheet.camera.k)), 0);
  const kind = kindOf(graph.kinds[marks.node[seen[0] ?? 0] ?? 0]);
  const body = seen.map((mark) => markShape(sheet, mark)).join('');
  return tag('g', { class: kind, ...looks(batchLook(batch, sheet.theme, largest, FADED_OPACITY[sheet.scene.faded])) }, body);
}

/** All marks but plates; candidates lie above what is faded and below all others. */
function markLayer(sheet: Sheet, lenses: LensLayers | undefined): string {
  const batches = batchesOf(sheet.scene.marks);
  const draw = (faded: boolean): string[] => batches.filter((batch) => batch.faded === faded).map((batch) => markGroup(sheet, batch));
  return tag('g', { class: 'marks' }, [...draw(true), lenses?.links(sheet) ?? '', ...draw(false)].join(''));
}

function textOf(
  { scene, theme, camera, size, measure }: Sheet,
  { label, aside, offset, lineHeight }: PlacedLabel,
  look: Attributes = {},
): string {
  const { kind, lines, text } = label;
  const [atX, y] = toScreen(...placeOf(label, scene.marks), camera, size);
  const x = atX + aside;
  const isBackwards = RIGHT_TO_LEFT.test(text);
  const top = y + offset + BASELINE * theme.labelSize * TEXT_SCALE[kind];
  const [first = '', ...others] = lines.map(escapeXml);
  // Between two lines stands a space, so that the text reads as one; it must not push the first line aside.
  const space = others.length > 0 ? measure(' ', kind) / (isBackwards ? -2 : 2) : 0;
  const given = { x: x + space, y: top, ...(isBackwards && { direction: 'rtl', 'unicode-bidi': 'embed' }), ...look };
  return tag('text', given, first + others.map((line, i) => ` ${tag('tspan', { x, y: top + (i + 1) * lineHeight }, line)}`).join(''));
}

const textStyle = (theme: Theme, kind: TextKind): Attributes => ({
  class: kind,
  'font-size': theme.labelSize * TEXT_SCALE[kind],
  'font-weight': `${WEIGHTS[kind]}`,
});

/** Plates with their names; where the name has no room a block in the colour of the SDO, and nothing in a picture made for some records. */
function plateLayer(sheet: Sheet): string {
  const { theme, labels, scene } = sheet;
  const { shape, slot, emphasis } = scene.marks;
  const plates = Array.from(shape, (code, mark) => {
    if (code !== 0 || !sheet.isSeen(mark)) return '';
    const placed = labels.find(({ label }) => label.mark === mark);
    if (!placed && scene.isAbout) return '';
    const [x, y] = sheet.at(mark);
    const [width, height] = placed ? [2 * placed.halfWidth, 2 * placed.halfHeight - 4] : [18, 12];
    const hue = slot[mark] ? (theme.outlines[slot[mark] - 1] ?? theme.foreground) : theme.muted;
    const box = {
      x: x + (placed?.aside ?? 0) - width / 2,
      y: y + (placed?.offset ?? 0) - height / 2,
      width,
      height,
      rx: height / 4,
      stroke: placed ? hue : theme.background,
      fill: placed ? undefined : hue,
      opacity: emphasis[mark] === FADED && !placed ? '.2' : undefined,
    };
    return tag('rect', box, titleOf(sheet, mark)) + (placed ? textOf(sheet, placed, { fill: theme.foreground }) : '');
  });
  return tag('g', { fill: theme.background, 'stroke-width': '2.5', ...textStyle(theme, 'sdo') }, plates.join(''));
}

/** Names beside marks, with a rim in the colour of the ground that keeps them readable on links and marks. */
function labelLayer(sheet: Sheet): string {
  const { theme, labels, scene } = sheet;
  const groups = (['standard', 'committee', 'topic', 'territory'] as const).flatMap((kind) =>
    [true, false].map((quiet) => {
      const texts = labels.filter(({ label }) => label.kind === kind && isQuiet(label, scene) === quiet);
      const body = texts.map((placed) => textOf(sheet, placed)).join('');
      return tag('g', { fill: quiet ? theme.muted : theme.foreground, ...textStyle(theme, kind) }, body);
    }),
  );
  const rim = { stroke: theme.background, 'stroke-width': '3.5', 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  return tag('g', { class: 'labels', ...rim }, groups.join(''));
}

/** Rings around what is selected. */
function ringLayer({ scene: { marks }, theme, camera, at, isSeen }: Sheet): string {
  const selected = [...marks.emphasis.keys()].filter((mark) => marks.emphasis[mark] === SELECTED);
  const [gap, width] = ringOf(selected.length);
  const rings = selected.filter(isSeen).map((mark) => {
    const [cx, cy] = at(mark);
    return tag('circle', { cx, cy, r: screenRadius(marks, mark, camera.k) + gap });
  });
  return tag('g', { class: 'selection', fill: 'none', stroke: theme.selection, 'stroke-width': width }, rings.join(''));
}

/** `toSVG` with its two costly parts as arguments, which not every picture needs: how labels are placed, and what the lenses add. */
export function sceneSvg(
  scene: Scene,
  theme: Theme,
  { camera, size, measure, title }: SvgOptions,
  written: Labelling,
  lenses?: LensLayers,
): string {
  const { width, height } = size;
  const { font, labelSize, ...colors } = theme;
  const seen = camera ?? fitted(scene.bounds ?? { left: 0, right: 0, top: 0, bottom: 0 }, size, NO_INSETS, NEAREST);
  const isUsable = Math.min(width, height) >= 1 && seen.k > 0 && [width, height, seen.x, seen.y, seen.k].every(Number.isFinite);
  if (
    !isUsable ||
    !Object.values(colors)
      .flat()
      .every((color) => COLOUR.test(color))
  )
    throw new RangeError(`toSVG: expected px ≥ 1, finite camera, CSS colours, got ${JSON.stringify({ size, camera, ...colors })}`);
  const { marks } = scene;
  const at = (mark: number): readonly [number, number] => toScreen(marks.x[mark] ?? 0, marks.y[mark] ?? 0, seen, size);
  const isNear = ([x, y]: readonly [number, number]): boolean => x >= -REACH && y >= -REACH && x <= width + REACH && y <= height + REACH;
  const isSeen = (mark: number): boolean => isNear(at(mark));
  const placed = written(labelsOf(scene), marks, { ...ZOOMS, size: labelSize, measure, usual: usualZoom(scene, size) }, seen.k);
  const labels = placed.filter(({ label }) => isNear(toScreen(...placeOf(label, marks), seen, size)));
  const sheet: Sheet = { scene, theme, camera: seen, size, measure, labels, at, isSeen };
  const layers = [
    tag('title', {}, escapeXml(title ?? scene.graph.catalogue.dataset.title)),
    tag('rect', { class: 'background', width, height, fill: theme.background }),
    groundLayer(sheet),
    linkLayer(sheet),
    indirectLayer(sheet),
    markLayer(sheet, lenses),
    lenses?.signs(sheet) ?? '',
    plateLayer(sheet),
    labelLayer(sheet),
    ringLayer(sheet),
  ];
  const frame = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' };
  return tag('svg', { ...frame, 'font-family': font, 'text-anchor': 'middle', direction: 'ltr' }, layers.join(''));
}
