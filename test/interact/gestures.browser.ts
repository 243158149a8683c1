import { expect } from '@open-wc/testing';
import { listenForGestures } from '../../src/interact/gestures.js';
import type { SurfacePoint } from '../../src/interact/presses.js';

interface Told {
  readonly from: SurfacePoint;
  readonly to: SurfacePoint;
  readonly factor: number;
}

describe('V3 gestures', () => {
  let surface: HTMLElement;
  let told: Told[];
  let clicks: number;
  let end: AbortController;

  beforeEach(() => {
    surface = document.createElement('div');
    surface.style.cssText = 'position: fixed; left: 10px; top: 20px; width: 300px; height: 200px';
    document.body.append(surface);
    told = [];
    clicks = 0;
    end = new AbortController();
    listenForGestures(surface, (from, to, factor) => told.push({ from, to, factor }), end.signal);
    surface.addEventListener('click', () => clicks++);
  });
  afterEach(() => {
    end.abort();
    surface.remove();
  });

  /** A pointer event at a point of the surface. */
  const point = (type: string, pointerId: number, x: number, y: number, more: PointerEventInit = {}): void => {
    const buttons = type === 'pointerup' ? 0 : 1;
    surface.dispatchEvent(new PointerEvent(type, { pointerId, clientX: x + 10, clientY: y + 20, buttons, bubbles: true, ...more }));
  };
  const click = (): boolean => surface.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));

  it('two fingers that part come nearer to what is between them', () => {
    point('pointerdown', 1, 100, 100, { pointerType: 'touch' });
    point('pointerdown', 2, 140, 100, { pointerType: 'touch' });
    point('pointermove', 2, 180, 100, { pointerType: 'touch' });
    expect(told).to.have.length(1);
    expect(told[0]?.factor).to.equal(2);
    expect(told[0]?.from.x).to.equal(120);
    expect(told[0]?.to.x).to.equal(140);
  });

  it('two fingers that go the same way only move', () => {
    point('pointerdown', 1, 100, 100, { pointerType: 'touch' });
    point('pointerdown', 2, 140, 100, { pointerType: 'touch' });
    point('pointermove', 1, 100, 130, { pointerType: 'touch' });
    point('pointermove', 2, 140, 130, { pointerType: 'touch' });
    const factor = told.reduce((product, one) => product * one.factor, 1);
    expect(factor).to.be.closeTo(1, 1e-9);
    expect(told.at(-1)?.to).to.include({ x: 120, y: 130 });
  });

  it('a finger that is lifted leaves the other one as a drag', () => {
    point('pointerdown', 1, 100, 100, { pointerType: 'touch' });
    point('pointerdown', 2, 140, 100, { pointerType: 'touch' });
    point('pointerup', 2, 140, 100, { pointerType: 'touch' });
    point('pointermove', 1, 90, 95, { pointerType: 'touch' });
    expect(told.map(({ from, to, factor }) => [to.x - from.x, to.y - from.y, factor])).to.deep.equal([[-10, -5, 1]]);
  });

  it('a press that moves 4 px is a click, one that moves 5 px is none, and the next one is again', () => {
    point('pointerdown', 1, 50, 50);
    point('pointermove', 1, 54, 50);
    point('pointerup', 1, 54, 50);
    click();
    expect([told.length, clicks]).to.deep.equal([0, 1]);
    point('pointerdown', 1, 50, 50);
    point('pointermove', 1, 55, 50);
    point('pointerup', 1, 55, 50);
    expect(click()).to.equal(false);
    expect([told.length, clicks]).to.deep.equal([1, 1]);
    click();
    expect(clicks).to.equal(2);
  });

  it('a pointer that was released elsewhere drags nothing', () => {
    point('pointerdown', 1, 50, 50);
    point('pointermove', 1, 120, 90, { buttons: 0 });
    point('pointermove', 1, 160, 90, { buttons: 0 });
    expect(told).to.deep.equal([]);
  });

  it('other buttons, and a press with Ctrl, are left to the browser', () => {
    point('pointerdown', 1, 50, 50, { button: 2, buttons: 2 });
    point('pointermove', 1, 120, 90, { buttons: 2 });
    point('pointerup', 1, 120, 90, { button: 2 });
    point('pointerdown', 1, 50, 50, { ctrlKey: true });
    point('pointermove', 1, 120, 90);
    expect(told).to.deep.equal([]);
  });

  it('a wheel of 500 px doubles, in px, lines or pages, and a pinch on a touchpad of 100', () => {
    const turn = (init: WheelEventInit): number => {
      const event = new WheelEvent('wheel', { cancelable: true, ...init });
      surface.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(true);
      return told.at(-1)?.factor ?? NaN;
    };
    expect(turn({ deltaY: -500 })).to.be.closeTo(2, 1e-9);
    expect(turn({ deltaY: -25, deltaMode: 1 })).to.be.closeTo(2, 1e-9);
    expect(turn({ deltaY: 1.25, deltaMode: 2 })).to.be.closeTo(0.5, 1e-9);
    expect(turn({ deltaY: -100, ctrlKey: true })).to.be.closeTo(2, 1e-9);
  });

  it('nothing is heard after the end', () => {
    end.abort();
    point('pointerdown', 1, 50, 50);
    point('pointermove', 1, 90, 50);
    click();
    expect([told.length, clicks]).to.deep.equal([0, 1]);
  });
});
