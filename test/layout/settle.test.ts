import { describe, expect, test, vi } from 'vitest';
import { settle, type SettleOptions } from '../../src/layout/client.js';
import type { Clock } from '../../src/layout/clock.js';
import { layout } from '../../src/layout/layout.js';
import { settleInSlices } from '../../src/layout/slices.js';
import type { Answer } from '../../src/layout/talk.js';
import type { WorkerLike, WorkerSource } from '../../src/layout/worker-run.js';
import { LITERAL } from './literal.js';

/** A clock whose time passes only when a test says so, plus so many ms at each question. */
class HandClock implements Clock {
  time = 0;
  turns = 0;
  readonly #perQuestion: number;
  readonly #timers = new Map<() => void, number>();

  constructor(perQuestion = 0) {
    this.#perQuestion = perQuestion;
  }

  now(): number {
    return (this.time += this.#perQuestion);
  }

  after(ms: number, callback: () => void): () => void {
    this.#timers.set(callback, this.time + ms);
    return () => this.#timers.delete(callback);
  }

  turn(): Promise<void> {
    this.turns++;
    return Promise.resolve();
  }

  get pending(): number {
    return this.#timers.size;
  }

  pass(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const due = [...this.#timers].filter(([, at]) => at <= end).sort(([, a], [, b]) => a - b)[0];
      if (!due) break;
      this.#timers.delete(due[0]);
      this.time = due[1];
      due[0]();
    }
    this.time = end;
  }
}

/** A worker that answers what a test tells it to. */
class FakeWorker implements WorkerLike {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onmessageerror: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly terminate = vi.fn();
  readonly sent: unknown[] = [];

  postMessage(message: unknown): void {
    this.sent.push(message);
  }

  says(answer: Answer): void {
    this.onmessage?.({ data: answer } as MessageEvent);
  }

