import { overlaps } from '../../src/analysis/overlaps.js';
import { catalogue } from '../../src/model/catalogue.js';
import { parse } from '../../src/model/parse.js';

/** Times of one fresh worker, ms. */
export interface WorkerTimes {
  readonly standards: number;
  readonly candidates: number;
  /** From a catalogue to the list, nothing known before. */
  readonly overlaps: number;
}

/** Analyses a dataset once, as a page would: nothing compiled, nothing remembered. */
async function run(address: string): Promise<WorkerTimes> {
  const parsed = parse(await (await fetch(address)).json());
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  const known = catalogue(parsed.dataset);
  const start = performance.now();
  const { length } = overlaps(known);
  return { standards: known.standards.length, candidates: length, overlaps: performance.now() - start };
}

self.onmessage = ({ data }: MessageEvent<string>): void => {
  run(data).then(
    (times) => {
      self.postMessage(times);
    },
    (error: unknown) => {
      self.postMessage({ error: String(error) });
    },
  );
};
