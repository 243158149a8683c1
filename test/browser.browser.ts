import { expect } from '@open-wc/testing';
import { cdp, mediaFeatures, screenshot, viewport, wheel } from './browser.js';

/** The ground that every other browser test stands on. */
describe('the test browser', () => {
  it('starts every file at 800 × 600 and takes any other size', async () => {
    expect([innerWidth, innerHeight]).to.deep.equal([800, 600]);
    expect(await viewport(500, 700)).to.equal(true);
    expect([innerWidth, innerHeight]).to.deep.equal([500, 700]);
    expect(await viewport(800, 600)).to.equal(true);
    expect([innerWidth, innerHeight]).to.deep.equal([800, 600]);
  });

  it('takes a picture of what is drawn', async () => {
    document.body.style.background = 'rgb(200, 0, 100)';
    const picture = await createImageBitmap(await screenshot());
    document.body.style.removeProperty('background');
    const surface = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    surface?.drawImage(picture, 0, 0);
    expect([...(surface?.getImageData(picture.width - 5, picture.height - 5, 1, 1).data ?? [])]).to.deep.equal([200, 0, 100, 255]);
  });

  it('emulates forced colours and reduced motion where the browser can', async () => {
    const able = await mediaFeatures({ 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' });
    expect(matchMedia('(forced-colors: active)').matches).to.equal(able);
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches).to.equal(able);
    await mediaFeatures({});
    expect(matchMedia('(forced-colors: active)').matches).to.equal(false);
    expect(able).to.equal(navigator.userAgent.includes('Chrome'));
  });

  it('reads the accessibility tree where the browser can', async () => {
    const tree = await cdp<{ readonly nodes: readonly object[] }>('Accessibility.getFullAXTree');
    expect((tree?.nodes.length ?? 0) > 0).to.equal(navigator.userAgent.includes('Chrome'));
  });

  it('turns the wheel over a point', async () => {
    const turned = new Promise<WheelEvent>((done) => {
      addEventListener('wheel', done, { once: true });
    });
    await wheel(100, 120, 40);
    const { clientX, clientY, deltaY } = await turned;
    expect([clientX, clientY, Math.sign(deltaY)]).to.deep.equal([100, 120, 1]);
  });
});
