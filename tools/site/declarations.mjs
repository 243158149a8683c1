// What the entries of the package export, with the comments beside it, read from the sources without checking their types:
// every declaration of this project writes its types down.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

const printer = ts.createPrinter({ removeComments: true });

/** Sources by path, each parsed once. */
function reader() {
  const known = new Map();
  return (path) => {
    const file = known.get(path) ?? ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
    known.set(path, file);
    return file;
  };
}

const isExported = (statement) =>
  ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
const beside = (file, specifier) => resolve(dirname(file.fileName), specifier.text.replace(/\.js$/, '.ts'));

/** Every name that a module exports with where it is declared: `{ name, origin, file, typeOnly }`. */
function exportsOf(file, read) {
  const found = [];
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement) && statement.moduleSpecifier) {
      const from = read(beside(file, statement.moduleSpecifier));
      const all = exportsOf(from, read);
      if (!statement.exportClause) found.push(...all);
      else
        for (const { name, propertyName } of statement.exportClause.elements) {
          const origin = (propertyName ?? name).text;
          const one = all.find((declared) => declared.name === origin);
          if (!one) throw new Error(`${file.fileName}: ${from.fileName} exports no ${origin}`);
          found.push({ ...one, name: name.text });
        }
    } else if (ts.isExportDeclaration(statement) && statement.exportClause) {
      for (const { name, propertyName } of statement.exportClause.elements)
        found.push(...local(file, (propertyName ?? name).text, read).map((one) => ({ ...one, name: name.text })));
    } else if (isExported(statement)) found.push(...declared(statement).map((name) => ({ name, origin: name, file })));
  }
  const names = new Set();
  return found.filter(({ name }) => !names.has(name) && names.add(name));
}

const declared = (statement) =>
  ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.map(({ name }) => name.getText())
    : statement.name
      ? [statement.name.text]
      : [];

/** What a module exports under a name of its own or an imported one. */
function local(file, origin, read) {
  if (file.statements.some((statement) => declared(statement).includes(origin))) return [{ origin, file }];
  for (const statement of file.statements) {
    const named = ts.isImportDeclaration(statement) && statement.importClause?.namedBindings;
    if (!named || !ts.isNamedImports(named)) continue;
    const element = named.elements.find(({ name }) => name.text === origin);
    if (element)
      return exportsOf(read(beside(file, statement.moduleSpecifier)), read).filter(
        ({ name }) => name === (element.propertyName ?? element.name).text,
      );
  }
  throw new Error(`${file.fileName}: nothing is named ${origin}`);
}

const print = (node) => printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
const commentOf = (node) => ts.getJSDocCommentsAndTags(node).findLast((one) => ts.isJSDoc(one));
const textOf = (comment) => (ts.getTextOfJSDocComment(comment) ?? '').trim();

/** The comment of a declaration: what it says, and its tags. */
function described(node) {
  const comment = node && commentOf(node);
  if (!comment) return { text: '', parameters: [], returns: '', throws: '', source: '' };
  const tag = (...names) =>
    (comment.tags ?? [])
      .filter(({ tagName }) => names.includes(tagName.text))
      .map((one) => textOf(one.comment))
      .join(' ');
  return {
    text: textOf(comment.comment),
    parameters: (comment.tags ?? [])
      .filter((one) => ts.isJSDocParameterTag(one))
      .map((one) => ({ name: one.name.getText(), text: textOf(one.comment).replace(/^-\s*/, '') })),
    returns: tag('returns', 'return'),
    // `@throws RangeError when …`: TypeScript takes the word behind the tag for a type in braces only
    throws: (comment.tags ?? [])
      .filter(({ tagName }) => tagName.text === 'throws')
      .map((one) =>
        one
          .getText()
          .replace(/^@throws\s*/, '')
          .replaceAll(/\s*\n\s*\*\s*/g, ' ')
          .replace(/\s*\*?\s*$/, ''),
      )
      .join(' '),
    source: tag('source'),
  };
}

const parametersText = (node) => node.parameters.map((one) => print(one).replace(/\s+/g, ' ')).join(', ');
const signature = (name, node) =>
  `${name}${node.typeParameters ? `<${node.typeParameters.map(print).join(', ')}>` : ''}(${parametersText(node)}): ${node.type ? print(node.type) : 'void'}`;

