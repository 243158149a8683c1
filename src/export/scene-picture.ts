import { CHANGED } from '../analysis/change.js';
import { catalogueAt } from '../analysis/catalogue-at.js';
import { changes } from '../analysis/changes.js';
import { overlapCounts } from '../analysis/columns.js';
import { coverage } from '../analysis/coverage.js';
import { endedBeyond } from '../analysis/ended-beyond.js';
import { overlaps } from '../analysis/overlaps.js';
import { usualSince } from '../analysis/since.js';
import { tableOf } from '../analysis/table.js';
import { visible } from '../analysis/visible.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Scene as StoryScene } from '../model/story.js';
import { fitted, NO_INSETS, type Camera, type Size } from '../render/camera.js';
import { toSVG } from '../render/svg.js';
import { buildScene } from '../scene/build.js';
import { legendOf } from '../scene/classes.js';
import { buildGraph, NODE_KINDS, type Graph } from '../scene/graph.js';
import { movedPlaces } from '../scene/moved.js';
import { positions, type Positions } from '../scene/place.js';
import type { Bounds, LegendEntry, Scene } from '../scene/scene.js';
import { topicGaps } from '../scene/topic-gaps.js';
import { cameraOfBox } from '../state/scene-camera.js';
import { sceneSettings } from '../state/scene-settings.js';
import type { State } from '../state/state.js';
import { matrixFigure } from './figure-matrix.js';
import { listingOfTable, standardsGrid, type Grid } from './grid.js';
import { PAPER, paperMeasure } from './paper.js';
import { plainWords } from './plain-words.js';
import { timelineDrawing } from './timeline-figure.js';

/** What is asked for the places of a graph that has none: a layout. */
export type Place = (input: Extract<Positions, { readonly settled: false }>['input'], seed: number) => Float32Array;

/** What a scene shows, for paper. */
export type ScenePicture =
  | { readonly kind: 'drawing'; readonly svg: string; readonly legend: readonly LegendEntry[] }
  | { readonly kind: 'rows'; readonly grid: Grid };

/** A scene made ready: its state, what passes its filter, and its picture. */
export interface Pictured {
  readonly state: State;
  /** As of the day of the scene. */
  readonly catalogue: Catalogue;
  readonly shown: readonly string[];
  readonly picture: ScenePicture;
}

/** Room of a picture on a sheet of A4 or Letter across, CSS px. */
export const SHEET_SIZE: Size = { width: 1040, height: 540 };
/** The same beside notes. */
export const NOTED_SIZE: Size = { width: 670, height: 540 };
/** White, as the sheet is, and read at arm's length. */
const THEME = { ...PAPER, background: '#ffffff', labelSize: 13 } as const;
const measure: typeof paperMeasure = (text, kind) => (THEME.labelSize / PAPER.labelSize) * paperMeasure(text, kind);
/** Nearest zoom: a picture of few standards is not blown up. */
const NEAREST = 2.2;
const NOWHERE: Bounds = { left: 0, right: 0, top: 0, bottom: 0 };

