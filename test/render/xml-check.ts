/** An element of a parsed XML text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text directly within, entities resolved. */
  text: string;
  readonly children: XmlElement[];
}

const NAME = '[A-Za-z][-:.A-Za-z0-9]*';
const REFERENCE = /^#(\d+);$/;
/** Everything that XML 1.0 calls a character, and no control characters, which it only tolerates. */
const CHARACTERS = /^(?:[\t\n\r\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD]|[\uD800-\uDBFF][\uDC00-\uDFFF])*$/;

function resolved(text: string, where: string): string {
  if (!CHARACTERS.test(text)) throw new Error(`${where}: a character that is none of XML in ${JSON.stringify(text)}`);
  return text.replace(/[<>]|&([^;]*;?)/g, (all, entity: string | undefined) => {
    const code = REFERENCE.exec(entity ?? '')?.[1];
    const sign = code === undefined ? undefined : String.fromCharCode(Number(code));
    if (sign === undefined) throw new Error(`${where}: ${all} stands unescaped in ${JSON.stringify(text)}`);
    return sign;
  });
}

function attributesOf(text: string, where: string): Record<string, string> {
  const found: Record<string, string> = {};
  const rest = text.replace(new RegExp(`\\s(${NAME})="([^"]*)"`, 'g'), (_, name: string, value: string) => {
    if (name in found) throw new Error(`${where}: attribute ${name} stands twice`);
    found[name] = resolved(value, `${where} ${name}`);
    return '';
  });
  if (rest.trim() !== '') throw new Error(`${where}: ${JSON.stringify(rest)} is no attribute`);
  return found;
}

/**
 * Reads XML as narrow as a careful program writes it: one root, elements, double-quoted attributes, references by number; no comments, no
 * declarations, no processing instructions, no CDATA.
 *
 * @throws Error at the first thing that is anything else
 */
export function parseXml(text: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, text: '', children: [] };
  const open = [top];
  for (const [all, markup, content] of text.matchAll(/<([^<>]*)>|([^<]+|<)/g)) {
    const within = open.at(-1) ?? top;
    if (markup === undefined) {
      within.text += resolved(content ?? all, within.name);
      continue;
    }
    const [, end, name = '', given = '', empty] = new RegExp(`^(/?)(${NAME})(.*?)(/?)$`, 's').exec(markup) ?? [];
    if (name === '') throw new Error(`<${markup}> is no element`);
    if (end === '/') {
      if (within.name !== name || given !== '' || empty === '/') throw new Error(`</${name}> ends <${within.name}>`);
      open.pop();
      continue;
    }
    const element = { name, attributes: attributesOf(given, name), text: '', children: [] };
    within.children.push(element);
    if (empty !== '/') open.push(element);
  }
  const [root] = top.children;
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name ?? ''}> does not end`);
  if (!root || top.children.length > 1 || top.text.trim() !== '') throw new Error('expected one root and nothing beside it');
  return root;
}

/** An element and all below it, in document order. */
export const all = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(all)];
