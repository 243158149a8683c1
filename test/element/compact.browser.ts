import { expect } from '@open-wc/testing';
import '../../src/define.js';
import '../browser.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { writeCompact } from '../../src/model/compact.js';
import { place } from '../../src/scene/place.js';
import { dataset, standard } from '../fixtures/small.js';

const file = writeCompact(place(dataset()));

async function gzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
}

/** Shows what a server answers with these bytes; ends when it is drawn or refused. */
async function shown(bytes: Uint8Array<ArrayBuffer>, use: (map: StandardsMap) => void | Promise<void>): Promise<void> {
  const fetch = window.fetch.bind(window);
  window.fetch = () => Promise.resolve(new Response(bytes));
  const map = document.createElement('standards-map');
  try {
    map.style.height = '420px';
    map.loading = 'eager';
    map.src = 'any.smc';
    document.body.appendChild(map);
    await Promise.race([map.ready, new Promise((done) => map.addEventListener('standards-error', done, { once: true }))]);
    await map.updateComplete;
    await use(map);
  } finally {
    window.fetch = fetch;
    map.remove();
  }
}

const isDrawn = (map: StandardsMap): void => {
  expect(map.issues.map(({ message }) => message)).to.deep.equal([]);
  expect(map.catalogue?.standards.map(({ id }) => id)).to.deep.equal(dataset().standards.map(({ id }) => id));
  expect(map.matches(':state(ready)')).to.equal(true);
};
/** What it says about a file that it does not show. */
const said = (map: StandardsMap): string => {
  expect(map.matches(':state(error)')).to.equal(true);
  expect(map.issues).to.have.lengthOf(1);
  return map.issues[0]?.message ?? '';
};

describe('src', () => {
  it('M8 may name a compact file, known by its first bytes whatever its name', async () => {
    await shown(file.slice(), isDrawn);
  });

  it('M8 may name a gzip file of either form, as a plain server sends it', async () => {
    await shown(await gzipped(file.slice()), isDrawn);
    await shown(await gzipped(new TextEncoder().encode(JSON.stringify(place(dataset())))), isDrawn);
  });

  it('M10 says what is wrong with a file that was cut off', async () => {
    await shown(file.slice(0, 500), (map) => {
      expect(said(map)).to.equal(`any.smc: has 500 bytes, expected ${String(file.length)}.`);
    });
    const packed = await gzipped(file.slice());
    await shown(packed.slice(0, packed.length >> 1), (map) => {
      expect(said(map)).to.match(/^any\.smc: is a damaged gzip file/);
    });
  });

  it('M10 says that a browser without DecompressionStream cannot unpack a gzip file', async () => {
    const packed = await gzipped(file.slice());
    const own = Object.getOwnPropertyDescriptor(globalThis, 'DecompressionStream');
    Object.defineProperty(globalThis, 'DecompressionStream', { value: undefined, configurable: true });
    try {
      await shown(packed, (map) => {
        expect(said(map)).to.match(/^any\.smc: is gzipped, which this browser cannot unpack\. Expected the file as it is/);
      });
    } finally {
      if (own) Object.defineProperty(globalThis, 'DecompressionStream', own);
    }
  });
});

describe('the search of a large catalogue', () => {
  const standards = Array.from({ length: 20_000 }, (_, n) =>
    standard(`ISO ${String(n)}`, { title: n === 12_345 ? 'Quality of tea' : 'Coffee', xy: [(n % 200) * 20, Math.floor(n / 200) * 20] }),
  );
  const placed = place(dataset());
  const large = writeCompact({ ...placed, standards, stories: [], findings: [] });

  it('S22 answers at once with what stands there, says that words are still being read, and with the words as soon as they are', async () => {
    const idle = Object.getOwnPropertyDescriptor(window, 'requestIdleCallback');
    const waiting: IdleRequestCallback[] = [];
    window.requestIdleCallback = (callback) => waiting.push(callback);
    try {
      await shown(large.slice(), async (map) => {
        const root = map.shadowRoot;
        const input = root?.querySelector('input[role=combobox]');
        if (!(input instanceof HTMLInputElement)) throw new Error('no search box');
        const said = (): readonly string[] =>
          [...(root?.querySelectorAll('.suggestions li') ?? [])].map((one) => one.textContent.replace(/\s+/g, ' ').trim());
        input.value = 'qualty of tea';
        input.dispatchEvent(new InputEvent('input'));
        await map.updateComplete;
        expect(said()[0]).to.contain('Nothing found');
        expect(said()[1]).to.contain('still being read');
        input.value = 'quality of tea';
        input.dispatchEvent(new InputEvent('input'));
        await map.updateComplete;
        expect(said()[0]).to.contain('ISO 12345');
        expect(said()[1]).to.contain('still being read');
        input.value = 'qualty of tea';
        input.dispatchEvent(new InputEvent('input'));
        for (let next = waiting.shift(); next; next = waiting.shift()) next({ didTimeout: false, timeRemaining: () => 1 });
        await map.updateComplete;
        expect(said()).to.have.lengthOf(1);
        expect(said()[0]).to.contain('ISO 12345');
      });
    } finally {
      if (idle) Object.defineProperty(window, 'requestIdleCallback', idle);
      else Reflect.deleteProperty(window, 'requestIdleCallback');
    }
  });
});
