import type { Graph } from '../scene/graph.js';
import type { Encoding } from '../state/state.js';
import type { Wish } from './places.js';

/** What is under way: places for a picture yet to come, for another grouping, or for what is shown alone. */
export type Work = 'place' | 'group' | 'rearrange';

/** Places that stand. */
export interface Standing {
  /** Layout units, 2n in the order of the graph's nodes: x0, y0, … */
  readonly xy: Float32Array;
  readonly group: Encoding;
  /** The places of the grouping; `xy` itself unless the reader has arranged anew what is shown. */
  readonly original: Float32Array;
  /** What brought them here. */
  readonly work: Work;
}

/** Something to find places for. */
export interface Task {
  readonly work: Work;
  readonly group: Encoding;
  /** What is shown, where that alone is arranged anew. */
  readonly anew?: Wish['anew'];
}

/** Work that failed, and why; what stood before it still stands. */
export interface Setback {
  readonly task: Task;
  readonly error: unknown;
}

/** What stood before, for a dataset that takes the place of another. */
interface Former extends Standing {
  readonly graph: Graph;
  readonly seed: number;
}

/** Time in which a page paints what has just changed, ms: planning another grouping keeps it busy for some 0.2 s. */
const PAINT_MS = 34;
const painted = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, PAINT_MS);
  });

/** Places found by layouts so far, by seed and grouping: going back to one takes none. */
const found = new WeakMap<Graph, Map<string, Float32Array>>();

const recalled = (graph: Graph, seed: number, group: Encoding): Float32Array | undefined => found.get(graph)?.get(`${seed} ${group}`);

function remember(graph: Graph, seed: number, group: Encoding, xy: Float32Array): void {
  const all = found.get(graph) ?? new Map<string, Float32Array>();
  found.set(graph, all.set(`${seed} ${group}`, xy));
}

/**
 * Where everything stands: the places of a graph under a seed and a grouping, laid out in a worker where they are not known.
 *
 * One piece of work at a time: a newer wish ends the older one. What stands stays until something else is found.
 */
export class Arrangement {
  readonly #changed: () => void;
  #graph: Graph | undefined;
  #seed = 1;
  #asked: Encoding = 'sdo';
  #standing: Standing | undefined;
  #former: Former | undefined;
  #task: Task | undefined;
  #abort: AbortController | undefined;
  #setback: Setback | undefined;

  /** @param changed called when work begins, when places stand, and when work has failed */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get graph(): Graph | undefined {
    return this.#graph;
  }

  /** What stands; undefined until the first places of a graph are found. */
  get standing(): Standing | undefined {
    return this.#standing;
  }

  /** What is under way. */
  get task(): Task | undefined {
    return this.#task;
  }

  /** The last work, if it failed. */
  get setback(): Setback | undefined {
    return this.#setback;
  }

  /**
   * Finds places for a graph; nothing stands until they are found.
   *
   * Where the dataset ships none, records that stood before under the same seed and grouping keep theirs.
   */
  place(graph: Graph, seed: number, group: Encoding): void {
    if (graph === this.#graph) this.#former = undefined;
    this.#graph = graph;
    this.#seed = seed;
    this.#standing = undefined;
    this.group(group, true);
  }

  /**
   * Groups by something else.
   *
   * @param again even where this grouping was the last one asked for
   */
  group(group: Encoding, again = false): void {
    if (!this.#graph || (group === this.#asked && !again)) return;
    this.#asked = group;
    void this.#run({ work: this.#standing ? 'group' : 'place', group });
  }

  /**
   * Arranges anew what is shown.
   *
   * @param shown 1 for every node that is shown; n
   * @returns what went wrong; undefined when the places stand, or when a newer wish has ended this one
   */
  async rearrange(shown: Uint8Array): Promise<Setback | undefined> {
    const standing = this.#standing;
    if (!standing) return undefined;
    const task: Task = { work: 'rearrange', group: standing.group, anew: { shown, xy: standing.xy } };
    await this.#run(task);
    return this.#setback?.task === task ? this.#setback : undefined;
  }

  /** Goes back to the places of the grouping. */
  reset(): void {
    if (!this.#standing) return;
    this.stop();
    this.#task = this.#setback = undefined;
    this.#standing = { ...this.#standing, xy: this.#standing.original, work: 'group' };
    this.#changed();
  }

  /** Tries again what failed. */
  retry(): void {
    if (this.#setback) void this.#run(this.#setback.task);
  }

  /** Takes up again what `stop` has ended. */
  resume(): void {
    if (this.#task) void this.#run(this.#task);
  }

  /** Ends what is under way. */
  stop(): void {
    this.#abort?.abort();
    this.#abort = undefined;
  }

  /** Forgets the graph, but not what stood: another dataset may have the same records. */
  clear(): void {
    this.stop();
    if (this.#graph && this.#standing) this.#former = { ...this.#standing, graph: this.#graph, seed: this.#seed };
    this.#graph = this.#standing = this.#task = this.#setback = undefined;
  }

  /** Places of an earlier layout, or those that the dataset ships: for some only they are no picture. */
  #known(graph: Graph, group: Encoding): Float32Array | undefined {
    const seed = this.#seed;
    const ships = group === 'sdo' && graph.catalogue.dataset.layoutSeed === seed && !graph.shipped.some(Number.isNaN);
    return recalled(graph, seed, group) ?? (ships ? graph.shipped : undefined);
  }

  async #run(task: Task): Promise<void> {
    this.stop();
    const { signal } = (this.#abort = new AbortController());
    this.#task = task;
    this.#setback = undefined;
    this.#changed();
    try {
      const [graph, seed] = [this.#graph, this.#seed];
      if (!graph) return;
      if (this.#standing && !recalled(graph, seed, task.group)) await painted();
      signal.throwIfAborted();
      const xy = (task.anew ? undefined : this.#known(graph, task.group)) ?? (await this.#find({ ...task, graph, seed }, signal));
      if (!signal.aborted) this.#take(task, xy);
    } catch (error) {
      if (!signal.aborted) this.#setback = { task, error };
    }
    if (signal.aborted) return;
    this.#task = undefined;
    this.#changed();
  }

  async #find(wish: Wish, signal: AbortSignal): Promise<Float32Array> {
    const { find } = await import('./places.js');
    signal.throwIfAborted();
    return find({ ...wish, former: this.#former }, signal);
  }

  #take({ work, group }: Task, xy: Float32Array): void {
    if (work !== 'rearrange' && this.#graph) remember(this.#graph, this.#seed, group, xy);
    const original = work === 'rearrange' ? (this.#standing?.original ?? xy) : xy;
    this.#standing = { xy, group, original, work };
    this.#former = undefined;
  }
}