/** A function or arrow function as a signature, a list with its members, anything else with its type. */
function variable(name, { initializer, type }) {
  if (type) return { kind: 'value', code: `const ${name}: ${print(type)}` };
  if (initializer && ts.isArrowFunction(initializer)) return { kind: 'function', code: signature(name, initializer) };
  if (initializer && ts.isAsExpression(initializer)) return { kind: 'value', code: `const ${name} = ${print(initializer.expression)}` };
  return { kind: 'value', code: `const ${name} = ${initializer ? print(initializer) : '…'}` };
}

function memberOf(member) {
  const { text } = described(member);
  return { name: member.name?.getText() ?? '', code: print(member).replace(/;$/, ''), text };
}

/** `(typeof ROLES)[number]`, a type that only names the members of a list, as the members themselves. */
function listed(file, alias) {
  const list = /^\(typeof (\w+)\)\[number\]$/.exec(alias.type.getText())?.[1];
  const statement = list && file.statements.find((one) => ts.isVariableStatement(one) && declared(one).includes(list));
  const initializer = statement?.declarationList.declarations.find((one) => one.name.getText() === list)?.initializer;
  const values = initializer?.getText().match(/'[^']*'/g);
  return values && !initializer.getText().includes('...') ? `type ${alias.name.text} = ${values.join(' | ')}` : undefined;
}

/** One declaration: kind, code, comment, and for interfaces their members with comments. */
function declaration({ name, origin, file }) {
  const statements = file.statements.filter((statement) => declared(statement).includes(origin));
  const withBody = statements.find((statement) => !ts.isFunctionDeclaration(statement) || commentOf(statement)) ?? statements[0];
  const about = described(withBody);
  const base = { name, ...about };
  if (ts.isFunctionDeclaration(withBody)) {
    const overloads = statements.length > 1 ? statements.filter(({ body }) => !body) : statements;
    return { ...base, kind: 'function', code: overloads.map((one) => signature(name, one)).join('\n'), members: [] };
  }
  if (ts.isVariableStatement(withBody)) {
    const one = withBody.declarationList.declarations.find((each) => each.name.getText() === origin);
    return { ...base, ...variable(name, one), members: [] };
  }
  if (ts.isInterfaceDeclaration(withBody)) {
    const heritage = withBody.heritageClauses?.map((clause) => ` ${print(clause).trim()}`).join('') ?? '';
    return { ...base, kind: 'type', code: `interface ${name}${heritage}`, members: withBody.members.map(memberOf) };
  }
  if (ts.isClassDeclaration(withBody)) {
    const heritage = withBody.heritageClauses?.map((clause) => ` ${print(clause).trim()}`).join('') ?? '';
    const members = withBody.members.filter(
      (member) => ts.isPropertyDeclaration(member) && commentOf(member) && !ts.isPrivateIdentifier(member.name),
    );
    return { ...base, kind: 'class', code: `class ${name}${heritage}`, members: members.map(memberOf) };
  }
  return { ...base, kind: 'type', code: listed(file, withBody) ?? print(withBody).replace(/^export /, ''), members: [] };
}

/**
 * What entries export, by name.
 *
 * @param entries `name` (as a program imports it) and `source` (absolute path)
 * @returns for each entry its declarations: `name`, `kind` (function, value, type, class), `code`, `text`, `parameters`, `returns`, `throws`, `members`
 */
export function declarations(entries) {
  const read = reader();
  return entries.map(({ name, source }) => ({
    name,
    declarations: exportsOf(read(source), read)
      .map(declaration)
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  }));
}

/** The entries in package.json that are built from a TypeScript source: the same as in the report of the public surface. */
export function entries(root) {
  const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  return Object.entries(manifest.exports).flatMap(([path, goal]) => {
    const built = typeof goal === 'string' ? undefined : goal.default;
    if (typeof built !== 'string' || !/^\.\/dist\/(?:node\/)?[^/]+\.js$/.test(built) || typeof goal.types !== 'string') return [];
    return [
      {
        name: manifest.name + path.slice(1),
        source: resolve(root, goal.types.replace(/^\.\/dist\/types\//, 'src/').replace(/\.d\.ts$/, '.ts')),
      },
    ];
  });
}
