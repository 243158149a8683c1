import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PARTS, PRESETS, PROPERTIES, snippet, STATES } from '../../demo/theming-list.js';
import { paletteStyles } from '../../src/element/palette-styles.js';
import { elementSources } from '../package/element-sources.js';

const sources = elementSources();
const comment = readFileSync('src/element/standards-map.ts', 'utf8');
const told = (tag: string): readonly string[] =>
  [...comment.matchAll(new RegExp(`@${tag} \\[?([\\w-]+)`, 'g'))].map(([, name = '']) => name);

test('TH8 the page of looks has every custom property of the style sheets, and no other', () => {
  expect(PROPERTIES.map(({ name }) => name).sort()).toEqual([...sources.properties].sort());
  expect(PROPERTIES.map(({ name }) => name).sort()).toEqual([...told('cssprop')].sort());
});

test('TH8 the defaults of the page are those of the style sheet', () => {
  const styles = paletteStyles.cssText;
  for (const { name, kind, usual } of PROPERTIES)
    if (kind === 'colour') expect(styles).toContain(`${name.replace('--sm-', '--_sm-')}: light-dark(${usual.join(', ')});`);
});

test('TH8 the page of looks has every part and state that the element tells of', () => {
  expect(Object.keys(PARTS).sort()).toEqual([...told('csspart')].sort());
  expect(Object.keys(STATES).sort()).toEqual([...told('cssstate')].sort());
});

test('TH8 looks that are put together set what there is, and are written as a style sheet', () => {
  const names = new Set<string>(PROPERTIES.map(({ name }) => name));
  for (const { values } of PRESETS) for (const name of Object.keys(values)) expect(names).toContain(name);
  expect(snippet({ scheme: 'dark', values: { '--sm-focus': '#fff' } })).toBe(
    'standards-map {\n  color-scheme: dark;\n  --sm-focus: #fff;\n}',
  );
});
