import { quadtree, select, zoom, zoomIdentity, type D3ZoomEvent, type Quadtree } from 'd3';
import { linkCode, type Graph } from '../../src/scene/graph.js';
import { PALETTES } from '../../src/scene/palette.js';
import type { Camera } from '../../src/render/camera.js';

const ABOUT = linkCode('about');

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly color: string;
}

/**
 * The peer: bare circles and lines on a canvas the way d3's examples draw a force layout, one path for all links, one arc a node, d3-zoom
 * and a quadtree for the pointer. No labels, shapes, finishes, territories or states.
 */
export class CirclesAndLines {
  readonly canvas = document.createElement('canvas');
  readonly #context: CanvasRenderingContext2D;
  readonly #nodes: readonly Circle[];
  readonly #links: readonly (readonly [Circle, Circle])[];
  readonly #tree: Quadtree<Circle>;
  readonly #zoom = zoom<HTMLCanvasElement, unknown>();
  #transform = zoomIdentity;
  #hovered: Circle | undefined;
  #frame = 0;

  /** @param withTopics whether links of topics are drawn too, which the map draws for a selection only */
  constructor(host: HTMLElement, { kinds, links, linkKinds }: Graph, xy: Float32Array, withTopics: boolean) {
    this.canvas.width = host.clientWidth;
    this.canvas.height = host.clientHeight;
    host.append(this.canvas);
    const context = this.canvas.getContext('2d');
    if (!context) throw new Error('no 2d context');
    this.#context = context;
    // As dense as the map's own dots far out, and as large where there is room
    const scale = Math.max(0.35, Math.min(1, Math.sqrt(4000 / kinds.length)));
    this.#nodes = Array.from(kinds, (kind, node) => ({
      x: xy[2 * node] ?? 0,
      y: xy[2 * node + 1] ?? 0,
      r: ([8, 6, 5, 3][kind] ?? 3) * scale,
      color: PALETTES.light.hues[kind] ?? '#000',
    }));
    const at = (node: number | undefined): Circle => this.#nodes[node ?? 0] ?? { x: 0, y: 0, r: 1, color: '#000' };
    this.#links = Array.from(linkKinds.keys())
      .filter((link) => withTopics || linkKinds[link] !== ABOUT)
      .map((link) => [at(links[2 * link]), at(links[2 * link + 1])] as const);
    this.#tree = quadtree<Circle>()
      .x(({ x }) => x)
      .y(({ y }) => y)
      .addAll([...this.#nodes]);
    this.canvas.addEventListener('pointermove', (event) => {
      const [x, y] = this.#transform.invert([event.offsetX, event.offsetY]);
      const found = this.#tree.find(x, y, 12 / this.#transform.k);
      if (found === this.#hovered) return;
      this.#hovered = found;
      this.#stale();
    });
    this.#zoom.scaleExtent([1e-4, 1e4]).on('zoom', ({ transform }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      this.#transform = transform;
      this.#stale();
    });
    select(this.canvas).call(this.#zoom);
  }

  setCamera({ x, y, k }: Camera): void {
    const { width, height } = this.canvas;
    select(this.canvas).call((selection) => {
      this.#zoom.transform(selection, zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k));
    });
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.canvas.remove();
  }

  #stale(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#draw();
    });
  }

  #draw(): void {
    this.#frame = 0;
    const context = this.#context;
    const { x, y, k } = this.#transform;
    context.save();
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    context.translate(x, y);
    context.scale(k, k);
    context.strokeStyle = 'rgba(150,150,150,0.5)';
    context.lineWidth = 0.6 / k;
    context.beginPath();
    for (const [a, b] of this.#links) {
      context.moveTo(a.x, a.y);
      context.lineTo(b.x, b.y);
    }
    context.stroke();
    for (const node of this.#nodes) {
      context.beginPath();
      context.arc(node.x, node.y, node.r / k, 0, 2 * Math.PI);
      context.fillStyle = node === this.#hovered ? '#000' : node.color;
      context.fill();
    }
    context.restore();
  }
}
