import { expect } from '@open-wc/testing';
import axe from 'axe-core';
import { diff } from '../../src/analysis/diff.js';
import { changesPage } from '../../src/export/changes.js';
import { pageDocx } from '../../src/export/page-docx.js';
import { pageHtml } from '../../src/export/page-html.js';
import type { Page } from '../../src/export/page.js';
import { reportPage } from '../../src/export/report.js';
import { catalogue } from '../../src/model/catalogue.js';
import { place } from '../../src/scene/place.js';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { dataset } from '../fixtures/small.js';

const DAY = '2026-11-22';
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

/** A page in a frame of its own; `open` takes its policy away, so that nothing but its escapes protects it. */
async function framed(html: string, { open = false, width = 1000 } = {}): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { width: `${String(width)}px`, height: '800px' });
  frame.srcdoc = open ? html.replace(POLICY, '') : html;
  const loaded = new Promise((done) => {
    frame.addEventListener('load', done, { once: true });
  });
  document.body.append(frame);
  await loaded;
  return frame;
}

const documentOf = (frame: HTMLIFrameElement): Document => {
  if (!frame.contentDocument) throw new Error('the frame has no document');
  return frame.contentDocument;
};
const tripped = (view: object | null): unknown => view && Reflect.get(view, 'tripped');

/** A pack and changes of a dataset that has the text in every field. */
function pagesOf(text: string): readonly Page[] {
  const data = poisoned(text);
  const after = { ...data, standards: data.standards.map((one) => ({ ...one, status: 'withdrawn' as const })) };
  return [
    reportPage({ catalogue: catalogue(place(poisoned(text))), day: DAY, since: '2019', title: text }),
    changesPage(diff(data, after, { overlaps: false }), { title: text }),
  ];
}

describe('a page of a report in a browser', () => {
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('PG4 nothing of a dataset runs, loads or leaves its place, even without the policy', async () => {
    for (const [name, payload] of Object.entries(PAYLOADS)) {
      for (const page of pagesOf(payload)) {
        const frame = await framed(pageHtml(page), { open: true });
        const inside = documentOf(frame);
        expect(
          inside.querySelectorAll('script, img, iframe, object, embed, link, form, input, base, foreignObject, image, use').length,
          name,
        ).to.equal(0);
        expect(inside.querySelectorAll('style').length, name).to.equal(1);
        for (const element of inside.querySelectorAll('*'))
          for (const { name: attribute } of element.attributes)
            expect(/^(on.*|style|src|srcdoc)$/.test(attribute), `${name} ${attribute}`).to.equal(false);
        for (const link of inside.querySelectorAll('a')) expect(link.getAttribute('href'), name).to.match(/^(#section-\d+|https?:\/\/.*)$/);
        expect(inside.querySelector('h1')?.textContent.length ?? 0, name).to.be.greaterThan(0);
        expect([tripped(window), tripped(frame.contentWindow)], name).to.deep.equal([undefined, undefined]);
        frame.remove();
      }
    }
  });

  it('PG4 the alarm is no dummy: the same text as markup trips it', async () => {
    const frame = await framed('<img src="data:image/png,x" onerror="window.tripped=1">');
    // The picture fails when it will; the test ends by its own limit where it does not
    while (tripped(frame.contentWindow) === undefined) await new Promise(requestAnimationFrame);
    expect(tripped(frame.contentWindow)).to.equal(1);
  });

  it('PG5 is accessible, and no wider than a phone', async () => {
    const map = catalogue(place(dataset()));
    const page = pageHtml(reportPage({ catalogue: map, day: DAY, since: '2019', link: 'https://example.org/' }));
    for (const width of [1000, 390]) {
      const inside = documentOf(await framed(page, { open: true, width }));
      expect(inside.documentElement.scrollWidth).to.be.at.most(width);
      expect([inside.documentElement.lang, inside.title.length > 0, inside.querySelectorAll('main, h1').length]).to.deep.equal([
        'en-GB',
        true,
        2,
      ]);
    }
    // What looks at a page does not look into frames
    const inside = new DOMParser().parseFromString(page, 'text/html');
    const parts = [...inside.querySelectorAll('style, main')].map((part) => document.body.appendChild(document.importNode(part, true)));
    const [, main] = parts;
    const { violations } = await axe.run(main ?? document);
    for (const part of parts) part.remove();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).to.deep.equal([]);
  });

  it('PG9 a file of Word is made in a browser too, with the same bytes each time', async () => {
    const page = reportPage({ catalogue: catalogue(place(dataset())), day: DAY });
    const [first, second] = [await pageDocx(page, DAY), await pageDocx(page, DAY)];
    expect([...first.subarray(0, 2)]).to.deep.equal([0x50, 0x4b]);
    expect(first.length).to.be.greaterThan(10_000);
    expect(first.every((byte, at) => byte === second[at])).to.equal(true);
  });
});
