import { expect } from '@open-wc/testing';
import { pageWorkers, settle } from '../../src/layout/client.js';
import type { LayoutInput } from '../../src/layout/input.js';
import { layout } from '../../src/layout/layout.js';
import type { WorkerSource } from '../../src/layout/worker-run.js';
import { FINGERPRINTS } from './fingerprints.js';
import { fingerprint, LITERAL, STAGED } from './literal.js';
import { randomGraph } from './random-graph.js';

/** A committee with so many standards. */
function star(standards: number): LayoutInput {
  return {
    count: standards + 1,
    links: Uint32Array.from({ length: 2 * standards }, (_, end) => (end % 2 === 0 ? 0 : (end + 1) / 2)),
    strengths: new Float32Array(standards).fill(0.5),
    distances: new Float32Array(standards).fill(30),
    radii: new Float32Array(standards + 1).fill(8),
    charges: new Float32Array(standards + 1).fill(-30),
  };
}

/** One of the page's own ways, which also tells how often it was started and ended. */
function watched(source: WorkerSource | undefined): WorkerSource & { readonly seen: { started: number; ended: number } } {
  const seen = { started: 0, ended: 0 };
  const start: WorkerSource['start'] = () => {
    if (!source) throw new Error('the page has no such way');
    const worker = source.start();
    seen.started++;
    const end = worker.terminate.bind(worker);
    worker.terminate = () => {
      seen.ended++;
      end();
    };
    return worker;
  };
  return { name: source?.name ?? 'none', start, seen };
}

describe('layout in a browser', () => {
  it('L1 gives the bits that Node computed', () => {
    expect({
      whole: fingerprint(layout(LITERAL, 1)),
      staged: fingerprint(layout(STAGED, 1)),
      random: fingerprint(layout(randomGraph(300, 7), 1)),
    }).to.deep.equal(FINGERPRINTS);
  });

  it('W1 the inline worker runs and gives the same bits; it is ended', async () => {
    const inline = watched(pageWorkers()[0]);
    const xy = await settle(STAGED, 1, { workers: [inline] });
    expect(fingerprint(xy)).to.equal(FINGERPRINTS.staged);
    expect(inline.seen).to.deep.equal({ started: 1, ended: 1 });
  });

  it('W1 a worker whose file is missing raises its error later; the page then computes the same bits itself', async () => {
    const missing = watched(pageWorkers('/no-such-worker')[1]);
    const xy = await settle(STAGED, 1, { workers: [missing] });
    expect(fingerprint(xy)).to.equal(FINGERPRINTS.staged);
    expect(missing.seen).to.deep.equal({ started: 1, ended: 1 });
  });

  it('W1 a worker that never answers is given up, and the page computes the same bits itself', async () => {
    const address = URL.createObjectURL(new Blob(['onmessage = () => {};'], { type: 'text/javascript' }));
    const mute = watched({ name: 'mute worker', start: () => new Worker(address) });
    const xy = await settle(STAGED, 1, { workers: [mute], patience: { firstMs: 50, silentMs: 50 } });
    URL.revokeObjectURL(address);
    expect(fingerprint(xy)).to.equal(FINGERPRINTS.staged);
    expect(mute.seen).to.deep.equal({ started: 1, ended: 1 });
  });

  it('W3 a run ended from outside ends its worker', async () => {
    const inline = watched(pageWorkers()[0]);
    const control = new AbortController();
    const running = settle(star(2_000), 1, {
      workers: [inline],
      signal: control.signal,
      onProgress: () => control.abort(new Error('gone')),
    });
    const failure = await running.then(
      () => 'settled',
      (error: unknown) => String(error),
    );
    expect(failure).to.equal('Error: gone');
    expect(inline.seen).to.deep.equal({ started: 1, ended: 1 });
  });

  it('W5 a worker tells positions on the way, and a run can be started anew at once', async () => {
    const graph = randomGraph(4_000, 3);
    const seen: Float32Array[] = [];
    const first = new AbortController();
    const gone = settle(graph, 1, { signal: first.signal, onPositions: () => first.abort(new Error('gone')) }).catch(String);
    expect(await gone).to.equal('Error: gone');
    const xy = await settle(graph, 1, { onPositions: (places) => seen.push(places) });
    expect(seen.length).to.be.greaterThan(0);
    for (const places of seen) expect(places).to.have.length(8_000);
    expect(fingerprint(xy)).to.equal(fingerprint(layout(graph, 1)));
  });

  it('W4 the page has its turn while it computes', async () => {
    let turns = 0;
    let running = true;
    const count = (): void => {
      turns++;
      if (running) setTimeout(count);
    };
    setTimeout(count);
    const xy = await settle(star(400), 1, { workers: [] });
    running = false;
    expect(xy).to.have.length(802);
    expect(turns).to.be.greaterThan(2);
  });
});
