import { checkCycles } from './cycles.js';
import { NO_GOAL, type Dataset } from './dataset.js';
import { isFields } from './raw.js';
import { CELL_COORDINATES, IDENTIFIED, IN_SCENES, REFERENCES, SHOWN } from './reference-table.js';

/** The texts at a field. */
function textsAt(value: unknown, [step, ...rest]: readonly string[]): readonly string[] {
  if (step === undefined) return typeof value === 'string' ? [value] : [];
  if (step === '[]') return Array.isArray(value) ? value.flatMap((item) => textsAt(item, rest)) : [];
  return isFields(value) ? textsAt(value[step], rest) : [];
}

function hasCycle(next: readonly (readonly [string, readonly string[]])[]): boolean {
  let has = false;
  checkCycles(new Map(next), () => {
    has = true;
  });
  return has;
}

const isUnique = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

/**
 * Whether `checkRecords` finds nothing at all the matter with a value that has the shape of a dataset: each id once, references that lead somewhere, no
 * cycles, lists that belong together. The same rules without the words for what is wrong.
 */
export function isSound(data: Dataset): boolean {
  const { committees, standards, expectations = [], goals = [], facts = [], stories = [] } = data;
  const lists = IDENTIFIED.map((name) => (data[name] ?? []).map(({ id }: { readonly id: string }) => id));
  const ids = new Map<string, ReadonlySet<string>>(IDENTIFIED.map((name, at) => [name, new Set(lists[at])]));
  const has = (name: string, id: string): boolean => ids.get(name)?.has(id) === true;
  const isNamed = ([collection = '', ...field]: readonly string[]): boolean => {
    const target = field.pop() ?? '';
    return textsAt(data, [collection, '[]', ...field]).every((id) => has(target, id));
  };
  return (
    lists.every(isUnique) &&
    REFERENCES.every(isNamed) &&
    IN_SCENES.every((field) => textsAt(stories, ['[]', ...field]).every((id) => SHOWN.some((name) => has(name, id)))) &&
    facts.every(({ about }) => has('sdos', about) || has('committees', about)) &&
    expectations.every(
      ({ state, topics, role, sdo }) =>
        state !== 'expected' || new Set(topics).size + Number(role !== undefined) + Number(sdo !== undefined) === CELL_COORDINATES,
    ) &&
    goals.every(({ code }) => code.toLowerCase() !== NO_GOAL) &&
    isUnique(goals.map(({ framework, code }) => `${framework} ${code.toLowerCase()}`)) &&
    standards.every(
      ({ id, topics, reasons, relations = [] }) =>
        topics.length === reasons.length && relations.every(({ to, external = false }) => to !== id && has('standards', to) !== external),
    ) &&
    committees.every(({ created = '', dissolved }) => dissolved === undefined || dissolved >= created.slice(0, dissolved.length)) &&
    !hasCycle(committees.map(({ id, parent }) => [id, parent === undefined ? [] : [parent]])) &&
    !hasCycle(
      standards.map(({ id, relations = [] }) => [
        id,
        relations.filter(({ type, external }) => type === 'supersedes' && !external).map(({ to }) => to),
      ]),
    )
  );
}
