import { describe, expect, test } from 'vitest';
import { visible, visibleSet } from '../../src/analysis/visible.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import type { Edition, Standard } from '../../src/model/dataset.js';
import { drawAxis } from '../../src/render/timeline-axis.js';
import { drawRow, placedRow } from '../../src/render/timeline-bars.js';
import { laneShapes, timelineHit } from '../../src/render/timeline-picture.js';
import type { TimelineShape } from '../../src/render/timeline-shapes.js';
import { slices } from '../../src/render/timeline-shapes.js';
import { inkOn, type TimelineSheet } from '../../src/render/timeline-sheet.js';
import { timelineSVG } from '../../src/render/timeline-svg.js';
import { seeded } from '../../src/layout/random.js';
import { spanOf } from '../../src/scene/timeline-days.js';
import { stackOf, wholeWindow } from '../../src/scene/timeline-window.js';
import { timeline } from '../../src/scene/timeline.js';
import { PAYLOADS } from '../fixtures/payloads.js';
import { dataset, standard } from '../fixtures/small.js';
import { LIGHT as light } from './light.js';
import { all, parseXml } from './xml-check.js';

const edition = (id: string, date: string, status: Edition['status'] = 'in-force', given: Partial<Edition> = {}): Edition => ({
  id,
  date,
  status,
  ...given,
});
const of = (...standards: readonly Standard[]): Catalogue => catalogue(dataset({ standards }));

/** A sheet 1000 px wide on which a letter is 6 px wide. */
function sheetOf(landscape: Catalogue, isOpen = true): TimelineSheet {
  const layout = timeline(landscape, visibleSet(visible(landscape, '')), 'sdo');
  const metrics = { row: 20, density: 60, strip: 0, gap: 6, least: 46 };
  const ground = { first: layout.texts.first, last: layout.texts.last, width: 1000, ahead: 150 };
  return {
    layout,
    ground,
    metrics,
    window: wholeWindow(ground),
    stack: stackOf(layout, () => isOpen, metrics),
    theme: light,
    slotOf: () => 1,
    laneSlot: () => 1,
    selected: new Set(),
    widthOf: (text) => 6 * text.length,
    number: String,
    stage: ({ edition: { stage = '' } }) => stage,
    name: ({ edition: { id } }) => id,
  };
}
const rowOf = (sheet: TimelineSheet, row = 0): readonly TimelineShape[] => {
  const shapes: TimelineShape[] = [];
  drawRow((shape) => shapes.push(shape), sheet, placedRow(sheet, row), 0);
  return shapes;
};
const texts = (shapes: readonly TimelineShape[]) => shapes.filter((shape) => shape.kind === 'text');

describe('labels', () => {
  test('TL51 no label of a row meets another label, or a bar that is not its own', () => {
    const random = seeded(11);
    for (let round = 0; round < 40; round++) {
      const years = Array.from({ length: 2 + Math.floor(random() * 6) }, () => 1990 + Math.floor(random() * 36)).sort((a, b) => a - b);
      const editions = years.map((year, i) =>
        edition(`ISO ${'9'.repeat(1 + (i % 5))}:${year}`, `${year}-0${1 + (i % 9)}`, i === years.length - 1 ? 'in-force' : 'superseded'),
      );
      const sheet = sheetOf(of(standard('ISO 1', { editions })));
      const labels = texts(rowOf(sheet)).filter(({ text }) => text.startsWith('ISO'));
      const spans = labels.map(({ x, text }) => [x, x + 6 * text.length] as const).sort((a, b) => a[0] - b[0]);
      spans.slice(1).forEach(([left], i) => {
        expect(left, JSON.stringify(years)).toBeGreaterThanOrEqual(spans[i]?.[1] ?? 0);
      });
      const thick = placedRow(sheet, 0).filter(({ text }) => text.ending === 'open');
      for (const { left, right, text } of thick)
        for (const [from, to] of spans) {
          const isOwn = labels.some((label) => label.x === from && (label.text === text.edition.id || label.text === text.standard.id));
          if (!isOwn) expect(to <= left || from >= right, JSON.stringify(years)).toBe(true);
        }
    }
  });

  test('TL51 a designation that fits nowhere is not written, and one of 4,000 characters never', () => {
    const sheet = sheetOf(of(standard('ISO 1', { editions: [edition('ISO 1:'.padEnd(4000, '9'), '2000-01-01')] })));
    expect(texts(rowOf(sheet))).toEqual([]);
  });

  test('TL51 text on a bar is black or white, whichever can be read', () => {
    expect([inkOn('#0072b2', light), inkOn('#f0e442', light), inkOn('rgb(0, 0, 0)', light), inkOn('oklch(1 2 3)', light)]).toEqual([
      '#ffffff',
      '#000000',
      '#ffffff',
      light.foreground,
    ]);
  });
});

