import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import type { Dataset } from '../../src/model/dataset.js';
import { drawn } from '../browser.js';
import { dataset, standard } from '../fixtures/small.js';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';

type Page = Window & typeof globalThis;

const clearHash = (): void => {
  history.replaceState(null, '', location.pathname + location.search);
};
const all = (element: StandardsMap, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** What comes on demand stands once its module is there. */
async function loaded(map: StandardsMap, selector: string): Promise<void> {
  while (all(map, selector).length === 0) await drawn();
  await map.updateComplete;
}

beforeEach(clearHash);
afterEach(() => {
  for (const extra of document.querySelectorAll('standards-map, iframe')) extra.remove();
  clearHash();
});

describe('a page with a strict Content-Security-Policy and Trusted Types', () => {
  interface Strict {
    readonly page: Page;
    readonly violations: SecurityPolicyViolationEvent[];
    readonly errors: string[];
  }

  /** A page of its own with the packed element; every violation and every error of it is noted from the first moment the page can be reached. */
  async function open(address: string): Promise<Strict> {
    const frame = document.createElement('iframe');
    frame.width = '780';
    frame.height = '560';
    frame.src = `/test/fixtures/package/${address}`;
    const loaded = new Promise((done) => {
      frame.addEventListener('load', done, { once: true });
    });
    document.body.append(frame);
    await loaded;
    const page = frame.contentWindow as Page;
    const violations: SecurityPolicyViolationEvent[] = [];
    const errors: string[] = [];
    page.document.addEventListener('securitypolicyviolation', (event) => violations.push(event));
    page.addEventListener('error', ({ message }) => errors.push(message));
    page.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
    expect(page.customElements.get('standards-map'), 'the packed element; run npm run build and npm run pack first').not.to.equal(
      undefined,
    );
    return { page, violations, errors };
  }

  async function shown({ page }: Strict, given: object): Promise<StandardsMap> {
    const map = page.document.createElement('standards-map');
    Object.assign(map, { loading: 'eager', motion: 'none' }, given);
    page.document.body.append(map);
    await map.ready;
    await drawn();
    return map;
  }

  /** Everything a reader can do. */
  async function useAll(map: StandardsMap, page: Page): Promise<void> {
    const surface = all(map, '.surface')[0];
    const { width = 0, height = 0, left = 0, top = 0 } = surface?.getBoundingClientRect() ?? {};
    let hovered = 0;
    map.addEventListener('standards-hover', () => (hovered += 1));
    for (let y = 5; y < height; y += 11)
      for (let x = 5; x < width; x += 11)
        surface?.dispatchEvent(
          new page.PointerEvent('pointermove', { clientX: left + x, clientY: top + y, bubbles: true, pointerType: 'mouse' }),
        );
    expect(hovered).to.be.greaterThan(0);
    await map.updateComplete;
    for (const { id } of [
      map.catalogue?.standards[0],
      map.catalogue?.committees[0],
      map.catalogue?.topics[0],
      map.catalogue?.sdos[0],
    ].filter((r) => r !== undefined)) {
      map.selected = [id];
      await map.updateComplete;
      expect(all(map, '.detail')).to.have.length(1);
    }
    for (const colour of ['committee', 'topic', 'status', 'role', 'sdo'] as const) {
      map.color = colour;
      await map.updateComplete;
    }
    const input = all(map, '.search input')[0] as HTMLInputElement;
    input.value = 'smart';
    input.dispatchEvent(new page.Event('input'));
    await map.updateComplete;
    expect(all(map, '[role=option]').length).to.be.greaterThan(0);
    map.filter = 'sdo:iso nothing:here';
    for (const pressed of ['.show-filters', '.zoom [aria-label="Zoom in"]', '.legend summary', '.detail .icon', '.chip']) {
      await map.updateComplete;
      all(map, pressed)[0]?.click();
    }
    for (const key of ['ArrowLeft', '+', '0', 'Escape']) surface?.dispatchEvent(new page.KeyboardEvent('keydown', { key, bubbles: true }));
    map.filter = '';
    map.view = 'matrix';
    await map.updateComplete;
    for (const pressed of ['.grid thead button', '.cell button', '.matrix-detail summary', '.swap']) {
      all(map, pressed)[0]?.click();
      await map.updateComplete;
    }
    expect(all(map, '.cell').length).to.be.greaterThan(3);
    await useWorkbench(map, page);
    map.view = 'graph';
    map.style.width = '420px';
    map.style.colorScheme = 'dark';
    map.fit();
    await drawn();
    await drawn();
    map.remove();
    page.document.body.append(map);
    await drawn();
  }

  /** What is loaded on demand: table, timeline, comparison, tools, a workbook written and a file read. */
  async function useWorkbench(map: StandardsMap, page: Page): Promise<void> {
    const ids = map.catalogue?.standards.slice(0, 2).map(({ id }) => id) ?? [];
    for (const [given, selector] of [
      [{ view: 'table', by: 'topic', selected: ids }, '[role=row] [role=gridcell]'],
      [{ view: 'timeline', lanes: 'topic' }, '.lane-head'],
      [{ panel: 'compare' }, '.compare'],
      [{ panel: '', selected: [] }, '.lane-head'],
    ] as const) {
      map.restore(given);
      await loaded(map, selector);
      await drawn();
    }
    all(map, '[data-tool=views]')[0]?.click();
    await loaded(map, '.saved-views');
    all(map, '[data-tool=export]')[0]?.click();
    await loaded(map, 'form.export [value=xlsx]');
    all(map, 'form.export [value=xlsx]')[0]?.click();
    await map.updateComplete;
    (all(map, 'form.export')[0] as HTMLFormElement).requestSubmit();
    await loaded(map, 'form.export a[download]');
    const files = new page.DataTransfer();
    files.items.add(new page.File(['Reference,Title\nOwn 1,A text\n'], 'own.csv'));
    for (const type of ['dragenter', 'drop'])
      map.dispatchEvent(new page.DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
    await loaded(map, '.files tr');
    all(map, '[data-tool=files]')[0]?.click();
  }

  const directives = (violations: readonly SecurityPolicyViolationEvent[]): readonly string[] =>
    violations.map((event) => `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  const isWorker = (violation: string): boolean =>
    violation.startsWith('worker-src ') || /^require-trusted-types-for .*\bWorker\b/.test(violation);

  it('trips the counter: an inline style and a script as text', async () => {
    const { page, violations } = await open('strict.html');
    const box = page.document.createElement('div');
    page.document.body.append(box);
    box.setAttribute('style', 'color: red');
    await drawn();
    expect(violations.map((event) => event.effectiveDirective)).to.deep.equal(['style-src-attr']);
    if (!('trustedTypes' in page)) return;
    expect(() => Reflect.set(box, 'innerHTML', '<b>1</b>')).to.throw();
    await drawn();
    expect(violations.at(-1)?.effectiveDirective).to.equal('require-trusted-types-for');
  });

  for (const address of ['strict.html', 'strict-no-workers.html']) {
    it(`sees no violation where positions are shipped, whatever the reader does: ${address}`, async () => {
      const strict = await open(address);
      const map = await shown(strict, { src: '/data/smart-cities.json' });
      expect(map.catalogue?.standards.length).to.be.greaterThan(1000);
      await useAll(map, strict.page);
      expect(directives(strict.violations)).to.deep.equal([]);
      expect(strict.errors).to.deep.equal([]);
    });

    it(`sees none but a refused worker where a layout is needed, and the same picture: ${address}`, async () => {
      const pictures: string[] = [];
      for (const name of ['element.html', address]) {
        const strict = await open(name);
        const map = await shown(strict, { src: '/test/fixtures/small.json' });
        pictures.push((all(map, 'canvas')[0] as HTMLCanvasElement).toDataURL());
        await useAll(map, strict.page);
        map.filter = '';
        await map.rearrange();
        map.group = 'topic';
        while (!all(map, '.arranged')[0]?.textContent.includes('Arranged by topic')) await drawn();
        expect(directives(strict.violations).filter((violation) => !isWorker(violation))).to.deep.equal([]);
        // A worker beside the script is refused by Trusted Types only, which not every browser has
        const isRefused = address === 'strict-no-workers.html' || 'trustedTypes' in strict.page;
        expect(strict.violations.length > 0).to.equal(name === address && isRefused);
        expect(strict.errors).to.deep.equal([]);
      }
      expect(pictures[0]?.length).to.be.greaterThan(1000);
      expect(pictures[0] === pictures[1]).to.equal(true);
    });
  }

  it('sees none where there is no dataset to show', async () => {
    const strict = await open('strict.html');
    for (const given of [
      { src: '/nowhere.json' },
      { src: '/test/fixtures/package/strict.html' },
      { src: 'https://elsewhere.example/x.json' },
      { data: { x: 1 } },
    ]) {
      const map = strict.page.document.createElement('standards-map');
      Object.assign(map, { loading: 'eager' }, given);
      strict.page.document.body.append(map);
      await new Promise((done) => map.addEventListener('standards-error', done, { once: true }));
      await map.updateComplete;
      expect(all(map, '[role=alert]')).to.have.length(1);
    }
    // The address of another origin is refused by the policy itself.
    while (strict.violations.length === 0) await drawn();
    expect(strict.violations.map((event) => event.effectiveDirective)).to.deep.equal(['connect-src']);
    expect(strict.errors).to.deep.equal([]);
  });
});

/** What of a shadow root could run, fetch or leave its place; a template of the element itself makes none of it. */
function findings(root: ShadowRoot, payload: string): readonly string[] {
  const found: string[] = [];
  for (const node of root.querySelectorAll('*')) {
    // The forms of the element itself send nothing: they have no action
    if (node.localName === 'form' && !node.matches('.evidence form, .proposal form, .saved-views form, form.export, .compare .add'))
      found.push('form');
    if (
      /^(img|script|iframe|object|embed|link|meta|base|style|video|audio|source|math|template|marquee|foreignobject|animate|use|image)$/i.test(
        node.localName,
      )
    )
      found.push(node.localName);
    for (const { name, value } of node.attributes) {
      if (name.startsWith('on') || ['src', 'srcset', 'srcdoc', 'action', 'formaction', 'xlink:href'].includes(name))
        found.push(`${node.localName} ${name}`);
      if (name === 'href' && !/^https?:\/\//.test(value)) found.push(`href ${value}`);
      if (['class', 'id', 'style', 'part', 'for', 'name', 'aria-describedby', 'aria-controls'].includes(name) && value.includes(payload))
        found.push(`${name} ${value}`);
    }
    if (node instanceof HTMLAnchorElement && (node.rel !== 'noopener noreferrer' || !/^https?:$/.test(node.protocol)))
      found.push(`a ${node.rel}`);
  }
  return found;
}

const tripped = (): boolean => 'tripped' in window;

/** Opens every surface and hands it over while it shows. */
async function everySurface(map: StandardsMap, data: Dataset, payload: string, look: (surface: string) => void): Promise<void> {
  const show = async (surface: string): Promise<void> => {
    await map.updateComplete;
    look(surface);
  };
  await show('opening');
  for (const kind of ['standards', 'committees', 'topics', 'sdos'] as const)
    for (const { id } of data[kind].slice(0, 2)) {
      map.restore({ selected: [data.standards[0]?.id, id] });
      await show(`details of ${kind}`);
      expect(all(map, '.detail'), `details of ${kind}`).to.have.length(1);
    }
  for (const details of all(map, '.detail details')) details.setAttribute('open', '');
  await show('open details');
  map.selected = '';
  for (const button of ['[data-lens=overlaps]', '[data-lens=gaps]', '[data-tool=proposal]', '[data-tool=findings]']) {
    all(map, button)[0]?.click();
    await show(button);
    expect(all(map, '.detail'), button).to.have.length(1);
  }
  const title = all(map, '.proposal input')[0];
  expect(title, 'the box for a proposal is closed by the list of findings').to.equal(undefined);
  all(map, '[data-tool=findings]')[0]?.click();
  map.view = 'matrix';
  for (const [rows, columns] of [
    ['domain', 'sdo'],
    ['topic', 'sdo'],
  ]) {
    map.restore({ rows, columns, cell: `${data.topics[0]?.id ?? ''}/${data.sdos[0]?.id ?? ''}` });
    await show(`matrix of ${rows ?? ''}`);
  }
  for (const details of all(map, '.matrix details')) details.setAttribute('open', '');
  await show('matrix and why');
  map.view = 'graph';
  map.highlight = '';
  map.color = 'topic';
  await show('legend');
  if (all(map, '.filters').length === 0) all(map, '.show-filters')[0]?.click();
  await show('filters');
  for (const box of all(map, '.filters input')) if (box.getRootNode() !== document) box.closest('details')?.setAttribute('open', '');
  await show('open filters');
  const input = all(map, '.search input')[0] as HTMLInputElement;
  for (const text of [payload, 'poison', `sdo:${payload}`]) {
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await show('suggestions');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await show('problems');
  }
  for (const filter of [payload, `"${payload}"`, `-sdo:"${payload}" topic:${payload}`, `committee:"${data.committees[0]?.id ?? ''}"`]) {
    map.filter = filter;
    await show('chips');
  }
  map.filter = '';
  map.fit();
  await drawn();
  const surface = all(map, '.surface')[0];
  const box = surface?.getBoundingClientRect();
  for (let y = 4; y < (box?.height ?? 0); y += 14)
    for (let x = 4; x < (box?.width ?? 0); x += 14) {
      surface?.dispatchEvent(
        new PointerEvent('pointermove', { clientX: (box?.left ?? 0) + x, clientY: (box?.top ?? 0) + y, pointerType: 'mouse' }),
      );
      if (all(map, '.tooltip').length > 0) break;
    }
  await show('tooltip');
}

/** A file of the reader's whose name, columns and cells say it. */
function ownFile(data: Dataset, payload: string): DataTransfer {
  const quoted = `"${payload.replaceAll('"', '""')}"`;
  const rows = [
    `Reference,Title,Status,${quoted}`,
    `${quoted},${quoted},${quoted},${quoted}`,
    `"${(data.standards[0]?.id ?? '').replaceAll('"', '""')}",${quoted},,`,
  ];
  const files = new DataTransfer();
  files.items.add(new File([rows.join('\n')], `${payload}.csv`));
  return files;
}

/** The presentations, tools and panels of the analyst's workbench. */
async function everyTool(map: StandardsMap, data: Dataset, payload: string, look: (surface: string) => void): Promise<void> {
  const show = async (surface: string, selector: string): Promise<void> => {
    await loaded(map, selector);
    await drawn();
    look(surface);
  };
  const [first, second] = data.standards.map(({ id }) => id);
  map.restore({ filter: '', view: 'table', selected: [first, second] });
  await show('table', '[role=row] [role=gridcell]');
  await show('selection bar', '.selection-bar');
  for (const by of ['topic', 'committee']) {
    map.restore({ by, fields: 'id,title,sdo,committee,deliverable,topics,ics,aliases,url,sources', sort: '-title,id' });
    await show(`table by ${by}`, '[role=row] [role=gridcell]');
  }
  for (const lanes of ['sdo', 'committee', 'topic'] as const) {
    map.restore({ view: 'timeline', lanes, selected: [first] });
    await show(`timeline by ${lanes}`, '.lane-head');
    all(map, '.lane-head')[0]?.click();
    await show(`open lane of ${lanes}`, '.lane-head');
  }
  map.restore({ view: 'graph', selected: [first, second], panel: 'compare' });
  await show('compare', '.compare');
  map.restore({ panel: '', selected: [] });
  map.restore({ name: payload.slice(0, 190), sort: payload, fields: payload, by: payload, view: 'table' });
  await show('settings that say it', '[role=grid], [role=treegrid], table');
  map.restore({ view: 'graph', sort: '', fields: '', by: '' });
  for (const [tool, selector] of [
    ['views', '.saved-views'],
    ['export', '.export-form, .export'],
    ['files', '.files'],
  ] as const) {
    all(map, `[data-tool=${tool}]`)[0]?.click();
    await show(`the tool ${tool}`, selector);
    const naming = all(map, '.saved-views .naming')[0];
    if (naming instanceof HTMLFormElement) {
      for (const input of naming.querySelectorAll('input')) input.value = payload.slice(0, 190);
      naming.requestSubmit();
      await show('a view of that name', '.saved-views');
    }
  }
  for (const type of ['dragenter', 'drop'])
    map.dispatchEvent(new DragEvent(type, { dataTransfer: ownFile(data, payload), bubbles: true, cancelable: true }));
  await show('a file that says it', '.files tr, .files .refused, .files [role=alert]');
}

describe('dataset text', () => {
  for (const [name, payload] of Object.entries(PAYLOADS)) {
    for (const [where, every, least] of [
      ['every surface', everySurface, 18],
      ['every presentation and tool', everyTool, 13],
    ] as const) {
      it(`is inert in every field on ${where}: ${name}`, async () => {
        const data = poisoned(payload);
        const map = document.createElement('standards-map');
        Object.assign(map, { data, motion: 'none', label: payload });
        map.style.height = '540px';
        document.body.append(map);
        let surfaces = 0;
        await map.ready;
        expect(map.issues).to.deep.equal([]);
        const look = (surface: string): void => {
          surfaces += 1;
          if (map.shadowRoot) expect(findings(map.shadowRoot, payload), surface).to.deep.equal([]);
          expect(tripped(), surface).to.equal(false);
          const { width, height } = map.getBoundingClientRect();
          expect(Math.round(height), surface).to.equal(540);
          for (const inner of all(map, '.toolbar, .status, .chips, .detail, .legend, .filters')) {
            const own = inner.getBoundingClientRect();
            expect(own.left >= -1 && own.right <= width + 9, `${surface}: ${inner.className} is within`).to.equal(true);
            if (!inner.matches('.status .sources'))
              expect(inner.scrollWidth - inner.clientWidth, `${surface}: ${inner.className} is not too wide`).to.be.lessThan(2);
          }
          expect(map.scrollWidth, `${surface}: the map is not too wide`).to.be.at.most(Math.ceil(width));
          expect(document.documentElement.scrollWidth, `${surface}: the page is not too wide`).to.be.at.most(innerWidth);
          expect(all(map, '.stage')[0]?.clientHeight ?? 0, `${surface}: room for the drawing`).to.be.greaterThan(100);
        };
        await every(map, data, payload, look);
        expect(surfaces).to.be.greaterThan(least);
        map.remove();
        expect(tripped()).to.equal(false);
      });
    }

    it(`is inert in a message: ${name}`, async () => {
      const map = document.createElement('standards-map');
      const standards = [
        standard(payload, { topics: [payload], committees: [payload], url: payload, [payload]: payload }),
        standard(payload),
      ];
      Object.assign(map, { data: { ...dataset(), standards, [payload]: payload, title: 5 } });
      document.body.append(map);
      await new Promise((done) => map.addEventListener('standards-error', done, { once: true }));
      await map.updateComplete;
      expect(all(map, '.failed li').length).to.be.greaterThan(3);
      if (map.shadowRoot) expect(findings(map.shadowRoot, payload)).to.deep.equal([]);
      expect(map.scrollWidth).to.be.at.most(map.clientWidth);
      expect(tripped()).to.equal(false);
    });
  }

  it('would be found if it were not inert', () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    const raw = new DOMParser().parseFromString(
      `${PAYLOADS['an image that fails'] ?? ''}<a href="javascript:1">a</a><p class="x;y">`,
      'text/html',
    );
    root.append(...raw.body.childNodes);
    expect(findings(root, 'x;y').length).to.be.greaterThan(5);
  });
});
