/** Plain texts that are numbers, truth values or nothing in the core schema of YAML 1.2, or may be such. */
const TYPED = /^(?:[-+.~0-9]|[Nn]ull$|NULL$|[Tt]rue$|TRUE$|[Ff]alse$|FALSE$)/;
const INTEGER = /^[-+]?\d{1,15}$/;
const DECIMAL = /^[-+]?(?:\.\d+|\d+\.\d*)$/;
/** Spellings that the core schema knows and the catalogues do not use: left to the parser. */
const RARE = /^(?:[-+]?\d{16,}|0[ox].*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|[-+]?[\d.]+[eE][-+]?\d+)$/;

function typed(text: string, other: symbol): unknown {
  if (INTEGER.test(text)) return Number(text);
  if (DECIMAL.test(text)) return Number.parseFloat(text);
  if (RARE.test(text)) return other;
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  return word === '~' || word === 'null' ? null : text;
}

/** A plain text of one or more lines: text, number, truth value or null; `other` where it holds what separates keys or begins a comment. */
export function plainScalar(lines: readonly string[], other: symbol): unknown {
  for (const line of lines) {
    if (line === '' || line.includes(': ') || line.includes(' #') || line.endsWith(':') || line.endsWith(' ')) return other;
  }
  const [first = ''] = lines;
  if (lines.length > 1) return lines.join(' ');
  return TYPED.test(first) ? typed(first, other) : first;
}

const SPACE = 32;

/** A line without the spaces at its ends; those before the first line and behind the last one are part of the text. */
function bare(line: string, isFirst: boolean, isLast: boolean): string {
  let [from, to] = [0, line.length];
  while (!isFirst && line.charCodeAt(from) === SPACE) from += 1;
  while (!isLast && to > from && line.charCodeAt(to - 1) === SPACE) to -= 1;
  return line.slice(from, to);
}

/** The lines of a quoted text as one: a line break is a space, n empty lines are n line breaks. */
export function folded(raw: string): string {
  if (!raw.includes('\n')) return raw;
  const lines = raw.split('\n');
  let [out, empty] = ['', 0];
  for (const [at, line] of lines.entries()) {
    const [isFirst, isLast] = [at === 0, at === lines.length - 1];
    const part = bare(line, isFirst, isLast);
    if (part === '' && !isFirst && !isLast) empty += 1;
    else {
      out += isFirst ? part : ('\n'.repeat(empty) || ' ') + part;
      empty = 0;
    }
  }
  return out;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
  '/': '/',
  ' ': ' ',
  e: '\u001b',
  '0': '\0',
};
const ESCAPE = /\\(?:\n *|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([nrt"\\/ e0]))|\\|[^\\]+/g;

/** A text in double quotes; `other` for an escape that the catalogues do not use. */
export function doubleQuoted(raw: string, other: symbol): unknown {
  if (!raw.includes('\\')) return folded(raw);
  let out = '';
  for (const [part, hex, unicode, letter] of raw.matchAll(ESCAPE)) {
    if (part === '\\') return other;
    if (part.startsWith('\\\n')) continue;
    if (letter !== undefined) out += ESCAPES[letter] ?? '';
    else if (hex ?? unicode) out += String.fromCharCode(Number.parseInt(hex ?? unicode ?? '', 16));
    else out += folded(part);
  }
  return out;
}

/** The lines of a literal text, without the indentation, as one: with one line break at its end, or none (`-`). */
export function literal(lines: readonly string[], chomp: string, other: symbol): unknown {
  let end = lines.length;
  while (end > 0 && lines[end - 1] === '') end -= 1;
  if (end === 0) return other;
  return lines.slice(0, end).join('\n') + (chomp === '-' ? '' : '\n');
}
