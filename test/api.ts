import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '..');

/** The report that is held against the sources; `npm run api` writes it. */
export const REPORT = resolve(ROOT, 'test/api.txt');

/** An entry of the package and the source it is built from. */
export interface Entry {
  /** As a program imports it: `standards-map/define`. */
  readonly name: string;
  /** Absolute path of its source. */
  readonly source: string;
}

/** What a program sees of an entry. */
export interface Surface {
  readonly name: string;
  /** One declaration each, by name. */
  readonly declarations: readonly string[];
  /** Exported names, and public members of exported classes, that no comment describes; by name. */
  readonly undescribed: readonly string[];
}

/** Tags by which the comment of an element says what it offers beside its members. */
const ELEMENT_TAGS = ['tag', 'slot', 'event', 'fires', 'csspart', 'cssprop', 'cssproperty', 'cssstate'];

/** The entries in package.json that are built from a TypeScript source, in its order. */
export function entries(root = ROOT): Entry[] {
  const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  };
  return Object.entries(manifest.exports).flatMap(([path, goal]) => {
    if (typeof goal === 'string' || !/^\.\/dist\/(?:node\/)?[^/]+\.js$/.test(goal.default)) return [];
    // Declarations lie below dist/types as their sources below src.
    const source = goal.types.replace(/^\.\/dist\/types\//, 'src/').replace(/\.d\.ts$/, '.ts');
    return [{ name: manifest.name + path.slice(1), source: resolve(root, source) }];
  });
}

function programOf(sources: readonly string[], root: string): ts.Program {
  const { config } = ts.readConfigFile(resolve(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as { readonly config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: sources }, ts.sys, root);
  return ts.createProgram(sources, {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    outDir: resolve(root, '.api'),
  });
}

/** The declaration file of a source, parsed: the types as the compiler publishes them. */
function publishedBy(program: ts.Program, source: ts.SourceFile): ts.SourceFile {
  const texts: string[] = [];
  program.emit(source, (_, content) => texts.push(content), undefined, true);
  return ts.createSourceFile('published.d.ts', texts.join('\n'), ts.ScriptTarget.ES2022, true);
}

const isHidden = (member: ts.ClassElement): boolean =>
  (member.name !== undefined && ts.isPrivateIdentifier(member.name)) ||
  (ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0;

const nameOf = (member: ts.ClassElement): string =>
  ts.isConstructorDeclaration(member) ? 'constructor' : (member.name?.getText() ?? member.getText());

const printer = ts.createPrinter({ removeComments: true });
const print = (node: ts.Node): string => printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());

/** The head of a class and its public members by name, one line each. */
function classText(published: ts.ClassDeclaration): string[] {
  const heritage = published.heritageClauses?.map((clause) => ` ${print(clause).trim()}`).join('') ?? '';
  const members = published.members.filter((member) => !isHidden(member)).map((member) => print(member).replaceAll(/\s*\n\s*/g, ' '));
  return [`class ${published.name?.text ?? ''}${heritage}`, ...members.sort().map((line) => `  ${line}`)];
}

/** What the decorators and the comment of an element's class add: attributes, events, slots, parts. */
function elementText(source: ts.ClassDeclaration): string[] {
  const tags = ts
    .getJSDocTags(source)
    .filter((tag) => ELEMENT_TAGS.includes(tag.tagName.text))
    .map((tag) => `  @${tag.tagName.text} ${ts.getTextOfJSDocComment(tag.comment) ?? ''}`.split(/\s+-\s+|\n/)[0]?.trimEnd() ?? '');
  const properties = source.members.flatMap((member) => {
    const decorator = (ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : [])
      .map((one) => one.expression)
      .find((one) => ts.isCallExpression(one) && /^(property|chosen)$/.test(one.expression.getText()));
    return decorator && !isHidden(member) ? [`  @property ${nameOf(member)}: ${print(decorator).replaceAll(/\s+/g, ' ')}`] : [];
  });
  return [...tags, ...properties].sort();
}

function declares(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.some((one) => one.name.getText() === name);
  return (
    (ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement)) &&
    statement.name?.text === name
  );
}

