import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { paletteStyles } from '../../src/element/palette-styles.js';

/** What the sources of the elements do that a page can see, found in their text and not in what is said of them. */
export interface ElementSources {
  /** Names of event classes with the type they are told as and the fields that listeners read. */
  readonly events: ReadonlyMap<string, { readonly type: string; readonly fields: readonly string[] }>;
  /** Classes that some file makes one of. */
  readonly made: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
  readonly slots: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
  /** Custom properties that a page may set: `--sm-…`. */
  readonly properties: ReadonlySet<string>;
  /** Members that TypeScript keeps from pages, which are there all the same when the program runs. */
  readonly guarded: ReadonlySet<string>;
}

const folder = resolve(import.meta.dirname, '../../src');

/** Sources of every room that runs in a page: a style may be read by what draws. */
const files = ['element', 'render', 'scene', 'interact'].flatMap((room) =>
  readdirSync(resolve(folder, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(resolve(folder, room, path), 'utf8')),
);
/** What is written by a program is read as it comes out. */
files.push(paletteStyles.cssText);

const all = (pattern: RegExp): ReadonlySet<string> =>
  new Set(files.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')));

function nodes(text: string): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', text, ts.ScriptTarget.ES2022, true));
  return found;
}

const isEventClass = (node: ts.Node): node is ts.ClassDeclaration =>
  ts.isClassDeclaration(node) &&
  (node.heritageClauses ?? []).some(({ types }) => types.some(({ expression }) => expression.getText() === 'Event'));

function eventOf(node: ts.ClassDeclaration): readonly [string, { readonly type: string; readonly fields: readonly string[] }] {
  const type = /super\(\s*'([^']+)'/.exec(node.getText())?.[1] ?? '';
  return [node.name?.text ?? '', { type, fields: node.members.filter(ts.isPropertyDeclaration).map(({ name }) => name.getText()) }];
}

/** The names of the states that a call sets: keys of `states.show({…})`, the word of `states.set('…', on)`, of `internals.states.add('…')`. */
function statesOf(node: ts.Node): readonly string[] {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { expression, name } = node.expression;
  const [first] = node.arguments;
  if (!/states$/i.test(expression.getText()) || !first || !/^(show|set|add)$/.test(name.text)) return [];
  if (ts.isObjectLiteralExpression(first)) return first.properties.map((one) => one.name?.getText() ?? '');
  return ts.isStringLiteral(first) ? [first.text] : [];
}

const isGuarded = (node: ts.Node): node is ts.ClassElement =>
  ts.isClassElement(node) &&
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ProtectedKeyword || kind === ts.SyntaxKind.PrivateKeyword);

/** Reads them all; takes about a second. */
export function elementSources(): ElementSources {
  const every = files.filter((text) => /extends Event|states|protected|private/i.test(text)).flatMap(nodes);
  return {
    events: new Map(every.filter(isEventClass).map(eventOf)),
    made: all(/\bnew (\w+)\(/g),
    parts: new Set([...all(/\bpart="([^"$]+)"/g)].flatMap((names) => names.split(' '))),
    slots: new Set([...all(/<slot name="([^"$]+)"/g), ...(files.some((text) => text.includes('<slot>')) ? [''] : [])]),
    states: new Set(every.flatMap(statesOf)),
    properties: all(/(?:var\(|getPropertyValue\(['"`])(--sm-[\w-]*\w)(?![\w$-])/g),
    guarded: new Set(every.filter(isGuarded).map(({ name }) => name?.getText() ?? '')),
  };
}

/** Places where a part or a slot is named by an expression, which no reader of the sources could list. */
export const unreadable = (): string[] =>
  files.flatMap((text) => text.match(/\b(?:part|exportparts|slot name)=(?:"[^"]*)?\$\{[^}]*\}/g) ?? []);
