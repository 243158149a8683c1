import { parse, YAMLParseError } from 'yaml';
import { Unreadable } from './faults.js';
import { OTHER, plainYaml } from './plain-yaml.js';

/** Aliases a record may use: the catalogues use none, and each one past this bound is an attempt to exhaust memory. */
const ALIAS_LIMIT = 50;

/** The first line of what the parser says, which goes on with an excerpt of the text. */
const firstLine = (message: string): string =>
  (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '').replace(/:$/, '');

/** What is wrong with a text that is no YAML, with its line. */
function fault(yaml: string, error: unknown): Unreadable {
  if (error instanceof YAMLParseError) {
    const line = error.linePos?.[0].line ?? yaml.slice(0, error.pos[0]).split('\n').length;
    return new Unreadable(`is no YAML: ${firstLine(error.message)}. Expected a whole record; get the file again.`, line);
  }
  if (error instanceof ReferenceError) {
    const advice = `Expected at most ${String(ALIAS_LIMIT)} uses of an alias, each after its anchor; the catalogues use none.`;
    return new Unreadable(`uses aliases as no record does: ${firstLine(error.message)}. ${advice}`);
  }
  if (error instanceof RangeError)
    return new Unreadable('is nested deeper than can be read. Expected a record, which has some ten levels.');
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
  try {
    return parse(yaml, { maxAliasCount: ALIAS_LIMIT, prettyErrors: false });
  } catch (error) {
    throw fault(yaml, error);
  }
}
