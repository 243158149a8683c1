import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LitElement } from 'lit';
import { beforeAll, describe, expect, test } from 'vitest';
import { packed } from '../../tools/pack.mjs';
import { elementSources, unreadable, type ElementSources } from './element-sources.js';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}
interface Member extends Named {
  readonly kind: 'field' | 'method';
  readonly attribute?: string;
  readonly readonly?: boolean;
  readonly parameters?: readonly Named[];
  readonly return?: { readonly type: { readonly text: string } };
}
interface Declaration extends Named {
  readonly tagName?: string;
  readonly members: readonly Member[];
  readonly attributes?: readonly (Named & { readonly fieldName: string })[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssStates?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}
interface Exported {
  readonly kind: string;
  readonly name: string;
  readonly declaration: { readonly name: string; readonly module: string };
}
interface Module {
  readonly path: string;
  readonly declarations: readonly Declaration[];
  readonly exports: readonly Exported[];
}

const { folder } = packed();
const file = (name: string): any => JSON.parse(readFileSync(resolve(folder, name), 'utf8'));
const about = file('package.json');
const modules: readonly Module[] = file(about.customElements).modules;
const classes = modules.flatMap(({ declarations }) => declarations);
const elements = classes.filter(({ tagName }) => tagName);
const names = (list: readonly Named[] | undefined): string[] => (list ?? []).map(({ name }) => name).sort();
const together = (of: (element: Declaration) => readonly Named[] | undefined): string[] =>
  [...new Set(elements.flatMap((one) => names(of(one))))].sort();
const sorted = (list: Iterable<string>): string[] => [...list].sort();

/** The registered class of an element, as the packed modules define it in Node. */
const registered = (tag: string): typeof LitElement => customElements.get(tag) as unknown as typeof LitElement;

const REACTIONS = ['constructor', 'connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback'];

/** Every property and method that an element has beyond what Lit gives it, with whether it can be set. */
function membersOf(tag: string, { guarded }: ElementSources): Map<string, 'method' | 'settable' | 'readonly'> {
  const found = new Map<string, 'method' | 'settable' | 'readonly'>();
  for (let at = registered(tag).prototype; at !== LitElement.prototype; at = Object.getPrototypeOf(at)) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (REACTIONS.includes(name) || name in LitElement.prototype || guarded.has(name)) continue;
      if (!found.has(name)) found.set(name, typeof descriptor.value === 'function' ? 'method' : descriptor.set ? 'settable' : 'readonly');
    }
  }
  return found;
}

