import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import '../../src/define.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import type { Dataset, Point, Standard } from '../../src/model/dataset.js';
import { drawn } from '../browser.js';
import { dataset, standard } from '../fixtures/small.js';

const base = location.pathname + location.search;

/** A landscape of standards in rows, far from the groups they belong to, with places for seed 1. */
function standing(count: number, given: Partial<Dataset> = {}): Dataset {
  const small = dataset();
  const perRow = Math.ceil(Math.sqrt(count));
  const groups = <T>(records: readonly T[], y: number): (T & { xy: Point })[] =>
    records.map((record, i) => ({ ...record, xy: [90 * i, y] }));
  return {
    ...small,
    layoutSeed: 1,
    sdos: groups(small.sdos, -60),
    committees: groups(small.committees, -120),
    topics: groups(small.topics, -180),
    standards: Array.from({ length: count }, (_, i) => ({
      ...standard(`ISO ${String(i + 1)}`),
      xy: [50 * (i % perRow), 40 + 50 * Math.floor(i / perRow)] satisfies Point,
    })),
    ...given,
  };
}

async function create(count = 12, given: object = {}): Promise<StandardsMap> {
  const element = document.createElement('standards-map');
  element.style.cssText = 'position: fixed; inset: 0; inline-size: 790px; block-size: 590px; aspect-ratio: auto; min-block-size: 0';
  Object.assign(element, { data: standing(count), motion: 'none', loading: 'eager', without: 'filters legend', ...given });
  document.body.append(element);
  await element.ready;
  await drawn();
  return element;
}

