import { expect } from '@open-wc/testing';
import '../../src/define.js';
import '../browser.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { storedZip } from '../../src/intake/zip.js';
import { writeCompact } from '../../src/model/compact.js';
import type { Dataset } from '../../src/model/dataset.js';
import { place } from '../../src/scene/place.js';
import { dataset, standard } from '../fixtures/small.js';

/** A map and what a reader does in it. */
class Reader {
  readonly map: StandardsMap = document.createElement('standards-map');
  /** Addresses that were asked for since the map stood. */
  readonly asked: string[] = [];
  readonly loaded: string[] = [];

  async begin(data: Dataset = place(dataset()), attributes: Readonly<Record<string, string>> = {}): Promise<void> {
    this.map.style.cssText = 'height: 640px; inline-size: 1200px';
    for (const [name, value] of Object.entries(attributes)) this.map.setAttribute(name, value);
    this.map.data = data;
    this.map.addEventListener('standards-load', ({ catalogue }) => this.loaded.push(catalogue.dataset.title));
    document.body.append(this.map);
    await this.map.ready;
    await this.map.updateComplete;
  }

  get root(): ShadowRoot {
    if (!this.map.shadowRoot) throw new Error('the map has no shadow root');
    return this.map.shadowRoot;
  }

  part(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`there is no ${selector} in ${this.text('.files')}`);
    return found;
  }

  text(selector: string): string {
    return (this.root.querySelector<HTMLElement>(selector)?.innerText ?? '').replace(/\s+/g, ' ').trim();
  }

  /** Waits for something to be there; fails with what is there instead. */
  async until(what: string, is: () => boolean): Promise<void> {
    for (let frame = 0; frame < 1200; frame++) {
      if (is()) return;
      await new Promise((done) => requestAnimationFrame(done));
    }
    throw new Error(`${what} did not come: ${this.text('.files') || this.text('.detail')}`);
  }

  async openTool(): Promise<void> {
    this.part('button.show-tools').click();
    this.part('[data-tool="files"]').click();
    await this.until('the panel', () => this.root.querySelector('.files input[type=file]') !== null);
  }

  /** Chooses a file as the dialogue of the browser does. */
  async choose(content: BlobPart, name: string): Promise<void> {
    const input = this.part('.files input[type=file]') as HTMLInputElement;
    input.files = transfer(content, name).files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settled();
  }

  drag(type: string, data: DataTransfer, target: EventTarget = this.part('.surface')): DragEvent {
    const event = new DragEvent(type, { dataTransfer: data, bubbles: true, composed: true, cancelable: true });
    target.dispatchEvent(event);
    return event;
  }

  /** The file was refused, or what comes of it is known. */
  async settled(): Promise<void> {
    await this.map.updateComplete;
    await this.until(
      'an answer',
      () =>
        this.root.querySelector('.files .refused, .files .badges, .files .doubt') !== null && !this.root.querySelector('.files progress'),
    );
  }

  select(name: string, value: string): void {
    const select = this.part(`.files select[name="${name}"]`) as HTMLSelectElement;
    select.value = value;
    expect(select.value, `${name} has no ${value}`).to.equal(value);
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  get ids(): readonly string[] {
    return this.map.catalogue?.standards.map(({ id }) => id) ?? [];
  }
}

function transfer(content: BlobPart, ...names: readonly string[]): DataTransfer {
  const data = new DataTransfer();
  for (const name of names) data.items.add(new File([content], name, { lastModified: Date.UTC(2026, 8, 15, 12) }));
  return data;
}

const SHIPPED = dataset().standards.map(({ id }) => id);
const CSV = [
  'Smart city list of our own;;;',
  'Référence;Intitulé;Statut;Sujets',
  'ISO 39999:2026;Un nouveau titre;Publiée;energy',
  'ISO 37122:2019;Another title;Publiée;',
  'not a designation;x;;',
  'ISO 39998;Ein neuer Titel;vielleicht;mobility',
].join('\r\n');

