import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import type { Dataset, Point } from '../../src/model/dataset.js';
import { drawn } from '../browser.js';
import { dataset, standard } from '../fixtures/small.js';
import { watchWorkers, type Watch } from './workers.js';

const base = location.pathname + location.search;
let watch: Watch;

/** The small landscape with places for seed 1 that no layout would find: in rows of eight. */
function standing(given: Partial<Dataset> = {}): Dataset {
  const { sdos, committees, topics, standards, ...rest } = dataset(given);
  let at = 0;
  const placed = <T>(records: readonly T[]): (T & { xy: Point })[] =>
    records.map((record) => ({ ...record, xy: [60 * (at % 8), 60 * Math.floor(at++ / 8)] }));
  return {
    ...rest,
    layoutSeed: 1,
    sdos: placed(sdos),
    committees: placed(committees),
    topics: placed(topics),
    standards: placed(standards),
  };
}

/** Thirty standards on two topics, placed the same way. */
const many = (): Dataset =>
  standing({
    standards: Array.from({ length: 30 }, (_, i) => standard(`ISO ${String(i + 1)}`, { topics: [i % 2 === 0 ? 'energy' : 'assessment'] })),
  });

function create(given: object = {}): StandardsMap {
  const element = document.createElement('standards-map');
  element.style.cssText = 'width: 790px; height: 560px';
  Object.assign(element, { data: standing(), motion: 'none', ...given });
  document.body.append(element);
  return element;
}