const part = (element: StandardsMap, selector: string): HTMLElement => {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in the map`);
  return found;
};
const button = (element: StandardsMap, name: string): HTMLButtonElement | undefined =>
  [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((b) => (b.getAttribute('aria-label') ?? b.textContent.trim()) === name);
const press = async (element: StandardsMap, name: string): Promise<void> => {
  const found = button(element, name);
  if (!found) throw new Error(`no button is called ${name}`);
  found.click();
  await element.updateComplete;
};
const textOf = (element: StandardsMap, selector: string): string => part(element, selector).textContent.replace(/\s+/g, ' ').trim();
const LASSO = 'Select with a lasso';

/** Where a record stands on the page, CSS px, as the SVG of what is shown says. */
function place(element: StandardsMap, id: string): readonly [x: number, y: number] {
  const { left, top } = part(element, '.surface').getBoundingClientRect();
  const picture = new DOMParser().parseFromString(element.toSVG(), 'image/svg+xml');
  const mark = [...picture.querySelectorAll('.marks title')].find((title) => title.textContent === id)?.parentElement;
  if (mark?.tagName === 'circle') return [left + Number(mark.getAttribute('cx')), top + Number(mark.getAttribute('cy'))];
  const corners = (mark?.getAttribute('d')?.match(/-?[\d.]+/g) ?? []).map(Number);
  const mean = (axis: number): number => corners.filter((_, i) => i % 2 === axis).reduce((sum, one) => sum + one, 0) / (corners.length / 2);
  return [left + mean(0), top + mean(1)];
}
/** @param x @param y on the page */
function point(element: StandardsMap, type: string, x: number, y: number, more: PointerEventInit = {}): void {
  const init = {
    pointerId: 1,
    pointerType: 'mouse',
    clientX: x,
    clientY: y,
    buttons: type === 'pointerup' ? 0 : 1,
    bubbles: true,
    ...more,
  };
  part(element, '.surface').dispatchEvent(new PointerEvent(type, init));
}
async function drag(element: StandardsMap, id: string, dx: number, dy: number): Promise<void> {
  const [x, y] = place(element, id);
  point(element, 'pointerdown', x, y);
  point(element, 'pointermove', x + dx, y + dy);
  point(element, 'pointerup', x + dx, y + dy);
  await element.updateComplete;
  await drawn();
}
/** Draws a lasso around a rectangle of the page. */
async function lasso(
  element: StandardsMap,
  left: number,
  top: number,
  right: number,
  bottom: number,
  more: PointerEventInit,
): Promise<void> {
  point(element, 'pointerdown', left, top, more);
  point(element, 'pointermove', right, top, more);
  point(element, 'pointermove', right, bottom, more);
  point(element, 'pointermove', left, bottom, more);
  point(element, 'pointerup', left, bottom, more);
  await element.updateComplete;
}
/** Around the first three standards of the first row. */
async function lassoThree(element: StandardsMap, more: PointerEventInit): Promise<void> {
  const [[left, top], [right]] = [place(element, 'ISO 1'), place(element, 'ISO 3')];
  await lasso(element, left - 12, top - 12, right + 12, top + 12, more);
}
const close = (a: readonly number[], b: readonly number[]): void => {
  expect(Math.hypot((a[0] ?? NaN) - (b[0] ?? NaN), (a[1] ?? NaN) - (b[1] ?? NaN))).to.be.lessThan(0.5);
};

beforeEach(() => {
  history.replaceState(null, '', base);
});
afterEach(async () => {
  for (const map of document.querySelectorAll('standards-map')) map.remove();
  history.replaceState(null, '', base);
  await resetMouse();
});

describe('HA1 a record that is dragged', () => {
  it('stays where the mouse lets it go, is told, and says in its panel that it was placed by hand; it can go back', async () => {
    const element = await create();
    const [x, y] = place(element, 'ISO 7').map(Math.round) as [number, number];
    const selects: string[] = [];
    element.addEventListener('standards-select', () => selects.push(element.selected));
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x + 30, y + 10] });
    await sendMouse({ type: 'move', position: [x + 60, y + 35] });
    await sendMouse({ type: 'up' });
    await element.updateComplete;
    await drawn();
    close(place(element, 'ISO 7'), [x + 60, y + 35]);
    expect(selects).to.deep.equal([]);
    expect(element.state.moved.map(({ id }) => id)).to.deep.equal(['ISO 7']);
    expect(textOf(element, '.said')).to.equal('ISO 7 placed by hand.');
    element.selected = 'ISO 7';
    await element.updateComplete;
    expect(textOf(element, '.detail .by-hand span')).to.equal('Placed by hand');
    await press(element, 'Back to its place');
    await drawn();
    close(place(element, 'ISO 7'), [x, y]);
    expect(element.state.moved).to.deep.equal([]);
    expect(element.shadowRoot?.querySelector('.detail .by-hand')).to.equal(null);
  });

  it('says so among several that are selected, and all of them go back in one step', async () => {
    const moved = ['ISO 1', 'ISO 2', 'ISO 12'].map((id) => ({ id, x: 500, y: 500 }));
    const element = await create();
    element.restore({ ...element.state, moved, selected: ['ISO 1', 'ISO 2', 'ISO 3'] });
    await element.updateComplete;
    expect(textOf(element, '.detail .by-hand span')).to.equal('2 of them placed by hand');
    element.selected = 'ISO 2, ISO 3';
    await element.updateComplete;
    expect(textOf(element, '.detail .by-hand span')).to.equal('1 of them placed by hand');
    element.selected = 'ISO 1, ISO 2, ISO 3';
    await element.updateComplete;
    await press(element, 'Back to their places');
    expect(element.state.moved.map(({ id }) => id)).to.deep.equal(['ISO 12']);
  });

  it('is known as such in its tooltip', async () => {
    const element = await create();
    await drag(element, 'ISO 7', 40, 20);
    const [x, y] = place(element, 'ISO 7');
    await sendMouse({ type: 'move', position: [Math.round(x), Math.round(y)] });
    await drawn();
    expect(textOf(element, '.tooltip')).to.contain('Placed by hand');
    await sendMouse({ type: 'move', position: place(element, 'ISO 12').map(Math.round) as [number, number] });
    await drawn();
    expect(textOf(element, '.tooltip')).to.contain('ISO 12').and.not.to.contain('Placed by hand');
  });

  it('goes with all that is selected when it is, and a committee with what it leads; all go back at once, by one button', async () => {
    const element = await create();
    const before = ['ISO 1', 'ISO 2', 'ISO 5'].map((id) => place(element, id));
    element.selected = 'ISO 1, ISO 2';
    await element.updateComplete;
    await drawn();
    await drag(element, 'ISO 1', 33, 44);
    element.selected = '';
    await element.updateComplete;
    await drawn();
    close(place(element, 'ISO 2'), [(before[1]?.[0] ?? NaN) + 33, (before[1]?.[1] ?? NaN) + 44]);
    close(place(element, 'ISO 5'), before[2] ?? []);
    expect(button(element, 'All back to their places (2)')).not.to.equal(undefined);
    await drag(element, 'ISO/TC 268', -20, 30);
    close(place(element, 'ISO 5'), [(before[2]?.[0] ?? NaN) - 20, (before[2]?.[1] ?? NaN) + 30]);
    // What has a place of its own stays there
    close(place(element, 'ISO 2'), [(before[1]?.[0] ?? NaN) + 33, (before[1]?.[1] ?? NaN) + 44]);
    await press(element, 'All back to their places (3)');
    await drawn();
    ['ISO 1', 'ISO 2', 'ISO 5'].forEach((id, i) => {
      close(place(element, id), before[i] ?? []);
    });
    expect(button(element, 'All back to their places (3)')).to.equal(undefined);
  });

  it('is one step to undo, with everything else where it was', async () => {
    const element = await create();
    const before = place(element, 'ISO 7');
    const other = place(element, 'ISO 5');
    await drag(element, 'ISO 7', 40, 20);
    await drag(element, 'ISO 5', 10, 20);
    const undo = (): HTMLButtonElement | undefined =>
      [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((b) => (b.getAttribute('aria-label') ?? '').startsWith('Undo'));
    undo()?.click();
    await element.updateComplete;
    await drawn();
    close(place(element, 'ISO 7'), [before[0] + 40, before[1] + 20]);
    close(place(element, 'ISO 5'), other);
    undo()?.click();
    await element.updateComplete;
    await drawn();
    close(place(element, 'ISO 7'), before);
  });

  it('moves by Shift and the arrow keys when it is selected, told when the keys are let go', async () => {
    const element = await create();
    element.selected = 'ISO 7';
    await element.updateComplete;
    await drawn();
    const [x, y] = place(element, 'ISO 7');
    const key = (type: string): boolean =>
      part(element, '.surface').dispatchEvent(
        new KeyboardEvent(type, { key: 'ArrowDown', shiftKey: true, bubbles: true, cancelable: true }),
      );
    for (let i = 0; i < 3; i++) key('keydown');
    expect(element.state.moved).to.deep.equal([]);
    key('keyup');
    await element.updateComplete;
    await drawn();
    close(place(element, 'ISO 7'), [x, y + 36]);
  });

  it('beside records that the dataset does not know, which are kept and do no harm', async () => {
    const element = await create();
    const before = place(element, 'ISO 7');
    element.restore({ moved: [{ id: 'Nobody 1', x: 5, y: 5 }] });
    await element.updateComplete;
    await drawn();
    close(place(element, 'ISO 7'), before);
    expect(button(element, 'All back to their places (1)')).to.equal(undefined);
    await drag(element, 'ISO 7', 40, 20);
    expect(element.state.moved.map(({ id }) => id)).to.deep.equal(['Nobody 1', 'ISO 7']);
  });

  it('beyond the thousandth moves nothing and says so', async () => {
    const element = await create();
    const moved = Array.from({ length: 1000 }, (_, i) => ({ id: `Nobody ${String(i)}`, x: i, y: i }));
    element.restore({ moved });
    await element.updateComplete;
    await drawn();
    const before = place(element, 'ISO 7');
    await drag(element, 'ISO 7', 40, 20);
    expect(element.state.moved).to.deep.equal(moved);
    close(place(element, 'ISO 7'), before);
    expect(textOf(element, '.notices')).to.contain('At most 1,000 records can be placed by hand');
  });
});

describe('HA4 the lasso', () => {
  it('with Shift adds the standards inside to the selection, with Alt takes them out, and says how many', async () => {
    const element = await create();
    element.selected = 'ISO 9';
    await element.updateComplete;
    await drawn();
    await lassoThree(element, { shiftKey: true });
    expect(element.state.selected).to.deep.equal(['ISO 9', 'ISO 1', 'ISO 2', 'ISO 3']);
    expect(textOf(element, '.said')).to.equal('3 more selected, 4 in all.');
    await lassoThree(element, { shiftKey: true, altKey: true });
    expect(element.state.selected).to.deep.equal(['ISO 9']);
    expect(textOf(element, '.said')).to.equal('3 taken out of the selection, 1 left.');
    const { left, bottom } = part(element, '.surface').getBoundingClientRect();
    await lasso(element, left + 4, bottom - 30, left + 30, bottom - 4, { shiftKey: true });
    expect(element.state.selected).to.deep.equal(['ISO 9']);
    expect(textOf(element, '.said')).to.equal('No standard lies in the lasso; the selection stays as it was.');
  });

  it('has a button for those who cannot hold a key: pressed while it is on, for fingers too; Escape ends it and leaves the selection', async () => {
    const element = await create();
    const isPressed = (): string | null | undefined => button(element, LASSO)?.getAttribute('aria-pressed');
    expect(isPressed()).to.equal('false');
    await press(element, LASSO);
    expect(isPressed()).to.equal('true');
    await lassoThree(element, { pointerType: 'touch' });
    expect(element.state.selected).to.deep.equal(['ISO 1', 'ISO 2', 'ISO 3']);
    part(element, '.surface').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    await element.updateComplete;
    expect([isPressed(), element.state.selected.length]).to.deep.equal(['false', 3]);
    part(element, '.surface').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    expect(element.state.selected).to.deep.equal([]);
  });

  it('takes what the filter leaves only', async () => {
    const element = await create(12, { filter: 'id:"ISO 1","ISO 3"' });
    const [[left, top], [right]] = [place(element, 'ISO 1'), place(element, 'ISO 3')];
    await lasso(element, left - 12, top - 12, right + 12, top + 12, { shiftKey: true });
    expect(element.state.selected).to.deep.equal(['ISO 1', 'ISO 3']);
  });

  it('of more than 1,000 takes the first 1,000 and says what it took', async function () {
    this.timeout(30_000);
    const element = await create(1100);
    const { left, top, right, bottom } = part(element, '.surface').getBoundingClientRect();
    await lasso(element, left, top, right, bottom, { shiftKey: true });
    expect(element.state.selected).to.have.length(1000);
    expect(element.state.selected.at(-1)).to.equal('ISO 1000');
    expect(textOf(element, '.notices')).to.contain('1,100 standards were chosen, and a selection holds 1,000: the first 1,000 of them');
  });
});

describe('HA5 several', () => {
  it('a click with Shift adds a mark, a second one takes it out again', async () => {
    const element = await create();
    const click = async (id: string): Promise<void> => {
      const [x, y] = place(element, id);
      part(element, '.surface').dispatchEvent(new MouseEvent('click', { clientX: x, clientY: y, shiftKey: true, bubbles: true }));
      await element.updateComplete;
      await drawn();
    };
    await click('ISO 1');
    await click('ISO 2');
    expect(element.state.selected).to.deep.equal(['ISO 1', 'ISO 2']);
    await click('ISO 1');
    expect(element.state.selected).to.deep.equal(['ISO 2']);
  });

  it('Ctrl and A on the surface select all shown, in the order of the dataset', async () => {
    const element = await create(12, { filter: '-id:"ISO 2"' });
    part(element, '.surface').dispatchEvent(new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true, cancelable: true }));
    await element.updateComplete;
    expect(element.state.selected).to.deep.equal(element.visible);
    expect(textOf(element, '.said')).to.equal('11 more selected, 11 in all.');
  });
});

describe('IL1 a link by way of what is filtered out', () => {
  it('says by which standards, in its tooltip and in the SVG, and is gone when they are shown', async () => {
    const data = standing(12);
    const related = data.standards.map((one) =>
      one.id === 'ISO 1' || one.id === 'ISO 3'
        ? { ...one, relations: [{ type: 'references' as const, to: 'ISO 2', external: false, evidence: 'cites it' }] }
        : one,
    );
    const element = await create(12, { data: { ...data, standards: related }, filter: 'id:"ISO 1","ISO 3"' });
    const [[ax, ay], [bx, by]] = [place(element, 'ISO 1'), place(element, 'ISO 3')];
    await sendMouse({ type: 'move', position: [Math.round((ax + bx) / 2), Math.round((ay + by) / 2)] });
    await drawn();
    expect(textOf(element, '.tooltip')).to.contain('By way of ISO 2, filtered out');
    expect(element.toSVG()).to.contain('ISO 1 – ISO 3: By way of ISO 2, filtered out');
    element.filter = '';
    await element.updateComplete;
    await drawn();
    expect(element.toSVG()).not.to.contain('By way of');
  });
});

describe('HA8 links by way of what is filtered out', () => {
  it('stand in the legend as long as there are any, with their number', async () => {
    const middle = standard('ISO 2', {
      relations: [
        { type: 'references', to: 'ISO 1', evidence: 'a test' },
        { type: 'references', to: 'ISO 3', evidence: 'a test' },
      ],
    });
    const places = (one: Standard, i: number): Standard => ({ ...one, xy: [100 * i, 100] });
    const data = standing(3, { standards: [standard('ISO 1'), middle, standard('ISO 3')].map(places) });
    const element = await create(3, { data, without: 'filters' });
    const row = (): string | undefined => element.shadowRoot?.querySelector('.legend .indirect')?.textContent.replace(/\s+/g, ' ').trim();
    expect(row()).to.equal(undefined);
    element.filter = '-id:"ISO 2"';
    await element.updateComplete;
    await drawn();
    expect(row()).to.equal('Joined by way of what is filtered out 1');
    element.filter = '';
    await element.updateComplete;
    await drawn();
    expect(row()).to.equal(undefined);
  });
});