describe('files of the reader', () => {
  let reader: Reader;
  beforeEach(() => {
    reader = new Reader();
  });
  afterEach(() => {
    reader.map.remove();
  });

  it('FI1 a table that is chosen is shown beside what is there, with its day and its problems', async () => {
    await reader.begin();
    const before = reader.map.catalogue?.standard('ISO 37122');
    await reader.openTool();
    await reader.choose(CSV, 'own.csv');
    expect(reader.text('.files .badges')).to.match(/4 rows.*2 new standards.*1 on the map already.*1 rows left out.*1 differences/);
    expect(reader.text('.files .row-problems')).to.contain('Row 5, Référence Left out “not a designation” is no designation.');
    expect(reader.text('.files .row-problems')).to.contain('Row 6, Statut Taken without the cell “vielleicht” is no known status.');
    expect(reader.ids, 'nothing is shown before it is asked for').to.deep.equal(SHIPPED);
    reader.part('.files .apply').click();
    await reader.until('the file', () => reader.ids.length === SHIPPED.length + 2);
    await reader.until('its picture', () => reader.map.matches(':state(ready)'));
    expect(reader.ids).to.deep.equal([...SHIPPED, 'ISO 39999', 'ISO 39998']);
    expect(reader.text('.status')).to.match(/own\.csv Sep 15, 2026/);
    expect(reader.loaded).to.have.lengthOf(2);
    const record = reader.map.catalogue?.standard('ISO 37122');
    expect(record?.title).to.equal(before?.title);
    expect(record?.xy).to.deep.equal(before?.xy);
    expect(record?.conflicts?.map(({ field, otherValue }) => [field, otherValue])).to.deep.equal([['title', 'Another title']]);
    reader.map.selected = 'ISO 37122';
    await reader.until('the record', () => reader.text('.detail').includes('Sources disagree'));
    expect(reader.text('.detail')).to.contain('own.csv');
  });

  it('FI2 instead of what is there, and back again without asking anybody', async () => {
    await reader.begin();
    const { data } = reader.map;
    reader.map.filter = 'sdo:itu-t';
    await reader.openTool();
    await reader.choose(CSV, 'own.csv');
    reader.part('.files input[value=instead]').click();
    reader.part('.files .apply').click();
    await reader.until('the file', () => reader.ids.length === 3);
    expect(reader.ids).to.deep.equal(['ISO 37122', 'ISO 39999', 'ISO 39998']);
    expect(reader.map.visible, 'the filter of before would hide them').to.have.lengthOf(3);
    expect(reader.map.data, 'what the page asked for is as it was').to.equal(data);
    await reader.until('the way back', () => reader.root.querySelector('.files .take-back') !== null);
    reader.part('.files .take-back').click();
    await reader.until('the data of the page', () => reader.ids.length === SHIPPED.length);
    expect(reader.ids).to.deep.equal(SHIPPED);
    expect(reader.map.filter).to.equal('sdo:itu-t');
    expect(reader.text('.status')).not.to.contain('own.csv');
  });

  it('FI3 a file that is dropped anywhere on the map opens; text that is dragged does nothing', async () => {
    await reader.begin();
    const words = new DataTransfer();
    words.setData('text/plain', 'ISO 37122');
    expect(reader.drag('dragenter', words).defaultPrevented).to.equal(false);
    const data = transfer(CSV, 'own.csv');
    expect(reader.drag('dragenter', data).defaultPrevented).to.equal(true);
    expect(reader.drag('dragover', data).defaultPrevented).to.equal(true);
    await reader.map.updateComplete;
    expect(reader.text('.dropping')).to.equal('Drop the file to open it');
    reader.drag('dragleave', data);
    await reader.map.updateComplete;
    expect(reader.root.querySelector('.dropping')).to.equal(null);
    expect(reader.drag('drop', data).defaultPrevented).to.equal(true);
    await reader.settled();
    expect(reader.text('.files .file-name')).to.contain('own.csv');
    expect(reader.root.querySelector('.dropping')).to.equal(null);
  });

  it('FI3 several files at once are refused in a sentence', async () => {
    await reader.begin();
    reader.drag('drop', transfer(CSV, 'one.csv', 'two.csv'));
    await reader.map.updateComplete;
    expect(reader.text('.notices')).to.contain('2 files were dropped. Expected one');
    expect(reader.root.querySelector('.files')).to.equal(null);
  });

  it('FI3 a page that leaves out the toolbar takes no files', async () => {
    await reader.begin(place(dataset()), { without: 'toolbar' });
    expect(reader.drag('drop', transfer(CSV, 'own.csv')).defaultPrevented).to.equal(false);
  });

  it('FI4 nothing leaves the page: no request, no script, no markup of the file', async () => {
    await reader.begin();
    await reader.openTool();
    const asked: string[] = [];
    const fetch = window.fetch.bind(window);
    const Request = window.XMLHttpRequest;
    window.fetch = (address) => {
      asked.push(`fetch ${address instanceof window.Request ? address.url : String(address)}`);
      return Promise.reject(new TypeError('no'));
    };
    window.XMLHttpRequest = class extends Request {
      override open(...[method, address]: readonly unknown[]): void {
        asked.push(`${String(method)} ${String(address)}`);
      }
    };
    const sendBeacon = (address: string): boolean => asked.push(`beacon ${address}`) > 0;
    Object.defineProperty(navigator, 'sendBeacon', { value: sendBeacon, configurable: true });
    const before = performance.getEntriesByType('resource').length;
    const hostile = '<img src=x onerror="window.wasRun = true">';
    try {
      await window.fetch('detector').catch(() => undefined);
      new XMLHttpRequest().open('GET', 'detector');
      navigator.sendBeacon('detector');
      expect(asked, 'the detector itself').to.deep.equal(['fetch detector', 'GET detector', 'beacon detector']);
      await reader.choose(
        `Reference;${hostile};Title;Topics;Link\nISO 39999;${hostile};${hostile};energy;javascript:alert(1)\n${hostile};;;;\n`,
        `${hostile}.csv`,
      );
      reader.part('.files .apply').click();
      await reader.until('the file', () => reader.ids.length === SHIPPED.length + 1);
      reader.map.selected = 'ISO 39999';
      await reader.until('the record', () => reader.text('.detail').includes('onerror'));
    } finally {
      window.fetch = fetch;
      window.XMLHttpRequest = Request;
      Reflect.deleteProperty(navigator, 'sendBeacon');
    }
    expect(asked.slice(3)).to.deep.equal([]);
    const own = performance
      .getEntriesByType('resource')
      .slice(before)
      .filter(({ name }) => !/\.(?:ts|js|mjs)(?:\?|$)|\/node_modules\/|\/@/.test(name));
    expect(own.map(({ name }) => name)).to.deep.equal([]);
    expect('wasRun' in window).to.equal(false);
    expect(reader.root.querySelector('img')).to.equal(null);
    expect([...reader.root.querySelectorAll('a')].filter(({ href }) => href.startsWith('javascript'))).to.have.lengthOf(0);
  });

  it('FI5 every bad file is one sentence and leaves the map as it was', async () => {
    await reader.begin();
    await reader.openTool();
    const big = new File([], 'huge.csv');
    Object.defineProperty(big, 'size', { value: 100_000_000 });
    const bad: readonly (readonly [BlobPart, string, string])[] = [
      ['%PDF-1.7', 'list.csv', 'list.csv is a PDF, whatever its name says.'],
      ['', 'list.xlsx', 'list.xlsx is empty'],
      [Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old.xls', 'old.xls is a workbook of the old kind (XLS)'],
      [
        storedZip([{ name: 'content.xml', bytes: new Uint8Array(3) }]),
        'list.ods',
        'list.ods is an OpenDocument file (ODS). Save it as XLSX or CSV',
      ],
      ['Reference;Title\n', 'list.csv', 'list.csv has names of columns and no row below them.'],
      ['{"format": "standards-map", "version": 2}', 'mine.json', 'mine.json is no dataset that can be shown'],
    ];
    for (const [content, name, sentence] of bad) {
      await reader.choose(content, name);
      await reader.until(sentence, () => reader.text('.files .refused').includes(sentence));
      expect(reader.ids).to.deep.equal(SHIPPED);
    }
    const data = { types: ['Files'], files: [big] };
    const event = new DragEvent('drop', { bubbles: true, composed: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: data });
    reader.part('.surface').dispatchEvent(event);
    await reader.until('the sentence', () => reader.text('.files .refused').includes('huge.csv has 100 MB. Expected at most 64 MB'));
    expect(reader.map.matches(':state(ready)')).to.equal(true);
    expect(reader.loaded).to.have.lengthOf(1);
  });

  it('FI6 what the columns say can be changed, and the counts follow', async () => {
    await reader.begin();
    await reader.openTool();
    await reader.choose('Foo;Bar;Baz\nISO 39999;A title of some length;energy\nISO 39998;Another title of some length;\n', 'own.csv');
    await reader.until('two rows', () => reader.text('.files .badges').includes('1 new standards'));
    (reader.part('.files details.how') as HTMLDetailsElement).open = true;
    expect((reader.part('select[name=reference]') as HTMLSelectElement).value).to.equal('0');
    expect(reader.text('.files .field:has(select[name=reference])')).to.contain('please check');
    reader.select('topic', 'mobility');
    await reader.until('both', () => reader.text('.files .badges').includes('2 new standards'));
    reader.select('topics', '');
    await reader.settled();
    expect((reader.part('select[name=topics]') as HTMLSelectElement).value).to.equal('');
    expect(reader.text('.files .badges')).to.contain('2 new standards');
    reader.part('.files .apply').click();
    await reader.until('the file', () => reader.ids.length === SHIPPED.length + 2);
    expect(reader.map.catalogue?.standard('ISO 39998')?.topics).to.deep.equal(['mobility']);
  });

  it('FI6 an encoding that was guessed is told, and another one can be chosen', async () => {
    await reader.begin();
    await reader.openTool();
    const arabic = Uint8Array.from([
      ...new TextEncoder().encode('Reference;Title;Topics\nISO 39999;'),
      0xe3,
      0xcf,
      0xe4,
      0x20,
      0xd0,
      0xdf,
      0xed,
      0xc9,
      ...new TextEncoder().encode(';energy\n'),
    ]);
    await reader.choose(arabic, 'own.csv');
    expect(reader.text('.files .doubt')).to.contain('was read as Windows-1252');
    reader.select('encoding', 'windows-1256');
    await reader.until('Arabic', () => reader.text('.files .preview').includes('مدن ذكية'));
    await reader.settled();
    expect(reader.root.querySelector('.files .doubt')).to.equal(null);
  });

  it('FI7 the button can be reached and worked by keys, and the panel closed', async () => {
    await reader.begin();
    await reader.openTool();
    const input = reader.part('.files input[type=file]') as HTMLInputElement;
    input.focus();
    expect(reader.root.activeElement).to.equal(input);
    expect(getComputedStyle(input).visibility).to.equal('visible');
    await reader.choose(CSV, 'own.csv');
    const focusable = [...reader.root.querySelectorAll<HTMLElement>('.files :is(button, input, select, summary, [tabindex="0"])')].filter(
      (one) => one.checkVisibility(),
    );
    for (const one of focusable) {
      one.focus();
      expect(reader.root.activeElement, one.textContent.slice(0, 80)).to.equal(one.matches(':disabled') ? reader.root.activeElement : one);
    }
    expect(focusable.length).to.be.greaterThan(8);
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    reader.part('.detail header .icon').click();
    await reader.map.updateComplete;
    expect(reader.root.querySelector('.files')).to.equal(null);
  });

  it('FI8 a dataset is opened whatever its form, beside and instead', async () => {
    await reader.begin();
    await reader.openTool();
    const own = dataset({
      title: 'Mine',
      standards: [standard('ISO 37122', { title: 'Another', topics: ['assessment'] }), standard('ISO 39999')],
      findings: [],
    });
    for (const [content, name] of [
      [JSON.stringify(own), 'mine.json'],
      [writeCompact(place(own)).slice(), 'mine.smc'],
    ] as const) {
      await reader.choose(content, name);
      expect(reader.text('.files .badges'), reader.text('.files .refused')).to.match(
        /2 standards in the file 1 new standards 1 on the map already/,
      );
    }
    reader.part('.files .apply').click();
    await reader.until('one more', () => reader.ids.length === SHIPPED.length + 1);
    await reader.choose(JSON.stringify(own), 'mine.json');
    reader.part('.files input[value=instead]').click();
    reader.part('.files .apply').click();
    await reader.until('two', () => reader.ids.length === 2);
    expect(reader.map.catalogue?.dataset.title).to.equal('Mine');
  });

  it('FI9 another dataset of the page waits until the file is taken back', async () => {
    await reader.begin();
    await reader.openTool();
    await reader.choose(CSV, 'own.csv');
    reader.part('.files .apply').click();
    await reader.until('the file', () => reader.ids.length === SHIPPED.length + 2);
    reader.map.data = place(dataset({ title: 'Of the page', standards: [standard('ISO 1')], findings: [] }));
    await reader.map.updateComplete;
    expect(reader.ids).to.have.lengthOf(SHIPPED.length + 2);
    await reader.until('the way back', () => reader.root.querySelector('.files .take-back') !== null);
    reader.part('.files .take-back').click();
    await reader.until('the new data of the page', () => reader.ids.length === 1);
    expect(reader.ids).to.deep.equal(['ISO 1']);
  });

  it('FI10 a read is given up with the map, and a map that comes back takes files again', async () => {
    await reader.begin();
    await reader.openTool();
    const input = reader.part('.files input[type=file]') as HTMLInputElement;
    input.files = transfer(`${CSV}\r\n${'ISO 39997;x;;energy\r\n'.repeat(50_000)}`, 'long.csv').files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    reader.map.remove();
    document.body.append(reader.map);
    await reader.until('the panel', () => reader.root.querySelector('.files input[type=file]') !== null);
    reader.drag('drop', transfer(CSV, 'own.csv'));
    await reader.settled();
    expect(reader.text('.files .file-name')).to.contain('own.csv');
  });
});