const within = (element: StandardsMap, selector: string): HTMLElement => {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in the map`);
  return found;
};
const note = (element: StandardsMap): string => within(element, '.arranged').textContent.replace(/\s+/g, ' ').trim();
const button = (element: StandardsMap, name: string): HTMLButtonElement | undefined =>
  [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((b) => (b.getAttribute('aria-label') ?? b.textContent.trim()) === name);
const press = async (element: StandardsMap, name: string): Promise<void> => {
  const found = button(element, name);
  if (!found) throw new Error(`no button is called ${name}`);
  found.click();
  await element.updateComplete;
};

/** Waits for what a test is about; its own limit ends it when that never comes. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await drawn();
}

type Places = ReadonlyMap<string, readonly [number, number]>;

/** Places of standards in view in layout units, to about half a unit, by name: from the SVG, whose marks carry their names. */
async function places(element: StandardsMap): Promise<Places> {
  // Nobody has moved it yet: the camera of the first picture is not told
  if (!element.state.camera) element.restore({ camera: { x: 210, y: 150, k: 0.8 } });
  // Size and camera arrive with frames, as many as the browser needs: read once nothing changes any more
  const seen = (): string => element.toSVG() + JSON.stringify(element.state.camera);
  let [last, same] = ['', 0];
  while (same < 2) {
    const now = seen();
    same = now === last ? same + 1 : 0;
    last = now;
    await drawn();
  }
  const picture = new DOMParser().parseFromString(element.toSVG(), 'image/svg+xml');
  const [, , width = 0, height = 0] = (picture.documentElement.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const { x, y, k } = element.state.camera ?? { x: NaN, y: NaN, k: NaN };
  return new Map(
    [...picture.querySelectorAll('.marks circle')].map((mark) => [
      mark.textContent,
      [(Number(mark.getAttribute('cx')) - width / 2) / k + x, (Number(mark.getAttribute('cy')) - height / 2) / k + y],
    ]),
  );
}

/** Farthest that a record of both pictures has moved, layout units. */
function displacement(before: Places, after: Places): number {
  const both = [...before].filter(([id]) => after.has(id));
  expect(both.length, 'records in both pictures').to.be.greaterThan(0);
  return Math.max(...both.map(([id, [x, y]]) => Math.hypot(x - (after.get(id)?.[0] ?? 0), y - (after.get(id)?.[1] ?? 0))));
}

beforeEach(() => {
  watch = watchWorkers();
});
afterEach(() => {
  watch.restore();
  for (const map of document.querySelectorAll('standards-map')) map.remove();
  history.replaceState(null, '', base);
});

describe('A1 group', () => {
  it('is an attribute, a property, a part of the state and of the address, and a choice beside the colour', async () => {
    const element = create();
    expect(element.group).to.equal('sdo');
    await element.ready;
    element.setAttribute('group', 'topic');
    expect([element.group, element.state.group]).to.deep.equal(['topic', 'topic']);
    const label = [...within(element, '[part=legend]').querySelectorAll('label')].find((l) => l.textContent.trim().startsWith('Group by'));
    const select = label?.querySelector('select');
    await element.updateComplete;
    expect(select?.value).to.equal('topic');
    if (select) select.value = 'status';
    select?.dispatchEvent(new Event('change'));
    expect(element.group).to.equal('status');
    await element.updateComplete;
    expect(select?.value).to.equal('status');
    element.remove();
    expect(location.hash).to.equal('#map.group=status');
    const again = create();
    await again.ready;
    expect(again.group).to.equal('status');
  });

  it('that is none leaves the map as it was', async () => {
    const element = create({ group: 'role' });
    for (const wrong of ['planet', '', null, 3, {}]) {
      element.group = wrong as 'role';
      expect(element.group).to.equal('role');
    }
    await element.ready;
    expect(note(element)).to.equal('');
  });

  it('changes colours, legend and what is visible in nothing', async () => {
    const element = create();
    await element.ready;
    const legend = (): string[] =>
      [...within(element, '[part=legend]').querySelectorAll('li')].map((li) => li.textContent.replace(/\s+/g, ' '));
    const [before, visible] = [legend(), element.visible];
    element.group = 'topic';
    await until(() => note(element) === 'Arranged by topic');
    expect(legend()).to.deep.equal(before);
    expect(element.visible).to.deep.equal(visible);
  });
});

describe('A2 another grouping', () => {
  it('leaves the picture as it is while places are looked for, says so politely, and then moves the marks', async () => {
    const element = create();
    await element.ready;
    await drawn();
    const before = element.toSVG();
    watch.behaviour = 'silent';
    element.group = 'topic';
    await element.updateComplete;
    expect(note(element)).to.equal('Arranging by topic…');
    expect(within(element, '.arranged [role=status]').textContent.trim()).to.equal('Arranging by topic…');
    await drawn();
    expect(element.toSVG() === before, 'the same picture').to.equal(true);
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(element.matches(':state(loading)')).to.equal(false);
    expect(element.shadowRoot?.querySelector('.waiting')).to.equal(null);
    watch.behaviour = 'sound';
    element.group = 'role';
    await until(() => note(element) === 'Arranged by role');
    expect(element.toSVG() === before, 'the same picture').to.equal(false);
  });

  it('of a newer wish ends the older one', async () => {
    const element = create();
    await element.ready;
    watch.behaviour = 'silent';
    element.group = 'topic';
    await element.updateComplete;
    await until(() => watch.started.length === 1);
    watch.behaviour = 'sound';
    element.group = 'role';
    await until(() => note(element) === 'Arranged by role');
    expect(watch.started).to.have.length(2);
    expect(watch.ended.size).to.equal(2);
  });

  it('that was there before is there at once, to the same place, without another layout', async () => {
    const element = create();
    await element.ready;
    const first = await places(element);
    element.group = 'topic';
    await until(() => note(element) === 'Arranged by topic');
    await drawn();
    const topics = await places(element);
    expect(displacement(first, topics)).to.be.greaterThan(20);
    const layouts = watch.started.length;
    element.group = 'sdo';
    await element.updateComplete;
    await drawn();
    expect(note(element)).to.equal('Arranged by SDO');
    expect(displacement(first, await places(element))).to.be.lessThan(1);
    element.group = 'topic';
    await element.updateComplete;
    await drawn();
    expect(note(element)).to.equal('Arranged by topic');
    expect(displacement(topics, await places(element))).to.be.lessThan(1);
    expect(watch.started).to.have.length(layouts);
  });

  it('brings all of it into view, or keeps what is selected there; a camera that was asked for along with it stays', async () => {
    const element = create({ data: many() });
    await element.ready;
    element.restore({ camera: { x: 0, y: 0, k: 4 } });
    expect((await places(element)).size).to.be.lessThan(element.visible.length);
    element.group = 'topic';
    await until(() => note(element) === 'Arranged by topic');
    const all = [...(await places(element)).keys()].filter((id) => element.visible.includes(id));
    expect(all).to.have.length(element.visible.length);
    element.restore({ group: 'sdo', camera: { x: 7, y: 8, k: 0.5 } });
    await until(() => note(element) === 'Arranged by SDO');
    await drawn();
    expect(element.state.camera).to.deep.equal({ x: 7, y: 8, k: 0.5 });
    element.selected = 'ISO 17';
    await element.updateComplete;
    element.restore({ camera: { x: 0, y: 0, k: 3 } });
    element.group = 'topic';
    await until(() => note(element) === 'Arranged by topic');
    await drawn();
    expect([...(await places(element)).keys()]).to.include('ISO 17');
    expect(element.state.camera?.k).to.equal(3);
  });

  it('that fails leaves the picture, says why, and can be tried again', async () => {
    const element = create();
    let failed = false;
    element.addEventListener('standards-error', () => (failed = true));
    await element.ready;
    await drawn();
    const before = element.toSVG();
    watch.behaviour = 'failing';
    element.group = 'topic';
    await until(() => note(element).includes('failed'));
    expect(note(element)).to.contain('the map stays as it was').and.to.contain('no memory is left');
    expect(element.toSVG() === before, 'the same picture').to.equal(true);
    expect([failed, element.matches(':state(error)'), element.matches(':state(ready)')]).to.deep.equal([false, false, true]);
    expect(element.shadowRoot?.querySelector('[role=alert]')).to.equal(null);
    await press(element, 'Try again');
    await until(() => note(element).includes('failed'));
    watch.behaviour = 'sound';
    await press(element, 'Try again');
    await until(() => note(element) === 'Arranged by topic');
    expect(button(element, 'Try again')).to.equal(undefined);
    expect(element.toSVG() === before, 'the same picture').to.equal(false);
  });
});

describe('A3 movement', () => {
  /** Share of pixels of the canvas that differ from those of another moment. */
  const pixels = (element: StandardsMap): Uint8ClampedArray => {
    const canvas = within(element, '.surface canvas') as HTMLCanvasElement;
    return canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
  };
  const same = (a: Uint8ClampedArray, b: Uint8ClampedArray): boolean => a.length === b.length && a.every((value, i) => value === b[i]);

  /** How many different pictures are seen from the new places on until nothing changes any more for ten frames. */
  async function seen(element: StandardsMap): Promise<number> {
    const layout = note(element);
    element.restore({ group: 'topic', camera: element.state.camera });
    await until(() => note(element) !== layout && note(element) === 'Arranged by topic');
    let [last, count, still] = [pixels(element), 0, 0];
    while (still < 10) {
      await new Promise(requestAnimationFrame);
      const now = pixels(element);
      if (same(last, now)) still++;
      else [count, still, last] = [count + 1, 0, now];
    }
    return count;
  }

  it('goes through places in between', async () => {
    const element = create({ motion: 'auto' });
    await element.ready;
    await drawn();
    expect(await seen(element)).to.be.greaterThan(2);
  });

  it('is none where motion is not wanted: the next picture is the last', async () => {
    const element = create({ motion: 'none' });
    await element.ready;
    await drawn();
    expect(await seen(element)).to.be.lessThan(2);
  });
});

describe('A4 a first picture that cannot be laid out', () => {
  const unplaced = (): Dataset => dataset();

  it('ends in a message with a button that tries again, and then stands', async () => {
    watch.behaviour = 'failing';
    const element = create({ data: unplaced() });
    const event = await new Promise<Event & { kind?: string }>((done) => {
      element.addEventListener('standards-error', done, { once: true });
    });
    expect(event.kind).to.equal('schema');
    await element.updateComplete;
    expect(within(element, '[role=alert]').textContent).to.contain('no memory is left');
    expect(element.matches(':state(error)')).to.equal(true);
    watch.behaviour = 'sound';
    await press(element, 'Try again');
    expect(element.matches(':state(error)')).to.equal(false);
    expect(within(element, '.waiting [role=status]').textContent).to.contain('Arranging the map');
    await element.ready;
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(element.shadowRoot?.querySelector('[role=alert]')).to.equal(null);
  });

  it('because its layout hangs ends the same way', async () => {
    // The waits of the watchdog pass at once; all other timers keep their time.
    const own = window.setTimeout.bind(window);
    window.setTimeout = ((act: () => void, ms = 0) => own(act, ms >= 5000 ? 1 : ms)) as typeof setTimeout;
    watch.behaviour = 'silent';
    const element = create({ data: unplaced() });
    await new Promise((done) => {
      element.addEventListener('standards-error', done, { once: true });
    });
    window.setTimeout = own;
    await element.updateComplete;
    expect(within(element, '[role=alert]').textContent).to.contain('said nothing');
    expect([...watch.started].every((worker) => watch.ended.has(worker))).to.equal(true);
    watch.behaviour = 'sound';
    await press(element, 'Try again');
    await element.ready;
  });

  it('because the map was taken out is laid out when it comes back', async () => {
    watch.behaviour = 'silent';
    const element = create({ data: unplaced() });
    await until(() => watch.started.length === 1);
    element.remove();
    await drawn();
    expect(watch.ended.size).to.equal(1);
    watch.behaviour = 'sound';
    document.body.append(element);
    await element.ready;
    expect(watch.ended.size).to.equal(watch.started.length);
  });
});

describe('A5 an arrangement of what is shown', () => {
  it('is the choice of the reader, and can be taken back', async () => {
    const element = create({ data: many(), filter: 'topic:energy' });
    await element.ready;
    await drawn();
    const before = await places(element);
    expect(before.size).to.equal(15);
    expect(button(element, 'Original arrangement')).to.equal(undefined);
    await press(element, 'Re-arrange what is shown');
    await until(() => note(element) === 'Re-arranged');
    await drawn();
    expect(displacement(before, await places(element))).to.be.greaterThan(5);
    await press(element, 'Original arrangement');
    await drawn();
    expect(displacement(before, await places(element))).to.be.lessThan(1);
    expect(button(element, 'Original arrangement')).to.equal(undefined);
  });

  it('stays as it is under every filter that comes after it', async () => {
    const element = create({ data: many(), filter: 'topic:energy' });
    await element.ready;
    await element.rearrange();
    await element.updateComplete;
    await drawn();
    const arranged = await places(element);
    const camera = element.state.camera;
    for (const filter of ['', 'topic:assessment', 'topic:energy']) {
      element.filter = filter;
      await element.updateComplete;
      await drawn();
      expect(element.state.camera).to.deep.equal(camera);
      if (filter !== 'topic:assessment') expect(displacement(arranged, await places(element))).to.be.lessThan(0.1);
    }
  });

  it('by a method: a promise that fails with the layout, and methods that do nothing before there is a map', async () => {
    const element = create({ data: null });
    await element.rearrange();
    element.resetArrangement();
    element.data = many();
    await element.ready;
    await drawn();
    const before = element.toSVG();
    watch.behaviour = 'failing';
    let why = '';
    await element.rearrange().catch((error: unknown) => (why = String(error)));
    expect(why).to.contain('no memory is left');
    await element.updateComplete;
    expect(note(element)).to.contain('the map stays as it was');
    expect(element.toSVG() === before, 'the same picture').to.equal(true);
    element.resetArrangement();
    await element.updateComplete;
    expect(note(element)).not.to.contain('failed');
  });

  it('is not in the address', async () => {
    const element = create({ data: many() });
    await element.ready;
    const hash = (): string => {
      element.remove();
      document.body.append(element);
      return location.hash;
    };
    const before = hash();
    await element.updateComplete;
    await element.rearrange();
    await element.updateComplete;
    expect(hash()).to.equal(before);
  });
});

describe('A6 a replaced dataset', () => {
  it('that ships no places keeps what stays where it stands', async () => {
    const element = create({ filter: '' });
    await element.ready;
    await drawn();
    const before = await places(element);
    const { layoutSeed, ...rest } = standing();
    const bare = <T extends object>(records: readonly T[]): T[] => records.map((record) => ({ ...record, xy: undefined }));
    expect(layoutSeed).to.equal(1);
    element.data = JSON.parse(
      JSON.stringify({
        ...rest,
        sdos: bare(rest.sdos),
        committees: bare(rest.committees),
        topics: bare(rest.topics),
        standards: [...bare(rest.standards).filter(({ id }) => id !== 'ITU-T Y.4000'), standard('ISO 1')],
      }),
    ) as Dataset;
    await until(() => element.catalogue?.standard('ISO 1') !== undefined && element.matches(':state(ready)'));
    await drawn();
    const after = await places(element);
    expect([...before.keys()]).to.include('ITU-T Y.4000');
    expect([...after.keys()])
      .to.include('ISO 1')
      .and.not.to.include('ITU-T Y.4000');
    expect(displacement(before, after)).to.be.lessThan(0.5);
  });
});

describe('A7 the controls', () => {
  it('are reached by keys, carry names, and have no fault that axe finds', async () => {
    const element = create();
    await element.ready;
    await element.rearrange();
    element.group = 'topic';
    await until(() => note(element) === 'Arranged by topic');
    await element.rearrange();
    await element.updateComplete;
    button(element, 'Original arrangement')?.focus();
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot?.activeElement?.getAttribute('aria-label')).to.equal('Re-arrange what is shown');
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot?.activeElement?.getAttribute('aria-label')).to.equal('Zoom in');
    button(element, 'Original arrangement')?.focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(button(element, 'Original arrangement')).to.equal(undefined);
    // What is folded away has no size to speak of
    element.shadowRoot?.querySelector('.legend')?.setAttribute('open', '');
    await element.updateComplete;
    for (const control of element.shadowRoot?.querySelectorAll('.zoom button, .legend select') ?? []) {
      const { width, height } = control.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.greaterThanOrEqual(24);
    }
    await expect(element).to.be.accessible();
  });
});
