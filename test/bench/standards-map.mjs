/* global document -- the view runs in a page, the layout in Node */
/**
 * Adapter of this library for a benchmark of graph libraries that measures them all with the same views.
 *
 * Copy to <bench>/adapters/standards-map.mjs and link the sources: ln -s <this repository>/src <bench>/node_modules/standards-map-src
 *
 * The bench's graph `g` (kind 0 root, 1 SDO, 2 committee, 3 topic, 4 document) becomes a landscape and goes the whole way of the product:
 * catalogue, graph, scene, map view. Positions are the bench's, scaled to the density that the map's own layout has (units per mark).
 */
export const meta = {
  id: 'standards-map',
  title: 'standards-map',
  packages: ['standards-map'],
  bundle: `import {MapView} from 'standards-map-src/interact/map-view.ts'; import {buildScene} from 'standards-map-src/scene/build.ts'; globalThis.x=[MapView,buildScene]`,
  layout: { env: 'node', max: 200_000 },
  view: { max: 200_000 },
};

/** Square units per mark of the shipped map, the ground between territories included. */
const ROOM = 1_240;
const THEME = {
  background: '#fbfcfe',
  foreground: '#1a1f2b',
  muted: '#5b6472',
  link: '#8a93a3',
  selection: '#b3006b',
  focus: '#0b5fff',
  hues: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#f0e442', '#4d4d4d'],
  outlines: ['#005a8c', '#a84a00', '#007a59', '#9c4a77', '#946600', '#21739f', '#7a7200', '#333333'],
  font: 'sans-serif',
  labelSize: 12,
};

/** The bench's graph as a dataset. */
function datasetOf(g) {
  const up = new Int32Array(g.n).fill(-1);
  const topics = Array.from({ length: g.n }, () => []);
  const committees = Array.from({ length: g.n }, () => []);
  const relations = Array.from({ length: g.n }, () => []);
  for (let link = 0; link < g.m; link++) {
    const [a, b] = g.kind[g.src[link]] <= g.kind[g.dst[link]] ? [g.src[link], g.dst[link]] : [g.dst[link], g.src[link]];
    const [ka, kb] = [g.kind[a], g.kind[b]];
    if (kb === 2 && up[b] < 0) up[b] = a;
    else if (ka <= 2 && kb === 4) {
      if (ka === 2) committees[b].push(`c${a}`);
      if (up[b] < 0) up[b] = a;
    } else if (ka === 3 && kb === 4) topics[b].push(`t${a}`);
    else if (ka === 4 && kb === 4) relations[a].push({ type: 'references', to: `d${b}` });
  }
  const sdos = Array.from(g.kind.keys()).filter((i) => g.kind[i] === 1);
  const sdoOf = (node) => {
    let at = node;
    for (let steps = 0; steps < 20 && at >= 0 && g.kind[at] !== 1; steps++) at = up[at];
    return `s${at >= 0 ? at : (sdos[0] ?? 0)}`;
  };
  const of = (kind, make) => Array.from(g.kind.keys()).flatMap((i) => (g.kind[i] === kind ? [make(i)] : []));
  return {
    sources: [],
    sdos: of(1, (i) => ({ id: `s${i}`, name: `SDO ${i}` })),
    committees: of(2, (i) => ({
      id: `c${i}`,
      title: `Committee ${i}`,
      sdo: sdoOf(i),
      kind: 'technical-committee',
      ...(g.kind[up[i]] === 2 ? { parent: `c${up[i]}` } : {}),
    })),
    topics: of(3, (i) => ({ id: `t${i}`, label: `Topic ${i}`, axis: 'domain' })),
    standards: of(4, (i) => ({
      id: `d${i}`,
      title: '',
      publishers: [sdoOf(i)],
      committees: committees[i],
      status: ['in-force', 'in-force', 'in-force', 'under-development', 'withdrawn'][i % 5],
      tier: 'core',
      role: 'requirements',
      level: 'technical',
      kind: 'normative',
      editions: [],
      topics: topics[i],
      relations: relations[i],
    })),
  };
}

/**
 * The layout with d3-force's default forces, all of it in one step. Needs the built package: ln -s <this repository> <bench>/node_modules/standards-map
 *
 * The machine is WebAssembly, or JavaScript with MACHINE=script in the environment.
 */
export async function createLayout(g, { seed }) {
  // Not bundled with the view: Node takes the package as it is published
  const published = 'standards-map/layout';
  const { layout } = await import(published);
  const links = new Uint32Array(2 * g.m);
  const degrees = new Uint32Array(g.n);
  for (let link = 0; link < g.m; link++) {
    degrees[(links[2 * link] = g.src[link])]++;
    degrees[(links[2 * link + 1] = g.dst[link])]++;
  }
  const strengths = new Float32Array(g.m);
  for (let link = 0; link < g.m; link++) strengths[link] = 1 / Math.min(degrees[g.src[link]], degrees[g.dst[link]]);
  const forces = { distances: new Float32Array(g.m).fill(30), radii: new Float32Array(g.n), charges: new Float32Array(g.n).fill(-30) };
  let xy = new Float32Array(2 * g.n);
  return {
    step() {
      xy = layout({ count: g.n, links, strengths, ...forces }, seed, process.env.MACHINE ?? 'wasm');
      return true;
    },
    positions(out) {
      out.set(xy);
      return out;
    },
  };
}

export async function createView(el, g, pos, { width, height, kFit, box }) {
  const { catalogue } = await import('standards-map-src/model/catalogue.ts');
  const { buildGraph } = await import('standards-map-src/scene/graph.ts');
  const { buildScene } = await import('standards-map-src/scene/build.ts');
  const { MapView } = await import('standards-map-src/interact/map-view.ts');
  const surface = document.createElement('div');
  surface.style.cssText = `position:relative;width:${width}px;height:${height}px`;
  el.append(surface);
  const graph = buildGraph(catalogue(datasetOf(g)));
  const scale = Math.sqrt((ROOM * g.n) / Math.max(1, (box.x1 - box.x0) * (box.y1 - box.y0)));
  const prefix = ['s', 'c', 't', 'd'];
  const xy = new Float32Array(2 * graph.ids.length);
  graph.ids.forEach((id, node) => {
    const from = Number(id.slice(prefix[graph.kinds[node]].length));
    xy[2 * node] = pos[2 * from] * scale;
    xy[2 * node + 1] = pos[2 * from + 1] * scale;
  });
  let hits = 0;
  let paints = 0;
  let painted = () => undefined;
  const first = new Promise((resolve) => (painted = resolve));
  const visible = new Set(graph.catalogue.standards.map(({ id }) => id));
  const view = new MapView(
    surface,
    {
      onHover: (hit) => (hits += hit ? 1 : 0),
      onSelect: () => undefined,
      onCamera: () => undefined,
      onPaint: () => {
        paints++;
        painted();
      },
    },
    { theme: THEME, reducedMotion: true },
  );
  // The bench's positions mix the SDOs: areas of territories would be hundreds of splinters that stand for nothing
  view.setScene({ ...buildScene({ graph, xy, visible, color: 'sdo', selected: [] }), territories: [] });
  const setView = (zoom, x, y) => view.setCamera({ x: x * scale, y: y * scale, k: (kFit * zoom) / scale }, { animate: false });
  setView(1, box.cx, box.cy);
  return {
    setView,
    ready: () => first,
    hoverCount: () => hits,
    stats: () => ({ paints }),
    destroy: () => {
      view.dispose();
      surface.remove();
    },
  };
}
