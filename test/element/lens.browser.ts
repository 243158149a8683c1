import { expect } from '@open-wc/testing';
import { lensLegend } from '../../src/element/parts/legend-lens.js';
import { placeTooltip } from '../../src/element/parts/tooltip-place.js';
import { tooltip } from '../../src/element/parts/tooltip.js';
import '../../src/define.js';
import { place } from '../../src/scene/place.js';
import { drawn, mediaFeatures } from '../browser.js';
import { dataset } from '../fixtures/small.js';
import { said, stage, type Stage } from './panel-stage.js';

let made: Stage | undefined;
afterEach(() => {
  made?.remove();
  made = undefined;
});
const show = (panel: Parameters<Stage['show']>[0]): Stage => {
  made = stage(dataset());
  made.show(panel);
  return made;
};

describe('G1 the legend of the lenses', () => {
  it('explains each band and what is coordinated, with counts; nothing without a lens', () => {
    const shown = show((context) => lensLegend(context, { bands: [3, 1200, 0], coordinated: 29 }));
    expect(shown.parts('li').map(said)).to.deep.equal([
      'Overlap candidates',
      'High 3',
      'Medium 1,200',
      'Low 0',
      'Declared as coordinated 29',
    ]);
    expect(shown.parts('svg')).to.have.length(4);
    made?.remove();
    expect(show((context) => lensLegend(context, undefined)).parts('ul')).to.have.length(0);
  });

  it('says how many standards are drawn though the filter leaves them out', () => {
    const shown = show((context) => lensLegend(context, { bands: [1, 0, 0], coordinated: 0 }, 42));
    expect(shown.parts('li').map(said).at(-1)).to.equal('Outside the filter, drawn too 42');
  });

  it('says so where nothing is found', () => {
    const shown = show((context) => lensLegend(context, { bands: [0, 0, 0], coordinated: 2, gaps: { topics: 0, thinTopics: 0 } }));
    expect(shown.parts('li').map(said)).to.deep.equal([
      'Overlap candidates',
      'No overlap candidate joins two of the standards shown.',
      'Declared as coordinated 2',
      'Gaps: topics',
      'On no topic shown is expected coverage missing.',
    ]);
  });

  it('explains the signs of topics, with how many there are', () => {
    const shown = show((context) => lensLegend(context, { coordinated: 0, gaps: { topics: 4, thinTopics: 2 } }));
    expect(shown.parts('li').map(said)).to.deep.equal([
      'Gaps: topics',
      'With gaps 4',
      'With thin cells only 2',
      'The number says how many cells of the matrix. Thin: being filled, informative only, ageing or of one SDO.',
    ]);
  });
});

describe('G2 the tooltip of a candidate', () => {
  const target = { kind: 'candidate', a: 'ISO 37122', b: 'ITU-T Y.4000', band: 'medium' } as const;

  it('names both standards with their titles, and the band', () => {
    const shown = show((given) => tooltip(given, { target, x: 0, y: 0 }));
    expect([...shown.root.querySelectorAll('strong')].map(said)).to.deep.equal(['ISO 37122', 'ITU-T Y.4000']);
    expect(shown.parts('span').map(said)).to.deep.equal([
      shown.context.catalogue.standard('ISO 37122')?.title,
      shown.context.catalogue.standard('ITU-T Y.4000')?.title,
      'Overlap candidate: medium',
    ]);
  });

  it('keeps within the surface, beside the point', () => {
    const shown = show((given) => tooltip(given, { target, x: 0, y: 0 }));
    const element = shown.part('.tooltip');
    const surface = { clientWidth: 800, clientHeight: 400 };
    const box = (x: number, y: number): { left: number; right: number; top: number; bottom: number } => {
      placeTooltip(element, { target, x, y }, surface);
      const origin = element.parentElement?.getBoundingClientRect();
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const [dx, dy] = [origin?.left ?? 0, origin?.top ?? 0];
      return { left: left - dx, right: right - dx, top: top - dy, bottom: bottom - dy };
    };
    for (const y of [0, 30, 200, 400]) {
      const { top, bottom } = box(100, y);
      expect(top).to.be.at.least(-0.5);
      expect(bottom).to.be.at.most(400.5);
    }
    expect(box(100, 200).left).to.be.greaterThan(100);
    expect(box(700, 200).right).to.be.lessThan(700);
  });
});

describe('G3 forced colours', () => {
  it('reach the drawing: system colours on the system background, and not one colour alone', async () => {
    const able = await mediaFeatures({ 'forced-colors': 'active' });
    const map = Object.assign(document.createElement('standards-map'), { data: place(dataset()), loading: 'eager', motion: 'none' });
    map.style.cssText = 'width: 780px; height: 560px';
    document.body.append(map);
    try {
      await map.ready;
      await drawn();
      const canvas = map.shadowRoot?.querySelector<HTMLCanvasElement>('.surface canvas');
      const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
      const counts = new Map<string, number>();
      for (let i = 0; i < data.length; i += 4) {
        const key = `rgb(${String(data[i])}, ${String(data[i + 1])}, ${String(data[i + 2])})`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      const [ground] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
      expect(counts.size).to.be.greaterThan(10);
      if (able) {
        const probe = document.createElement('i');
        probe.style.cssText = 'forced-color-adjust: none; color: Canvas; background: CanvasText';
        document.body.append(probe);
        const { color, backgroundColor } = getComputedStyle(probe);
        expect(ground).to.equal(color);
        expect([...counts.keys()]).to.include(backgroundColor);
        probe.remove();
      }
    } finally {
      map.remove();
      await mediaFeatures({});
    }
  });
});