function declarationText(statement: ts.Statement, sources: readonly ts.Declaration[]): string {
  if (!ts.isClassDeclaration(statement)) return print(statement).replace(/^(export )?(declare )?/, '');
  return [...classText(statement), ...sources.filter((one) => ts.isClassDeclaration(one)).flatMap(elementText)].join('\n');
}

const isDescribed = (node: ts.Node): boolean => ts.getJSDocCommentsAndTags(node).some((one) => ts.isJSDoc(one));

/** A type that only reads the members of a described list (`(typeof ROLES)[number]`) needs no words of its own. */
const isDerived = (node: ts.Declaration): boolean =>
  ts.isTypeAliasDeclaration(node) && /^\(typeof \w+\)\[number\]$/.test(node.type.getText());

function undescribedOf(name: string, declarations: readonly ts.Declaration[]): string[] {
  const bare = declarations.every((one) => !isDescribed(one) && !isDerived(one)) ? [name] : [];
  const members = declarations
    .filter((one) => ts.isClassDeclaration(one))
    .flatMap((one) => [...one.members])
    // what overrides is described where it was first declared
    .filter((member) => !isHidden(member) && (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Override) === 0)
    // a property of a getter and a setter is described at its getter
    .filter((member) => !ts.isSetAccessor(member))
    .filter((member) => !isDescribed(member) && member.name !== undefined)
    .map((member) => `${name}.${nameOf(member)}`);
  return [...bare, ...members];
}

function surfaceOf(entry: Entry, program: ts.Program, published: (file: ts.SourceFile) => ts.SourceFile): Surface {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry.source);
  if (!file) throw new Error(`${entry.name}: ${entry.source} does not exist`);
  const module = checker.getSymbolAtLocation(file);
  const symbols = module ? checker.getExportsOfModule(module) : [];
  const seen = symbols
    .map((symbol) => ({ name: symbol.name, origin: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    name: entry.name,
    declarations: seen.flatMap(({ name, origin }) => {
      const declarations = origin.declarations ?? [];
      const files = [...new Set(declarations.map((one) => one.getSourceFile()))];
      const texts = files.flatMap((one) => published(one).statements.filter((statement) => declares(statement, origin.name)));
      if (texts.length === 0) throw new Error(`${entry.name}: no declaration of ${name} found`);
      return texts.map((statement) => (name === origin.name ? '' : `${name} = `) + declarationText(statement, declarations));
    }),
    undescribed: seen.flatMap(({ name, origin }) => undescribedOf(name, origin.declarations ?? [])),
  };
}

/**
 * What programs see of the package: every exported name with its type, of classes the public members, of elements also
 * attributes, events, slots and parts.
 *
 * @throws Error when the source of an entry is missing
 */
export function surfaces(of: readonly Entry[], root = ROOT): Surface[] {
  for (const { name, source } of of) if (!existsSync(source)) throw new Error(`${name}: ${source} does not exist`);
  const program = programOf(
    of.map(({ source }) => source),
    root,
  );
  const known = new Map<ts.SourceFile, ts.SourceFile>();
  const published = (file: ts.SourceFile): ts.SourceFile => {
    const one = known.get(file) ?? publishedBy(program, file);
    known.set(file, one);
    return one;
  };
  return of.map((entry) => surfaceOf(entry, program, published));
}

/** The report: entries in their order, declarations by name. */
export function report(of: readonly Surface[]): string {
  const head = 'The public surface of the package. Written by `npm run api`; a change here is a change for everybody who uses it.';
  const parts = of.map(({ name, declarations }) =>
    [`# ${name}`, ...(declarations.length > 0 ? declarations : ['(exports nothing)'])].join('\n\n'),
  );
  return `${[head, ...parts].join('\n\n')}\n`;
}

/** `npm run api`: writes the report. */
export function main(): number {
  writeFileSync(REPORT, report(surfaces(entries())));
  return 0;
}
