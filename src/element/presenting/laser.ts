/** How long a trail lasts, ms. */
const TRAIL_MS = 380;
/** Radius of the dot as a share of the smaller side of the surface, and at least in px. */
const RADIUS_SHARE = 0.013;
const LEAST_RADIUS = 9;
/** Seen on any ground: red with a white rim. */
const RED = '#e8112d';
const WHITE = '#ffffff';

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** A big dot that follows mouse or finger, with a trail that fades; without a trail where motion is not wanted. Nothing is drawn while nothing moves. */
export class Laser {
  readonly canvas: HTMLCanvasElement;
  readonly #isStill: () => boolean;
  #spots: readonly Spot[] = [];
  #frame = 0;

  /** @param isStill whether motion is not wanted; asked at each movement */
  constructor(owner: Document, isStill: () => boolean) {
    this.#isStill = isStill;
    this.canvas = owner.createElement('canvas');
    this.canvas.className = 'laser';
    this.canvas.setAttribute('aria-hidden', 'true');
  }

  /** The pointer is here. @param at ms of the same clock as `requestAnimationFrame`, as events tell it */
  move({ clientX: x, clientY: y, timeStamp: at }: Pick<PointerEvent, 'clientX' | 'clientY' | 'timeStamp'>): void {
    this.#spots = [...(this.#isStill() ? [] : this.#spots), { x, y, at }];
    this.#frame ||= requestAnimationFrame(this.#paint);
  }

  /** Nothing is pointed at any more. */
  clear(): void {
    this.#spots = [];
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.canvas.getContext('2d')?.clearRect(0, 0, this.canvas.width, this.canvas.height);
  }

  readonly #paint = (now: number): void => {
    this.#frame = 0;
    const context = this.#sized();
    const last = this.#spots.at(-1);
    if (!context || !last) return;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const box = this.canvas.getBoundingClientRect();
    context.clearRect(0, 0, width, height);
    this.#spots = this.#spots.filter((spot) => spot === last || now - spot.at < TRAIL_MS);
    const radius = Math.max(LEAST_RADIUS, RADIUS_SHARE * Math.min(width, height));
    context.lineCap = 'round';
    context.strokeStyle = RED;
    this.#spots.slice(1).forEach((spot, i) => {
      const before = this.#spots[i];
      if (!before) return;
      const left = Math.max(0, 1 - (now - spot.at) / TRAIL_MS);
      context.globalAlpha = 0.6 * left;
      context.lineWidth = 2 * radius * left;
      context.beginPath();
      context.moveTo(before.x - box.left, before.y - box.top);
      context.lineTo(spot.x - box.left, spot.y - box.top);
      context.stroke();
    });
    context.globalAlpha = 1;
    context.fillStyle = RED;
    context.strokeStyle = WHITE;
    context.lineWidth = radius / 4;
    context.beginPath();
    context.arc(last.x - box.left, last.y - box.top, radius, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
    if (this.#spots.length > 1) this.#frame = requestAnimationFrame(this.#paint);
  };

  /** The context, as many pixels as the screen has. */
  #sized(): CanvasRenderingContext2D | null {
    const { canvas } = this;
    const [width, height] = [canvas.clientWidth * devicePixelRatio, canvas.clientHeight * devicePixelRatio].map(Math.round);
    if (width === undefined || height === undefined) return null;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const context = canvas.getContext('2d');
    context?.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    return context;
  }
}
