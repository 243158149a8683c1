// Text of YAML as the catalogues' generator (Ruby's Psych, libyaml 0.2) writes it: block style, lists at the indentation of their key, lines folded
// at 80 columns, quotes only where a plain text would mean something else.
const WIDTH = 80;
/** Plain texts that YAML 1.1 would read as something else than text. */
const MEANS_ELSE =
  /^(?:|[-+]?[\d,]+|[-+]?[\d_,]*\.[\d_]*(?:e[-+]?\d+)?|[-+]?0[xob][\da-f_]+|\d{4}-\d\d?-\d\d?|~|null|true|false|yes|no|on|off|y|n|\d+(?::[0-5]?\d)+)$/i;
const SPECIAL = /^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|: |:$| #|^\s|\s$/;

/** Words put in lines: broken at a space once a line is longer than 80 columns, as libyaml does. */
function folded(text, column, indent) {
  let out = '';
  let at = column;
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (out !== '') {
      if (at > WIDTH) {
        out += `\n${indent}`;
        at = indent.length;
      } else {
        out += ' ';
        at += 1;
      }
    }
    out += word;
    at += word.length;
  }
  return out;
}

function scalar(value, column, indent) {
  if (typeof value !== 'string') return String(value);
  if (value.includes('\r')) {
    const escaped = value.replace(/[\\"]/g, '\\$&').replaceAll('\r', '\\r').replaceAll('\n', '\\n');
    return `"${folded(escaped, column + 1, indent)}"`;
  }
  if (value.includes('\n')) return `|-\n${value.replace(/^(?=.)/gm, indent)}`;
  if (MEANS_ELSE.test(value)) return `'${value}'`;
  if (SPECIAL.test(value)) return `'${folded(value.replaceAll("'", "''"), column + 1, indent)}'`;
  return folded(value, column, indent);
}

const isBlock = (value) => typeof value === 'object' && value !== null;

/** The entries of an object or a list; `first` is what stands before the first of them on its line. */
function block(value, indent, out, first) {
  let lead = first;
  if (Array.isArray(value)) {
    for (const entry of value) {
      if (isBlock(entry)) block(entry, `${indent}  `, out, `${lead}- `);
      else out.push(`${lead}- ${scalar(entry, lead.length + 2, `${indent}  `)}`);
      lead = indent;
    }
    return;
  }
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined) continue;
    if (!isBlock(entry)) out.push(`${lead}${key}: ${scalar(entry, lead.length + key.length + 2, `${indent}  `)}`);
    else {
      out.push(`${lead}${key}:`);
      block(entry, Array.isArray(entry) ? indent : `${indent}  `, out, Array.isArray(entry) ? indent : `${indent}  `);
    }
    lead = indent;
  }
}

/** A record as the text of its file. */
export function relatonYaml(record) {
  const out = ['---'];
  block(record, '', out, '');
  return `${out.join('\n')}\n`;
}