describe('bars', () => {
  const barOf = (status: Standard['status'], given: Partial<Edition> = {}): readonly TimelineShape[] =>
    rowOf(
      sheetOf(
        of(
          standard('ISO 1', { status, editions: [edition('ISO 1:'.padEnd(90, '9'), '2010-05-04', status, given)] }),
          standard('ISO 2', { editions: [edition('ISO 2:'.padEnd(90, '9'), '1990')] }),
        ),
      ),
      1,
    );

  test('TL53 in force, in preparation, past and not stated differ without colour', () => {
    const kinds = (['in-force', 'under-development', 'withdrawn', 'unknown'] as const).map((status) =>
      JSON.stringify(
        barOf(status).map((shape) =>
          shape.kind === 'box'
            ? ['box', shape.height, shape.fill === light.background, shape.stroke !== undefined]
            : [shape.kind, shape.kind === 'path' ? shape.dash : shape.text],
        ),
      ),
    );
    expect(new Set(kinds).size).toBe(4);
  });

  test('TL53 a withdrawal that nobody has dated fades and bears a question mark, a dated end a cross and no fading', () => {
    const unknown = barOf('withdrawn');
    expect(texts(unknown).map(({ text }) => text)).toEqual(['?']);
    expect(new Set(unknown.flatMap((shape) => (shape.kind === 'box' ? [shape.opacity] : []))).size).toBeGreaterThan(8);
    const known = rowOf(
      sheetOf(
        of(
          standard('ISO 1', {
            editions: [edition('ISO 1:'.padEnd(90, '9'), '2010-05-04', 'superseded'), edition('ISO 1:'.padEnd(91, '9'), '2020-05-04')],
          }),
        ),
      ),
    );
    expect(texts(known)).toEqual([]);
    expect(new Set(known.flatMap((shape) => (shape.kind === 'box' ? [shape.opacity] : []))).size).toBeLessThan(4);
  });

  test('TL53 the slices of a soft edge fill it without a gap, from full to nothing', () => {
    for (const [from, to] of [
      [100, 40],
      [40, 100],
      [3, 4],
    ] as const) {
      const parts = slices(from, to);
      expect(parts.reduce((sum, [, width]) => sum + width, 0)).toBeCloseTo(Math.abs(to - from), 6);
      expect(parts.every(([, , opacity], i) => opacity > 0 && opacity < 1 && opacity < (parts[i - 1]?.[2] ?? 2))).toBe(true);
    }
  });
});

test('TL52 what is out of view makes no shape, so a thousand rows cost what ten do', () => {
  const landscape = of(
    ...Array.from({ length: 1000 }, (_, i) => standard(`ISO ${i}`, { editions: [edition(`ISO ${i}:a`, `${1990 + (i % 30)}-01`)] })),
  );
  const sheet = sheetOf(landscape);
  const count = laneShapes(sheet, 7000, 200).length;
  expect(count).toBeGreaterThan(20);
  expect(count).toBeLessThan(200);
  // Two years a column: 34 texts came out in each of the first ten
  expect(texts(laneShapes(sheetOf(landscape, false), 0, 200)).map(({ text }) => text)).toContain('68');
});

test('TL52 a drawing that is narrow, or has no width yet, has no box of negative width, which a canvas refuses', () => {
  const landscape = of(
    standard('ISO 1', {
      status: 'under-development',
      editions: [edition('ISO 1:a', '2020-01'), { id: 'ISO 1', status: 'under-development' }],
    }),
  );
  const least = [0, 1, 30, 60, 120, 600].map((width) => {
    const sheet = sheetOf(landscape, false);
    const ground = { ...sheet.ground, width, ahead: Math.round(width * 0.15) };
    const boxes = laneShapes({ ...sheet, ground, window: wholeWindow(ground) }, 0, 200).filter((shape) => shape.kind === 'box');
    return Math.min(...boxes.map((box) => Math.min(box.width, box.height)));
  });
  expect(Math.min(...least), least.join(' ')).toBeGreaterThanOrEqual(0);
  expect(least.some(Number.isFinite)).toBe(true);
});

test('TL52 a hit is the text under the pointer, a mark before the bar it lies on, nothing beyond reach', () => {
  const landscape = of(
    standard('ISO 1', { editions: [edition('ISO 1:2000', '2000-01-01'), edition('Amd', '2010-01-01', 'in-force', { kind: 'amendment' })] }),
  );
  const sheet = sheetOf(landscape);
  const [bar, mark] = placedRow(sheet, 0);
  const at = (x: number, y = 10): string | undefined => timelineHit(sheet, x, y, 6)?.placed?.text.edition.id;
  expect([at((bar?.left ?? 0) + 5), at((mark?.left ?? 0) + 1), at((bar?.right ?? 0) + 5), at((bar?.right ?? 0) + 9)]).toEqual([
    'ISO 1:2000',
    'Amd',
    'ISO 1:2000',
    undefined,
  ]);
  expect(at(50, 30)).toBeUndefined();
  expect(timelineHit(sheet, 50, -1, 6)).toBeUndefined();
  expect(timelineHit(sheet, 50, 1e6, 6)).toBeUndefined();
});

