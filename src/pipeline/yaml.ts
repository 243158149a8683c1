import { parse, YAMLParseError } from 'yaml';
import { Unreadable } from './faults.js';
import { OTHER, plainYaml } from './plain-yaml.js';
import { tooLarge } from './source-file.js';

/** Aliases a record may use: the catalogues use none, and each one past this bound is an attempt to exhaust memory. */
const ALIAS_LIMIT = 50;

/** Brackets that may be open at once, and columns of spaces and list marks before the content of a line; a record has 0 and 20. */
const [MOST_OPEN, MOST_BEFORE] = [100, 200];
/** Longest text that the parser gets: it looks at every pair of keys of an object, and the largest record of all has 180 kB. */
const LONGEST = 400_000;
const DEEP = 'is nested deeper than can be read. Expected a record, which has some ten levels.';

/**
 * Refuses what would exhaust the parser, which calls itself for every level: yaml 2.9 ends the process at two million brackets, with an error of
 * the engine that nobody can catch. Brackets in texts count, too: a bound, not a reading.
 */
function checkNesting(yaml: string): void {
  let [open, before, isBefore] = [0, 0, true];
  for (let at = 0; at < yaml.length; at += 1) {
    const letter = yaml[at] ?? '';
    if (letter === '\n') [before, isBefore] = [0, true];
    else if (isBefore && ' -?:\t'.includes(letter)) before += 1;
    else isBefore = false;
    if (letter === '[' || letter === '{') open += 1;
    else if ((letter === ']' || letter === '}') && open > 0) open -= 1;
    if (open > MOST_OPEN || before > MOST_BEFORE) throw new Unreadable(DEEP, yaml.slice(0, at).split('\n').length);
  }
}

/** The first line of what the parser says, which goes on with an excerpt of the text. */
const firstLine = (message: string): string =>
  (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '').replace(/:$/, '');

/** What is wrong with a text that is no YAML, with its line. */
function fault(yaml: string, error: unknown): Unreadable {
  if (error instanceof YAMLParseError) {
    if (error.message.includes('call stack')) return new Unreadable(DEEP);
    const line = error.linePos?.[0].line ?? yaml.slice(0, error.pos[0]).split('\n').length;
    return new Unreadable(`is no YAML: ${firstLine(error.message)}. Expected a whole record; get the file again.`, line);
  }
  if (error instanceof ReferenceError) {
    const advice = `Expected at most ${String(ALIAS_LIMIT)} uses of an alias, each after its anchor; the catalogues use none.`;
    return new Unreadable(`uses aliases as no record does: ${firstLine(error.message)}. ${advice}`);
  }
  if (error instanceof RangeError) return new Unreadable(DEEP);
  throw error;
}

/**
 * The value of a YAML text, of the core schema of YAML 1.2: objects, lists, text, numbers, booleans, null.
 *
 * @throws Unreadable with the line when it is no YAML, unfolds aliases without end or is nested too deeply
 */
export function yamlValue(yaml: string): unknown {
  const plain = plainYaml(yaml);
  if (plain !== OTHER) return plain;
  if (yaml.length > LONGEST) throw tooLarge(yaml.length, LONGEST);
  checkNesting(yaml);
  try {
    return parse(yaml, { maxAliasCount: ALIAS_LIMIT, prettyErrors: false });
  } catch (error) {
    throw fault(yaml, error);
  }
}
