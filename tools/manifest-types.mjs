// What TypeScript knows of the public members of classes: types with aliases of literals written out, parameters, what is returned.
import { resolve } from 'node:path';
import ts from 'typescript';

const FORMAT = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType;

/** The words of a type in the order in which its author wrote them; undefined where it is no set of words. TypeScript's own order changes with every new file. */
function wordsOf(checker, node) {
  if (!node) return undefined;
  if (ts.isLiteralTypeNode(node)) return ts.isStringLiteral(node.literal) ? [node.literal.text] : undefined;
  if (ts.isUnionTypeNode(node)) {
    const parts = node.types.map((part) => wordsOf(checker, part));
    return parts.every(Boolean) ? parts.flat() : undefined;
  }
  if (ts.isTypeReferenceNode(node)) {
    const symbol = checker.getSymbolAtLocation(node.typeName);
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return wordsOf(checker, target?.declarations?.find(ts.isTypeAliasDeclaration)?.type);
  }
  if (!ts.isIndexedAccessTypeNode(node)) return undefined;
  // `(typeof WORDS)[number]`
  const words = checker.getTypeArguments(checker.getTypeFromTypeNode(node.objectType));
  return words.length > 0 && words.every((word) => word.isStringLiteral()) ? words.map(({ value }) => value) : undefined;
}

/** A set of words is told by its words, whatever it is called: an editor has nothing to offer for `View`. */
function typeText(checker, type, declaration) {
  const words = wordsOf(checker, declaration?.type);
  if (words) return words.map((word) => `'${word}'`).join(' | ');
  if (type.isUnion() && type.types.every((part) => part.isStringLiteral()))
    throw new Error(`manifest: ${declaration?.getText() ?? ''}: its words are written in no known way`);
  return checker.typeToString(type, undefined, FORMAT);
}

const commentOf = (symbol, checker) =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim() || undefined;

function methodOf(checker, signature, tags) {
  const said = (name, of) =>
    tags
      .filter((tag) => tag.name === name)
      .map(({ text }) => ts.displayPartsToString(text))
      .find((text) => !of || text.startsWith(of));
  const parameters = signature.getParameters().map((parameter) => {
    const declaration = parameter.valueDeclaration;
    const text = typeText(checker, checker.getTypeOfSymbol(parameter), declaration);
    const description = said('param', `${parameter.name} `)?.slice(parameter.name.length).trim();
    return { name: parameter.name, type: { text }, optional: checker.isOptionalParameter(declaration) || undefined, description };
  });
  return {
    parameters,
    returns: { type: { text: typeText(checker, signature.getReturnType(), signature.getDeclaration()) }, description: said('returns') },
    throws: said('throws'),
  };
}

function memberOf(checker, symbol) {
  const type = checker.getTypeOfSymbol(symbol);
  const [signature] = type.getCallSignatures();
  const description = commentOf(symbol, checker);
  if (signature && symbol.flags & ts.SymbolFlags.Method)
    return { description, ...methodOf(checker, signature, symbol.getJsDocTags(checker)) };
  const accessor = symbol.flags & ts.SymbolFlags.Accessor;
  const readonly = accessor
    ? !(symbol.flags & ts.SymbolFlags.SetAccessor)
    : Boolean(ts.getCombinedModifierFlags(symbol.valueDeclaration) & ts.ModifierFlags.Readonly);
  // what can be set may be wider than what is read, as `selected` is; an editor completes what is read
  return {
    description,
    type: typeText(
      checker,
      type,
      symbol.declarations?.find((one) => one.type),
    ),
    readonly,
  };
}

/**
 * The public members of classes that the main entry exports, inherited ones included.
 *
 * @param {string} root the repository
 * @param {readonly string[]} names of the classes
 * @returns {Map<string, Map<string, { description?: string, type?: string, readonly?: boolean, parameters?: object[], returns?: object, throws?: string }>>}
 * @throws Error when src/index.ts does not export one of them
 */
export function publicTypes(root, names) {
  const entry = resolve(root, 'src/index.ts');
  const { config } = ts.readConfigFile(resolve(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [entry] }, ts.sys, root);
  const program = ts.createProgram([entry], options);
  const checker = program.getTypeChecker();
  const exported = new Map(
    checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry))).map((symbol) => [symbol.name, symbol]),
  );
  return new Map(
    names.map((name) => {
      const symbol = exported.get(name);
      if (!symbol) throw new Error(`manifest: src/index.ts does not export ${name}, which is an element or an event of one`);
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const members = checker.getDeclaredTypeOfSymbol(target).getProperties();
      return [name, new Map(members.map((member) => [member.name, memberOf(checker, member)]))];
    }),
  );
}