describe('the manifest of the packed elements', () => {
  let sources: ElementSources;
  beforeAll(async () => {
    sources = elementSources();
    await import(pathToFileURL(resolve(folder, 'dist/define.js')).href);
  });

  test('CEM1 has every element that define registers, each with the class of the main entry', async () => {
    const api = await import(pathToFileURL(resolve(folder, 'dist/index.js')).href);
    const definitions = modules.flatMap(({ exports }) => exports).filter(({ kind }) => kind === 'custom-element-definition');
    expect(definitions.map(({ name }) => name)).toContain('standards-map');
    const told = readFileSync(resolve(folder, 'dist/types/define.d.ts'), 'utf8').match(/'[a-z]+-[a-z-]+'(?=:)/g) ?? [];
    expect(sorted(definitions.map(({ name }) => `'${name}'`))).toEqual(sorted(told));
    for (const { name, declaration } of definitions) expect(registered(name), name).toBe(api[declaration.name]);
  });

  test('CEM2 lists the attributes that each element observes, no more and no fewer', () => {
    for (const { tagName = '', attributes } of elements)
      expect(names(attributes), tagName).toEqual(sorted(new Set(registered(tagName).observedAttributes)));
    expect(elements.find(({ tagName }) => tagName === 'standards-map')?.attributes?.length).toBeGreaterThan(15);
  });

  test('CEM3 lists every public property and method, and which can be set', () => {
    for (const { tagName = '', members } of elements) {
      const listed = members.map(({ name, kind, readonly }) => [name, kind === 'method' ? 'method' : readonly ? 'readonly' : 'settable']);
      expect(sorted(listed.map(String)), tagName).toEqual(sorted([...membersOf(tagName, sources)].map(String)));
    }
  });

  test('CEM4 lists every event with its class, and every field of the class', () => {
    const dispatched = [...sources.events].filter(([name]) => sources.made.has(name));
    expect(dispatched.length).toBeGreaterThanOrEqual(7);
    const listed = elements.flatMap(({ events }) => (events ?? []).map(({ name, type }) => `${name} ${type?.text ?? ''}`));
    expect(sorted(new Set(listed))).toEqual(sorted(dispatched.map(([name, { type }]) => `${type} ${name}`)));
    for (const [name, { fields }] of dispatched)
      expect(names(classes.find((one) => one.name === name)?.members), name).toEqual(sorted(fields));
  });

  test('CEM5 lists every slot, part, state and custom property that the sources have', () => {
    expect(unreadable()).toEqual([]);
    expect(together(({ slots }) => slots)).toEqual(sorted(sources.slots));
    expect(together(({ cssParts }) => cssParts)).toEqual(sorted(sources.parts));
    expect(together(({ cssStates }) => cssStates)).toEqual(sorted(sources.states));
    expect(together(({ cssProperties }) => cssProperties)).toEqual(sorted(sources.properties));
    for (const found of [sources.slots, sources.parts, sources.states, sources.properties]) expect(found.size).toBeGreaterThan(3);
  });

  test('CEM6 describes 100 % of all that in sentences', () => {
    const listed = elements.flatMap((one) =>
      [one.attributes, one.events, one.slots, one.cssParts, one.cssStates, one.cssProperties].flatMap((list) => list ?? []),
    );
    const every = [...classes, ...classes.flatMap(({ members }) => members), ...listed];
    expect(every.length).toBeGreaterThan(100);
    const bare = every.filter(({ name, description = '' }) => description.length < 6 || !/[.!]$/.test(description) || description === name);
    expect(bare).toEqual([]);
  });

  test('CEM7 gives every property, parameter and result a type whose names the package exports or the platform has', () => {
    const exported = new Set(readFileSync(resolve(import.meta.dirname, '../api.txt'), 'utf8').match(/(?<=^(?:abstract )?\w+ )[A-Z]\w+/gm));
    const members = classes.flatMap((one) => one.members);
    const types = [
      ...members.filter(({ kind }) => kind === 'field'),
      ...classes.flatMap((one) => one.attributes ?? []),
      ...members.flatMap(({ parameters }) => parameters ?? []),
    ].map(({ name, type }) => ({ name, text: type?.text ?? '' }));
    const results = members.filter(({ kind }) => kind === 'method').map((one) => ({ name: one.name, text: one.return?.type.text ?? '' }));
    const isUnknown = (word: string): boolean =>
      !exported.has(word) && !(word in globalThis) && !/^(HTML\w*Element|Document|ShadowRoot|Readonly\w*)$/.test(word);
    const all = [...types, ...results];
    expect(all.filter(({ text }) => text === '' || text === 'any' || text.includes('import('))).toEqual([]);
    expect(all.filter(({ text }) => (text.replaceAll(/'[^']*'/g, '').match(/\b[A-Z]\w+/g) ?? []).some(isUnknown))).toEqual([]);
  });

  test('CEM8 says the defaults that a new element has', () => {
    for (const { tagName = '', members } of elements) {
      const element = new (registered(tagName) as unknown as new () => Record<string, unknown>)();
      for (const { name, default: initial } of members.filter((one) => one.default !== undefined))
        expect(JSON.stringify(element[name]), `${tagName} ${name}`).toBe(initial?.replaceAll("'", '"'));
    }
  });
});

describe('what editors read', () => {
  const map = elements.find(({ tagName }) => tagName === 'standards-map');
  const words = (text: string | undefined): string[] => [...(text ?? '').matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const view = ['graph', 'matrix', 'timeline', 'table'];

  test('ED1 VS Code: tags with described attributes and their values, in the form of HTML custom data 1.1', () => {
    const data = file('dist/vscode.html-custom-data.json');
    expect(data.version).toBe(1.1);
    expect(data.tags.map((tag: Named) => tag.name).sort()).toEqual(sorted(elements.map(({ tagName = '' }) => tagName)));
    for (const tag of data.tags) {
      const element = elements.find(({ tagName }) => tagName === tag.name);
      expect(tag.description).toContain(element?.description);
      expect(names(tag.attributes)).toEqual(names(element?.attributes));
      for (const attribute of tag.attributes) {
        const known = element?.attributes?.find(({ name }) => name === attribute.name);
        expect(attribute.description).toBe(known?.description);
        expect(attribute.values.map(({ name }: Named) => name)).toEqual(words(known?.type?.text));
      }
    }
    expect(
      data.tags.find((tag: Named) => tag.name === 'standards-map').attributes.find(({ name }: Named) => name === 'view').values,
    ).toEqual(view.map((name) => ({ name })));
    const css = file('dist/vscode.css-custom-data.json');
    expect(css.version).toBe(1.1);
    expect(names(css.properties)).toEqual(together(({ cssProperties }) => cssProperties));
  });

  test('ED2 JetBrains: elements with attributes, properties, events and slots, in the form of web-types', () => {
    const data = file(about['web-types']);
    expect(data).toMatchObject({
      name: about.name,
      version: about.version,
      'js-types-syntax': 'typescript',
      'description-markup': 'markdown',
    });
    const told = data.contributions.html.elements;
    expect(names(told)).toEqual(sorted(elements.map(({ tagName = '' }) => tagName)));
    const element = told.find(({ name }: Named) => name === 'standards-map');
    expect(names(element.attributes)).toEqual(names(map?.attributes));
    expect(names(element.slots)).toEqual(names(map?.slots));
    expect(names(element.events)).toEqual(names(map?.events));
    expect(names(element.js.properties)).toEqual(names(map?.members.filter(({ kind }) => kind === 'field')));
    expect(names(data.contributions.css.properties)).toEqual(together(({ cssProperties }) => cssProperties));
    expect(words(element.attributes.find(({ name }: Named) => name === 'view').value.type)).toEqual(view);
    for (const one of [...element.attributes, ...element.slots, ...element.events, ...element.js.properties])
      expect(one.description).toMatch(/\.$/);
  });

  test('CEM9 the table of the README has the attributes of the map, no more and no fewer', () => {
    const readme = readFileSync(resolve(folder, 'README.md'), 'utf8');
    const table = /\n(\| `src`[^]*?)\n\n/.exec(readme)?.[1] ?? '';
    const told = table.split('\n').flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name));
    const map = elements.find(({ tagName }) => tagName === 'standards-map');
    expect(sorted(told.filter((name) => name !== 'data'))).toEqual(names(map?.attributes));
  });
});