describe('TL50 the SVG', () => {
  test('TL50 has every text of the canvas as text, and nothing that runs or leads anywhere, whatever the dataset says', () => {
    for (const payload of Object.values(PAYLOADS)) {
      const id = payload.slice(0, 40);
      const sheet = sheetOf(of(standard(id || 'x', { editions: [edition(id || 'x', '1990')] }), standard('ISO 2')));
      const shapes = laneShapes(sheet, 0, 100);
      const elements = all(parseXml(timelineSVG(shapes, light, { width: 1000, height: 100 }, payload)));
      expect(elements.filter(({ name }) => name === 'text')).toHaveLength(texts(shapes).length);
      expect(new Set(elements.map(({ name }) => name))).toEqual(new Set(['svg', 'title', 'rect', 'path', 'text']));
      for (const { attributes } of elements)
        for (const [key, value] of Object.entries(attributes)) {
          expect(key).not.toMatch(/^on|href|style|src/);
          if (key !== 'xmlns') expect(value).not.toMatch(/url\(|:\/\//);
        }
    }
  });

  test('TL50 is equal for equal shapes, and refuses what is no size and no colour', () => {
    const sheet = sheetOf(of(standard('ISO 2')));
    const draw = (): string => timelineSVG(laneShapes(sheet, 0, 100), light, { width: 1000, height: 100 }, 'A map');
    expect(draw()).toBe(draw());
    expect(() => timelineSVG([], light, { width: 0, height: 10 }, '')).toThrow(
      'timelineSVG: expected a size of 1 × 1 px or more, got 0 × 10',
    );
    expect(() => timelineSVG([], { ...light, background: 'url(//evil.example)' }, { width: 10, height: 10 }, '')).toThrow(
      'expected a CSS colour',
    );
  });
});

describe('the lens for changes in the timeline', () => {
  const landscape = of(
    standard('ISO 1', { editions: [edition('ISO 1:2010', '2010-01-01', 'superseded'), edition('ISO 1:2020', '2020-01-01')] }),
  );
  const shapesOf = (changes: TimelineSheet['changes']): readonly TimelineShape[] => laneShapes({ ...sheetOf(landscape), changes }, 0, 300);

  test('CL20 on the axis the name of the period keeps apart from the day, and the line of the day goes through no year', () => {
    const plain = sheetOf(landscape);
    const { today } = plain.layout.texts;
    const label = 'Changes after Jan 31, 2015';
    const sheet: TimelineSheet = {
      ...plain,
      changes: { since: spanOf('2015-01-31')[0], until: today, label, signsOf: () => [] },
    };
    const words = { tick: ({ date }: { readonly date: string }) => date.slice(0, 4), context: String, today: 'As of 2026', ahead: [] };
    const shapes: TimelineShape[] = [];
    drawAxis((shape) => shapes.push(shape), sheet, words);
    const named = (text: string): number => texts(shapes).find((one) => one.text === text)?.x ?? NaN;
    // Bold is wider than what is measured
    expect(named(label) + 1.1 * 6 * label.length + 10).toBeLessThan(named('As of 2026'));
    for (let day = spanOf('2015-01-02')[0]; day < spanOf('2015-12-30')[0]; day += 30) {
      const drawn: TimelineShape[] = [];
      const layout = { ...plain.layout, texts: { ...plain.layout.texts, today: day } };
      drawAxis((shape) => drawn.push(shape), { ...plain, layout }, words);
      const line = drawn.find((shape) => shape.kind === 'path' && shape.stroke === light.focus);
      if (line?.kind !== 'path') throw new Error('no line of the day');
      const [x = NaN, , , bottom = NaN] = line.points;
      for (const text of texts(drawn))
        if (/^\d{4}$/.test(text.text) && text.x < x && x < text.x + 24) expect(bottom, String(day)).toBeLessThan(text.y - 6);
    }
  });

  test('CL12 the period is shaded, and what came out in it has its sign, hollow where its date leaves that open', () => {
    const plain = shapesOf(undefined);
    const signsOf = (isSure: boolean): readonly TimelineShape[] =>
      shapesOf({
        since: spanOf('2019-01-01')[0],
        until: spanOf('2021-01-01')[0],
        label: 'Changes',
        signsOf: ({ edition: { id } }) => (id === 'ISO 1:2020' ? [{ change: 'came', isSure, isEnd: false }] : []),
      }).filter((shape) => !plain.some((one) => JSON.stringify(one) === JSON.stringify(shape)));
    const [sure, unsure] = [signsOf(true), signsOf(false)];
    expect(sure.map(({ kind }) => kind)).toEqual(['box', 'path', 'box', 'text']);
    expect(sure.flatMap((shape) => (shape.kind === 'text' ? shape.text : []))).toEqual(['+']);
    const discs = [sure, unsure].map((shapes) =>
      shapes.flatMap((shape) => (shape.kind === 'box' && shape.radius !== undefined ? shape.fill : [])),
    );
    expect(discs).toEqual([[light.came], [light.background]]);
  });
});
