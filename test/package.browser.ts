import { expect } from '@open-wc/testing';
import { PACKED } from './packed.js';

type Page = Window & typeof globalThis;

/** A page of its own, so that every test registers the element anew. */
async function open(address: string): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.width = '780';
  frame.height = '560';
  frame.src = address;
  const loaded = new Promise((done) => {
    frame.addEventListener('load', done, { once: true });
  });
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as Page;
}

/** Loads a packed file by a script tag; needs `npm run pack`. */
async function load({ document: page }: Page, file: string, type: 'module' | 'text/javascript'): Promise<void> {
  const script = page.createElement('script');
  script.type = type;
  script.src = file;
  await new Promise((done, fail) => {
    script.addEventListener('load', done);
    script.addEventListener('error', () => fail(new Error(`${file} does not load; run npm run build and npm run pack first`)));
    page.head.append(script);
  });
}

/** How many standards a map of a small dataset without positions shows once it is ready. */
async function standardsShown({ document: page }: Page): Promise<number> {
  const map = page.createElement('standards-map');
  map.loading = 'eager';
  map.src = '/test/fixtures/small.json';
  page.body.append(map);
  await map.ready;
  return map.visible.length;
}

/** Notes the address of every worker that brings a layout to its end. */
function watchWorkers(window: Page): string[] {
  const finished: string[] = [];
  window.Worker = class extends window.Worker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener('message', ({ data }: MessageEvent<{ readonly kind: string }>) => {
        if (data.kind === 'done') finished.push(String(address));
      });
    }
  };
  return finished;
}

describe('one self-contained file', () => {
  afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

  for (const [file, type] of [
    ['dist/cdn/standards-map.min.js', 'text/javascript'],
    ['dist/cdn/standards-map.module.min.js', 'module'],
  ] as const) {
    for (const [title, address, worker] of [
      ['a worker beside it', 'any-worker.html', /\/packed\/dist\/cdn\/assets\/layout\.worker-[\w-]+\.js$/],
      ['a worker inside of it where the page allows no other', 'blob-workers.html', /^blob:/],
      ['a worker beside it where the page allows no other', 'own-workers.html', /\/packed\/dist\/cdn\/assets\/layout\.worker-[\w-]+\.js$/],
      ['no worker where the page allows none', 'no-workers.html', undefined],
    ] as const) {
      it(`${file} draws a dataset with ${title}`, async () => {
        const window = await open(`/test/fixtures/package/${address}`);
        const finished = watchWorkers(window);
        await load(window, PACKED + file, type);
        expect(await standardsShown(window)).to.be.greaterThan(0);
        expect(finished).to.have.lengthOf(worker ? 1 : 0);
        if (worker) expect(finished[0]).to.match(worker);
      });
    }
  }
});