/** Around the marks of records; undefined where none of them is drawn. */
function boundsOf(scene: Scene, graph: Graph, ids: readonly string[]): Bounds | undefined {
  const wanted = new Set(ids.flatMap((id) => NODE_KINDS.map((kind) => graph.indexOf(kind, id)).filter((node) => node >= 0)));
  const at = [...scene.marks.node.keys()].filter((mark) => wanted.has(scene.marks.node[mark] ?? -1));
  if (at.length === 0) return undefined;
  const [xs, ys] = [at.map((mark) => scene.marks.x[mark] ?? 0), at.map((mark) => scene.marks.y[mark] ?? 0)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function cameraFor(asked: StoryScene, scene: Scene, graph: Graph, size: Size): Camera {
  if (asked.camera) return cameraOfBox(asked.camera, size);
  const some = asked.show && boundsOf(scene, graph, asked.show);
  return fitted(some ?? scene.bounds ?? NOWHERE, size, NO_INSETS, NEAREST, some !== undefined);
}

/** What is drawn, and how large. */
interface Asked {
  readonly latest: Catalogue;
  /** As of the day of the scene. */
  readonly then: Catalogue;
  readonly asked: StoryScene;
  readonly state: State;
  readonly shown: readonly string[];
  readonly place: Place;
  readonly size: Size;
}

/** The drawing of the graph, with what the lenses bring forward, beyond the filter too. */
function drawing({ latest, then, asked, state, shown, place, size }: Asked): ScenePicture {
  const { color, group, highlight, since, at, filter, selected, moved } = state;
  const graph = buildGraph(latest);
  const seed = latest.dataset.layoutSeed ?? 1;
  const found = positions(graph, seed, group);
  const standing = found.settled ? found.xy : place(found.input, seed);
  const xy = movedPlaces(graph, group, standing, moved);
  const ids = new Set(shown);
  const candidates = highlight.includes('overlaps') ? overlaps(then).filter(({ a, b }) => ids.has(a) || ids.has(b)) : undefined;
  const period = highlight.includes('changes') ? changes(latest, { since: since || usualSince(latest, at).since, at }) : undefined;
  const beyond = [...(candidates ?? []).flatMap(({ a, b }) => [a, b]), ...(period ? endedBeyond(then, filter, period) : []), ...selected];
  const drawn = new Set([...shown, ...beyond.filter((id) => then.standard(id))]);
  const scene = buildScene({
    ...{ graph, records: then, xy, visible: drawn, color, group },
    selected: selected.flatMap((id) => {
      const kind = [...NODE_KINDS].reverse().find((one) => graph.indexOf(one, id) >= 0);
      return kind ? [{ kind, id }] : [];
    }),
    ...(candidates && { candidates }),
    ...(highlight.includes('gaps') && { gaps: topicGaps(coverage(then, { candidates: [] })) }),
    ...(period && { changes: { changes: period, classes: CHANGED } }),
  });
  const svg = toSVG(scene, THEME, { size, camera: cameraFor(asked, scene, graph, size), measure, title: asked.title });
  return { kind: 'drawing', svg, legend: legendOf(then, color, drawn) };
}

function matrix(then: Catalogue, asked: StoryScene, { rows, columns }: State, shown: readonly string[]): ScenePicture {
  const isWhole = shown.length === then.standards.length;
  const cells = coverage(then, { rows, columns, candidates: [], ...(!isWhole && { standards: new Set(shown) }) });
  const { matrix: words } = plainWords(then, cells);
  return { kind: 'drawing', svg: matrixFigure(cells, words.rowName, asked.title).svg, legend: [] };
}

function rows(latest: Catalogue, then: Catalogue, state: State, shown: readonly string[]): ScenePicture {
  const { sort, fields, by, since, at, highlight } = state;
  const counts = overlapCounts(overlaps(then));
  const period = highlight.includes('changes') ? changes(latest, { since: since || usualSince(latest, at).since, at }) : undefined;
  const listing = { ...listingOfTable(tableOf(then, shown, { sort, fields, by }, counts, period), counts), changes: period };
  return { kind: 'rows', grid: standardsGrid(then, listing, plainWords(then).standards) };
}

/**
 * What a scene shows, on paper: light, with real text, all of it drawn anew from the records, so that nothing of a page is touched.
 *
 * @param place called for a graph that has no places: where the dataset has none, or stands by another group
 * @param size of a drawing of the graph, CSS px; the others have that of their content
 */
export function pictured(latest: Catalogue, asked: StoryScene, place: Place, size: Size = SHEET_SIZE): Pictured {
  const { settings: state } = sceneSettings(asked);
  const catalogue = catalogueAt(latest, state.at);
  const shown = visible(catalogue, state.filter);
  const looks = { theme: THEME, width: size.width, title: asked.title };
  const pictures: Readonly<Record<State['view'], () => ScenePicture>> = {
    graph: () => drawing({ latest, then: catalogue, asked, state, shown, place, size }),
    matrix: () => matrix(catalogue, asked, state, shown),
    timeline: () => ({
      kind: 'drawing',
      svg: timelineDrawing({ catalogue, shown: new Set(shown), lanes: state.lanes, color: state.color, ...looks }),
      legend: [],
    }),
    table: () => rows(latest, catalogue, state, shown),
  };
  return { state, catalogue, shown, picture: pictures[state.view]() };
}
