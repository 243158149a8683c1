import { isFields, listOf, type Fields } from './compact-values.js';
import type { Dataset, Standard, StandardId } from './dataset.js';
import { alreadyFrozen, deepFreeze } from './freeze.js';
import type { Issue } from './issue.js';
import { parse, type Parsed, type ParseOptions } from './parse.js';
import { columnsOf, Damage } from './parse-compact-columns.js';
import { placesIn } from './places.js';
import { readStandards, type ReadStandards } from './parse-compact-standards.js';
import { supersessionTurns } from './supersession.js';

/** Every text anywhere in a JSON value. */
function textsIn(root: unknown): readonly string[] {
  const texts: string[] = [];
  const pending = [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) for (const child of Object.values(value) as unknown[]) pending.push(child);
  }
  return texts;
}

/** Places of the standards by id, made at the first question; undefined where an id comes twice. */
class Index {
  readonly #standards: readonly Standard[];

  constructor(standards: readonly Standard[]) {
    this.#standards = standards;
  }

  get places(): ReadonlyMap<StandardId, number> {
    return placesIn({ standards: this.#standards });
  }

  /** Files of the builder are sorted: ids that only rise are told apart without an index. */
  get isUnique(): boolean {
    let before = '';
    for (const { id } of this.#standards) {
      if (!(id > before)) return this.places.size === this.#standards.length;
      before = id;
    }
    return true;
  }
}

/** A standard as one that is only referred to: its own relations would lead to standards that are not looked at. */
const referredTo = (standard: Standard): Standard => ({ ...standard, relations: [] });

/**
 * The standards that the schema has to look at: those that no column vouches for, and all that these and the head name, so that a
 * reference that leads somewhere in the whole dataset does so here too.
 */
function toCheck({ standards, unsure }: ReadStandards, head: Fields, index: Index): readonly Standard[] {
  const doubtful = new Set(unsure);
  const texts = textsIn([head['findings'], head['stories'], head['submissions'], head['originals'], unsure.map((at) => standards[at])]);
  const named = new Set(texts.flatMap((text) => index.places.get(text) ?? []));
  return [
    ...unsure.flatMap((at) => standards[at] ?? []),
    ...[...named].filter((at) => !doubtful.has(at)).flatMap((at) => (standards[at] ? [referredTo(standards[at])] : [])),
  ];
}

/** The pairs of supersession that the columns and the side state. */
function supersessions({ standards, unsure, stated }: ReadStandards, index: Index): readonly number[] {
  const beside = unsure.flatMap((at) =>
    listOf(standards[at]?.relations).flatMap((one) => {
      const goal =
        isFields(one) && one['type'] === 'supersedes' && one['external'] !== true ? index.places.get(String(one['to'])) : undefined;
      return goal === undefined ? [] : [at, goal];
    }),
  );
  return beside.length === 0 ? stated.supersedes : [...stated.supersedes, ...beside];
}

/**
 * The dataset when everything about it is known to be right; undefined when `parse` has to say what is not.
 *
 * Columns hold only what is right by itself, so what is left is what the side and the head hold, and what only the whole can tell.
 */
function unquestioned(head: Fields, read: ReadStandards): Dataset | undefined {
  const { standards, stated } = read;
  const index = new Index(standards);
  if (stated.toItself || !index.isUnique || [...stated.outside].some((designation) => index.places.has(designation))) return undefined;
  const checked = parse({ ...head, standards: toCheck(read, head, index) });
  if (!checked.ok || checked.warnings.length > 0 || supersessionTurns(standards.length, supersessions(read, index))) return undefined;
  for (const at of read.unsure) {
    const standard = standards[at];
    if (standard) deepFreeze(standard);
  }
  const rest: Dataset = { ...checked.dataset, standards: [] };
  deepFreeze({ ...rest });
  return alreadyFrozen(Object.freeze({ ...rest, standards: Object.freeze(standards) }));
}

function read(bytes: Uint8Array, options: ParseOptions): Parsed {
  const column = columnsOf(bytes);
  const [head, isApart] = listOf(column('head').json());
  if (!isFields(head) || isApart !== true) return parse(head, options);
  const standards = readStandards(column, head);
  const dataset = unquestioned(head, standards);
  return dataset ? { ok: true, dataset, warnings: [] } : parse({ ...head, standards: standards.standards }, options);
}

/**
 * Reads a compact dataset, as `writeCompact` makes it, and checks it as `parse` does; never throws on bad bytes.
 *
 * What is wrong with the bytes is one issue of the code `bytes`; what is wrong with the dataset in them is told as `parse` tells it. The
 * answer is frozen to its last value where nothing had to be said about it, and equal lists of several standards are one list.
 *
 * @param bytes the file, uncompressed; it may be let go of afterwards
 */
export function readCompact(bytes: Uint8Array, options: ParseOptions = {}): Parsed {
  try {
    return read(bytes, options);
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    const issue: Issue = { code: 'bytes', severity: 'error', pointer: '', message: `${options.name ?? 'dataset'}: ${error.message}.` };
    return { ok: false, issues: [issue], total: 1 };
  }
}
