// Describes the elements for editors and documentation: dist/custom-elements.json (schema 1.0.0), made by the analyzer of
// custom-elements-manifest from the JSDoc of src/element, with types as the checker of TypeScript reads them, and in the shape in
// which the package is imported; and what VS Code and JetBrains make of it.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { publicTypes } from './manifest-types.mjs';

/** Entries of the package that classes are imported from, and that registers them. */
const CLASSES = 'dist/index.js';
const REGISTERS = 'dist/define.js';

/** What the platform calls, not a page. */
const REACTIONS = new Set(['connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback', 'constructor']);

const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
const described = (text) => text?.replace(/\s+/g, ' ').trim();

/** `Default \`x\`.` at the end of a description is where a property that is kept in the state says its default. */
const saidDefault = (text) => /\bDefault `([^`]*)`/.exec(text ?? '')?.[1];
const quoted = (text) => (/^(""|''|-?\d+|null|true|false)$/.test(text) ? text.replaceAll('"', "'") : `'${text}'`);

/** A property or method as the manifest says it; its types are the checker's. */
function memberOf(member, known) {
  const { kind, name, default: initial, attribute, reflects, readonly, description } = member;
  const about = known.get(name);
  if (!about) throw new Error(`manifest: ${name} is no public property of the class that TypeScript sees`);
  const text = described(description) ?? about.description;
  if (kind === 'method') {
    const { parameters, returns, throws } = about;
    return {
      kind,
      name,
      description: [text, throws && `Throws ${described(throws)}.`].filter(Boolean).join(' '),
      parameters,
      return: returns,
    };
  }
  const fallback = initial ?? (saidDefault(text) === undefined ? undefined : quoted(saidDefault(text)));
  return {
    kind,
    name,
    type: { text: about.type },
    description: text,
    default: fallback,
    attribute,
    reflects,
    readonly: readonly || about.readonly || undefined,
  };
}

const isPublic = ({ name, privacy, static: isStatic }) => !privacy && !isStatic && !name.startsWith('#') && !REACTIONS.has(name);

/** A class with what its ancestors give it: a reader of the manifest need not know how the source is cut. */
function classOf(declaration, types) {
  const known = types.get(declaration.name);
  const members = declaration.members
    .filter(isPublic)
    .map((member) => memberOf(member, known))
    .sort(byName);
  return { kind: 'class', name: declaration.name, description: described(declaration.description), members };
}

function elementOf(declaration, types) {
  const base = classOf(declaration, types);
  const attributes = base.members
    .filter(({ attribute }) => attribute)
    .map(({ attribute, name, type, description, default: initial }) => ({
      name: attribute,
      fieldName: name,
      type,
      description,
      default: initial,
    }));
  const reference = (name) => ({ text: name, references: [{ name, module: CLASSES, start: 0, end: name.length }] });
  const events = (declaration.events ?? [])
    .filter(({ name, description }) => name?.includes('-') && description)
    .map(({ name, type, description }) => ({ name, type: reference(type.text), description: described(description) }));
  const named = (list) =>
    (list ?? []).map(({ name, description, default: initial }) => ({ name, description: described(description), default: initial }));
  return {
    ...base,
    tagName: declaration.tagName,
    customElement: true,
    superclass: { name: 'LitElement', package: 'lit' },
    attributes,
    events,
    slots: named(declaration.slots),
    cssParts: named(declaration.cssParts),
    cssStates: named(declaration.cssStates),
    cssProperties: named(declaration.cssProperties),
  };
}

/** An event class; its fields have the values it was made with, which are no defaults. */
function eventOf(declaration, types) {
  const { members, ...base } = classOf(declaration, types);
  return {
    ...base,
    superclass: { name: 'Event', package: 'global:' },
    members: members.map((member) => ({ ...member, default: undefined })),
  };
}

/**
 * The manifest of every element that the package has, from its sources.
 *
 * @param {string} root the repository
 * @returns a package of schema 1.0.0 of custom-elements-manifest: its classes are those of the main entry, `define` registers them
 * @throws Error when a class with a tag is not exported, or has what TypeScript does not see
 */
export async function manifestOf(root) {
  const argv = ['analyze', '--config', resolve(root, 'tools/manifest-config.mjs'), '--quiet'];
  const { modules } = await cli({ argv, cwd: root, noWrite: true });
  const declarations = modules.flatMap((module) => module.declarations ?? []);
  const tagged = declarations.filter(({ tagName }) => tagName);
  if (tagged.length === 0) throw new Error('manifest: no class of src/element has a @tag');
  const eventNames = new Set(tagged.flatMap(({ events = [] }) => events.map(({ type }) => type?.text)));
  const told = declarations.filter(({ name, superclass }) => eventNames.has(name) && superclass?.name === 'Event');
  const types = publicTypes(
    root,
    [...tagged, ...told].map(({ name }) => name),
  );
  const classes = [...tagged.map((one) => elementOf(one, types)), ...told.map((one) => eventOf(one, types))];
  const exported = classes.map(({ name }) => ({ kind: 'js', name, declaration: { name, module: CLASSES } }));
  const registered = tagged.map(({ tagName, name }) => ({
    kind: 'custom-element-definition',
    name: tagName,
    declaration: { name, module: CLASSES },
  }));
  return {
    schemaVersion: '1.0.0',
    readme: 'README.md',
    modules: [
      { kind: 'javascript-module', path: CLASSES, declarations: classes, exports: exported },
      { kind: 'javascript-module', path: REGISTERS, declarations: [], exports: registered },
    ],
  };
}

/**
 * Writes the manifest, the custom data of VS Code and the web-types of JetBrains into dist.
 *
 * @param {string} root the repository
 * @param {{ name: string, version: string }} about name and version of the package
 */
export async function writeManifest(root, { name, version }) {
  const manifest = await manifestOf(root);
  const write = (file, content) => writeFileSync(resolve(root, 'dist', file), content);
  write('custom-elements.json', `${JSON.stringify(manifest, null, 1)}\n`);
  // the generators change what they are given
  const copy = () => JSON.parse(JSON.stringify(manifest));
  const quiet = { hideLogs: true };
  write('vscode.html-custom-data.json', getVsCodeHtmlCustomData(copy(), quiet));
  write('vscode.css-custom-data.json', getVsCodeCssCustomData(copy(), quiet));
  write('web-types.json', webTypes(getWebTypesData(copy(), quiet), name, version));
}

const webTypes = (text, name, version) =>
  `${JSON.stringify({ ...JSON.parse(text), name, version, 'js-types-syntax': 'typescript' }, null, 1)}\n`;