  raises(message: string): { readonly preventDefault: ReturnType<typeof vi.fn> } {
    const event = { message, preventDefault: vi.fn() };
    this.onerror?.(event as unknown as ErrorEvent);
    return event;
  }
}

interface Way extends WorkerSource {
  readonly started: FakeWorker[];
}

function way(name: string): Way {
  const started: FakeWorker[] = [];
  const start = (): FakeWorker => {
    const worker = new FakeWorker();
    started.push(worker);
    return worker;
  };
  return { name, started, start };
}

const XY = Float32Array.of(1, 2, 3, 4);
const EXPECTED = layout(LITERAL, 5);

/** Two fake ways, a clock by hand, and a run over the literal graph. */
function begin(more: SettleOptions = {}): { inline: Way; file: Way; clock: HandClock; result: Promise<Float32Array> } {
  const [inline, file, clock] = [way('inline worker'), way('file worker'), new HandClock()];
  const result = settle(LITERAL, 5, { workers: [inline, file], clock, patience: { firstMs: 100, silentMs: 1_000 }, ...more });
  result.catch(() => undefined);
  return { inline, file, clock, result };
}

/** Lets promises that are already decided go on. */
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('W1 the first way that works is taken', () => {
  test('an inline worker answers: the file worker is never started, the inline one is ended', async () => {
    const { inline, file, clock, result } = begin();
    expect(inline.started[0]?.sent).toEqual([{ stream: false, input: LITERAL, seed: 5 }]);
    inline.started[0]?.says({ kind: 'ready' });
    inline.started[0]?.says({ kind: 'done', xy: XY });
    expect(await result).toBe(XY);
    expect(file.started).toHaveLength(0);
    expect(inline.started[0]?.terminate).toHaveBeenCalledOnce();
    expect(clock.pending).toBe(0);
  });

  test('a way that throws is skipped, as for a worker of another origin', async () => {
    const refused: WorkerSource = {
      name: 'inline worker',
      start: () => {
        throw new Error('SecurityError');
      },
    };
    const file = way('file worker');
    const { result } = begin({ workers: [refused, file] });
    await soon();
    file.started[0]?.says({ kind: 'done', xy: XY });
    expect(await result).toBe(XY);
  });

  test('an error event that comes later closes a way, as a Content-Security-Policy does; the page hears nothing of it', async () => {
    const { inline, file, result } = begin();
    const event = inline.started[0]?.raises('');
    expect(event?.preventDefault).toHaveBeenCalledOnce();
    await soon();
    expect(inline.started[0]?.terminate).toHaveBeenCalledOnce();
    file.started[0]?.says({ kind: 'done', xy: XY });
    expect(await result).toBe(XY);
  });

  test('a worker without a sign of life is given up after the first patience, not before', async () => {
    const { inline, file, clock, result } = begin();
    clock.pass(99);
    await soon();
    expect(file.started).toHaveLength(0);
    clock.pass(1);
    await soon();
    expect(inline.started[0]?.terminate).toHaveBeenCalledOnce();
    file.started[0]?.says({ kind: 'done', xy: XY });
    expect(await result).toBe(XY);
  });

  test('with every way closed the page computes the same bits itself, in turns', async () => {
    const { inline, file, clock, result } = begin();
    inline.started[0]?.raises('blocked');
    await soon();
    file.started[0]?.raises('blocked');
    expect(await result).toEqual(EXPECTED);
    expect(clock.pending).toBe(0);
  });
});

describe('W2 a run that had begun ends in positions or in a clear error', () => {
  test('a worker that falls silent is ended, and the error says what to do', async () => {
    const { inline, file, clock, result } = begin();
    inline.started[0]?.says({ kind: 'ready' });
    clock.pass(1_000);
    await expect(result).rejects.toThrow(/inline worker began and then said nothing for 1000 ms; it was ended\. Try a smaller dataset/);
    expect(inline.started[0]?.terminate).toHaveBeenCalledOnce();
    expect(file.started).toHaveLength(0);
  });

  test('progress is a sign of life and is passed on', async () => {
    const onProgress = vi.fn();
    const { inline, clock, result } = begin({ onProgress });
    inline.started[0]?.says({ kind: 'ready' });
    for (const share of [0.25, 0.5, 0.75]) {
      clock.pass(700);
      inline.started[0]?.says({ kind: 'progress', share });
    }
    inline.started[0]?.says({ kind: 'done', xy: XY });
    expect(await result).toBe(XY);
    expect(onProgress.mock.calls).toEqual([[0.25], [0.5], [0.75]]);
  });

  test('what a worker fails with is told, and nothing is tried again', async () => {
    const { inline, file, result } = begin();
    inline.started[0]?.says({ kind: 'ready' });
    inline.started[0]?.says({ kind: 'failed', message: 'layout: bug: node 3 has no position' });
    await expect(result).rejects.toThrow('layout: the inline worker failed: layout: bug: node 3 has no position');
    expect(file.started).toHaveLength(0);
  });

  test('a wrong input is refused before any worker is started', async () => {
    const inline = way('inline worker');
    await expect(settle({ ...LITERAL, radii: new Float32Array(3) }, 1, { workers: [inline] })).rejects.toThrow(RangeError);
    expect(inline.started).toHaveLength(0);
  });
});

describe('W3 a run can be ended from outside and leaves nothing behind', () => {
  test('before it begins', async () => {
    const { inline, result } = begin({ signal: AbortSignal.abort(new Error('gone')) });
    await expect(result).rejects.toThrow('gone');
    expect(inline.started).toHaveLength(0);
  });

  test('while a worker is busy: the worker is ended, no timer stays', async () => {
    const control = new AbortController();
    const { inline, file, clock, result } = begin({ signal: control.signal });
    inline.started[0]?.says({ kind: 'ready' });
    control.abort(new Error('gone'));
    await expect(result).rejects.toThrow('gone');
    expect(inline.started[0]?.terminate).toHaveBeenCalledOnce();
    expect(inline.started[0]?.onmessage).toBeNull();
    expect([clock.pending, file.started.length]).toEqual([0, 0]);
  });

  test('while the page computes', async () => {
    const control = new AbortController();
    const clock = new HandClock(20);
    const stop = vi.spyOn(clock, 'turn').mockImplementation(() => {
      control.abort(new Error('gone'));
      return Promise.resolve();
    });
    await expect(settle(LITERAL, 5, { workers: [], clock, signal: control.signal })).rejects.toThrow('gone');
    expect(stop).toHaveBeenCalledOnce();
  });
});

describe('W4 the page never waits longer than a slice', () => {
  test('a slice ends with the first tick after 12 ms', async () => {
    const clock = new HandClock(5);
    const began: number[] = [];
    const ended: number[] = [];
    const turn = vi.spyOn(clock, 'turn').mockImplementation(() => {
      ended.push(clock.time);
      return Promise.resolve();
    });
    await settleInSlices(LITERAL, 5, { clock, check: () => began.push(clock.time) });
    const slices = ended.map((end, i) => end - (began[i] ?? NaN));
    expect(turn.mock.calls.length).toBeGreaterThan(30);
    // The question for the end of the slice takes 5 ms of its own here
    expect(Math.max(...slices)).toBeLessThanOrEqual(5 + 12 + 5);
  });

  test('the positions are those of one go', async () => {
    const clock = new HandClock(20);
    expect(await settleInSlices(LITERAL, 5, { clock, check: () => undefined })).toEqual(EXPECTED);
    expect(clock.turns).toBe(119);
  });
});

describe('W5 positions on the way', () => {
  test('are asked of a worker only when somebody wants them, and handed on', async () => {
    const seen: Float32Array[] = [];
    const { inline, result } = begin({ onPositions: (xy) => seen.push(xy) });
    expect(inline.started[0]?.sent).toMatchObject([{ stream: true }]);
    inline.started[0]?.says({ kind: 'ready' });
    inline.started[0]?.says({ kind: 'progress', share: 0.5, xy: XY });
    inline.started[0]?.says({ kind: 'progress', share: 0.6 });
    inline.started[0]?.says({ kind: 'done', xy: EXPECTED });
    expect(await result).toBe(EXPECTED);
    expect(seen).toEqual([XY]);
  });

  test('come after every slice on the page’s own thread, each in an array of its own, and lead to the end', async () => {
    const seen: Float32Array[] = [];
    const xy = await settleInSlices(LITERAL, 5, {
      clock: new HandClock(20),
      check: () => undefined,
      onPositions: (places) => seen.push(places),
    });
    expect(seen.length).toBeGreaterThan(100);
    expect(new Set(seen).size).toBe(seen.length);
    const far = (places: Float32Array | undefined): number =>
      Math.max(...xy.map((value, i) => Math.abs(value - (places?.[i] ?? Infinity))));
    expect(far(seen.at(-1))).toBeLessThan(1);
    expect(far(seen[0])).toBeGreaterThan(far(seen.at(-1)));
  });
});
