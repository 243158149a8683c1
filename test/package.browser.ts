import { expect } from '@open-wc/testing';

/** A page of its own that loads one built file by a script tag and holds an empty map; needs `npm run build`. */
async function pageWith(file: string, type: 'module' | 'text/javascript'): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.width = '780';
  frame.height = '560';
  document.body.append(frame);
  const page = frame.contentDocument;
  if (!page) throw new Error('the frame has no document');
  const script = page.createElement('script');
  script.type = type;
  script.src = file;
  await new Promise((done, fail) => {
    script.addEventListener('load', done);
    script.addEventListener('error', () => fail(new Error(`${file} does not load; run npm run build first`)));
    page.head.append(script);
  });
  return page;
}

describe('one self-contained file', () => {
  afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

  for (const [file, type] of [
    ['/dist/cdn/standards-map.min.js', 'text/javascript'],
    ['/dist/cdn/standards-map.module.min.js', 'module'],
  ] as const) {
    it(`draws the built dataset: ${file}`, async () => {
      const page = await pageWith(file, type);
      const map = page.createElement('standards-map');
      map.loading = 'eager';
      map.src = '/data/smart-cities.json';
      page.body.append(map);
      await map.ready;
      expect(map.visible.length).to.be.greaterThan(100);
    });
  }
});
