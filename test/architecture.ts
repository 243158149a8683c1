import { readdirSync, readFileSync } from 'node:fs';
import { posix, resolve, sep } from 'node:path';
import ts from 'typescript';

/** One import of a module; a re-export, a dynamic import, a type import and a worker's address are imports too. */
export interface Import {
  /** As written, without a query: `./graph.js`, `d3`, `node:fs`. */
  readonly from: string;
  /** The names taken from it; `*` for all of them or for a default export. */
  readonly names: readonly string[];
}

/** A source file and what it imports. */
export interface Module {
  /** Relative to the source folder, with forward slashes: `scene/graph.ts`. */
  readonly path: string;
  readonly imports: readonly Import[];
}

/** What a room may import: other rooms, and packages with the names allowed of them (`true` for any). */
export interface Rule {
  readonly rooms: readonly string[];
  readonly packages: Readonly<Record<string, true | RegExp>>;
}

/** Rules by room; a file at the top of the source folder is a room of its own, by its name without ending. */
export type Table = Readonly<Record<string, Rule>>;

const text = (node: ts.Node | undefined): string | undefined => (node && ts.isStringLiteralLike(node) ? node.text : undefined);

const isImportMetaUrl = (node: ts.Node | undefined): boolean =>
  node !== undefined && ts.isPropertyAccessExpression(node) && node.name.text === 'url' && ts.isMetaProperty(node.expression);

function namesOfImport(clause: ts.ImportClause | undefined): readonly string[] {
  const bindings = clause?.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements.map((one) => (one.propertyName ?? one.name).text) : [];
  return clause?.name || (bindings && ts.isNamespaceImport(bindings)) ? [...named, '*'] : named;
}

function namesOfExport(clause: ts.NamedExportBindings | undefined): readonly string[] {
  return clause && ts.isNamedExports(clause) ? clause.elements.map((one) => (one.propertyName ?? one.name).text) : ['*'];
}

function importOf(node: ts.Node): { readonly from: string | undefined; readonly names: readonly string[] } | undefined {
  if (ts.isImportDeclaration(node)) return { from: text(node.moduleSpecifier), names: namesOfImport(node.importClause) };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { from: text(node.moduleSpecifier), names: namesOfExport(node.exportClause) };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return { from: text(node.argument.literal), names: ['*'] };
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return { from: text(node.arguments[0]), names: ['*'] };
  if (ts.isNewExpression(node) && node.expression.getText() === 'URL' && isImportMetaUrl(node.arguments?.[1])) {
    return { from: text(node.arguments?.[0]), names: ['*'] };
  }
  return undefined;
}

/**
 * Every import of a source text, in order.
 *
 * @throws Error when an import names its module by an expression, which nobody can check
 */
export function importsOf(path: string, source: string): Import[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const one = importOf(node);
    if (one) {
      if (one.from === undefined) throw new Error(`${path}: ${node.getText()} names its module by an expression`);
      found.push({ from: one.from.replace(/\?.*$/, ''), names: one.names });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Every TypeScript module below a folder, by path. */
export function readModules(folder: string): Module[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.split(sep).join('/'))
    .sort()
    .map((path) => ({ path, imports: importsOf(path, readFileSync(resolve(folder, path), 'utf8')) }));
}

/** The room of a path: its first folder, or for a file at the top its name without ending. */
export const roomOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : path.replace(/\.ts$/, ''));

const isRelative = (from: string): boolean => from.startsWith('.');

/** The path that a relative import leads to, with the ending of its source. */
function target(path: string, from: string): string {
  return posix.normalize(posix.join(posix.dirname(path), from)).replace(/\.js$/, '.ts');
}

/** `zod` of `zod/mini`, `@scope/name` of `@scope/name/sub`, `node:` of `node:fs`. */
function packageOf(from: string): string {
  if (from.startsWith('node:')) return 'node:';
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
}

function packageFault(rule: Rule, one: Import): string | undefined {
  const allowed = rule.packages[packageOf(one.from)];
  if (allowed === undefined) return `may not import ${one.from}`;
  if (allowed === true) return undefined;
  const strangers = one.names.filter((name) => !allowed.test(name));
  return strangers.length > 0 ? `may not import ${strangers.join(', ')} of ${one.from}` : undefined;
}

function faultOf(module: Module, one: Import, table: Table, known: ReadonlySet<string>): string | undefined {
  const room = roomOf(module.path);
  const rule = table[room];
  if (!rule) return undefined;
  if (!isRelative(one.from)) return packageFault(rule, one);
  const to = target(module.path, one.from);
  if (to.startsWith('../')) return `imports ${one.from}, outside of the source folder`;
  if (to.endsWith('.ts') && !known.has(to)) return `imports ${one.from}, which does not exist`;
  const other = roomOf(to);
  return other === room || rule.rooms.includes(other) ? undefined : `(room ${room}) may not import ${one.from} (room ${other})`;
}

/** Imports that the table does not allow, one line each, by path; a file of a room without a rule is one too. */
export function violations(modules: readonly Module[], table: Table): string[] {
  const known = new Set(modules.map(({ path }) => path));
  return modules.flatMap((module) => {
    if (!table[roomOf(module.path)]) return [`${module.path}: room ${roomOf(module.path)} is not in the table`];
    return module.imports.flatMap((one) => {
      const fault = faultOf(module, one, table, known);
      return fault ? [`${module.path}: ${fault}`] : [];
    });
  });
}

/** Who imports whom, by file; type imports count. */
export function fileGraph(modules: readonly Module[]): Map<string, ReadonlySet<string>> {
  return new Map(
    modules.map(({ path, imports }) => [
      path,
      new Set(imports.filter(({ from }) => isRelative(from)).map(({ from }) => target(path, from))),
    ]),
  );
}

/** Who imports whom, by room. */
export function roomGraph(modules: readonly Module[]): Map<string, ReadonlySet<string>> {
  const graph = new Map<string, Set<string>>();
  for (const [path, targets] of fileGraph(modules)) {
    const room = roomOf(path);
    const others = graph.get(room) ?? new Set();
    for (const to of targets) if (roomOf(to) !== room) others.add(roomOf(to));
    graph.set(room, others);
  }
  return graph;
}

/** One cycle through each place where a walk along the arrows returns to its own way: `a → b → a`. Empty for a graph without cycles. */
export function cycles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const walk = (place: string): void => {
    const back = way.indexOf(place);
    if (back >= 0) {
      found.push([...way.slice(back), place].join(' → '));
      return;
    }
    if (done.has(place)) return;
    done.add(place);
    way.push(place);
    for (const next of graph.get(place) ?? []) walk(next);
    way.pop();
  };
  for (const place of graph.keys()) walk(place);
  return found;
}
