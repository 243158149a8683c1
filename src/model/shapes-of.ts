import type * as z from 'zod/mini';
import type { Shape } from './shape.js';

type Schema = z.core.$ZodType;
type Check = z.core.$ZodCheck;

/** What the checks of a schema ask for. */
interface Asked {
  least?: number;
  most?: number;
  /** The least itself is too little. */
  isOpen?: true;
  rule?: string;
  pattern?: string;
}

const fail = (what: string): never => {
  throw new TypeError(`${what} has no shape yet. Teach src/model/shapes-of.ts and src/model/shape.ts what it asks for.`);
};

/** A property of a definition that types do not tell of. */
const fieldOf = (definition: object, key: string): unknown => Reflect.get(definition, key);
const numberOf = (definition: object, key: string): number => {
  const value = fieldOf(definition, key);
  return typeof value === 'number' ? value : fail(`a check without ${key}`);
};

function addCheck(asked: Asked, { _zod: { def } }: Check): Asked {
  switch (def.check) {
    case 'min_length':
      return { ...asked, least: numberOf(def, 'minimum') };
    case 'max_length':
      return { ...asked, most: numberOf(def, 'maximum') };
    case 'greater_than':
      return { ...asked, least: numberOf(def, 'value'), ...(fieldOf(def, 'inclusive') !== true && { isOpen: true }) };
    case 'less_than':
      return fieldOf(def, 'inclusive') === true ? { ...asked, most: numberOf(def, 'value') } : fail('a number below another');
    case 'string_format': {
      const pattern = fieldOf(def, 'pattern');
      return pattern instanceof RegExp && pattern.flags === '' ? { ...asked, pattern: pattern.source } : fail('a pattern with flags');
    }
    case 'custom': {
      const params = fieldOf(def, 'params');
      const code = typeof params === 'object' && params !== null ? fieldOf(params, 'code') : undefined;
      return typeof code === 'string' ? { ...asked, rule: code } : fail('a refinement without a code');
    }
    default:
      return fail(`the check ${def.check}`);
  }
}

function textShape({ least = 0, most = Number.MAX_SAFE_INTEGER, rule, pattern, ...rest }: Asked): Shape {
  const isOpenEnded = least === 0 && most === Number.MAX_SAFE_INTEGER;
  if (rest.isOpen) return fail('a text above a number');
  if (rule === undefined && pattern === undefined) return ['text', least, most];
  if (rule === 'link' && pattern === undefined) return ['link', least, most];
  if (rule === 'date' && pattern === undefined && isOpenEnded) return ['date'];
  return pattern !== undefined && rule === undefined && isOpenEnded ? ['like', pattern] : fail(`a text of the rule ${String(rule)}`);
}

function numberShape({ least, most, isOpen, rule, pattern }: Asked, isWhole: boolean): Shape {
  if (rule !== undefined || pattern !== undefined || (isWhole && isOpen)) return fail('a number with a rule');
  const ends = [least ?? -Number.MAX_VALUE, most ?? Number.MAX_VALUE] as const;
  return [isWhole ? 'whole' : isOpen ? 'above' : 'number', ...ends];
}

/** Walks a schema; equal rows are one. */
class Table {
  readonly rows: Shape[] = [];
  readonly #places = new Map<string, number>();

  add(schema: Schema): number {
    const row = this.#rowOf(schema);
    const key = JSON.stringify(row);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.rows.length);
    return this.rows.push(row) - 1;
  }

  #rowOf(schema: Schema): Shape {
    const { def } = schema._zod;
    const inner = (key: string): number => this.add(this.#schemaOf(def, key));
    const asked = (def.checks ?? []).reduce(addCheck, {});
    switch (def.type) {
      case 'string':
        return textShape(asked);
      case 'number': {
        const format = fieldOf(def, 'format');
        return numberShape(asked, format === undefined ? false : format === 'safeint' || fail('a number of another format'));
      }
      case 'array':
        return asked.rule === undefined
          ? ['list', inner('element'), asked.least ?? 0, asked.most ?? Number.MAX_SAFE_INTEGER]
          : fail('a list with a rule');
    }
    if (def.checks?.length) return fail(`a refined ${def.type}`);
    switch (def.type) {
      case 'boolean':
        return ['boolean'];
      case 'enum':
      case 'literal':
        return [
          'one',
          ...[...(schema._zod.values ?? [])].map((value) =>
            typeof value === 'string' || typeof value === 'number' ? value : fail('a value'),
          ),
        ];
      case 'nullable':
        return ['blank', inner('innerType')];
      case 'tuple': {
        const items = fieldOf(def, 'items');
        return Array.isArray(items) && fieldOf(def, 'rest') === null
          ? ['places', ...items.map((item: Schema) => this.add(item))]
          : fail('a tuple with a rest');
      }
      case 'record':
        return ['named', inner('keyType'), inner('valueType')];
      case 'object':
        return ['record', this.#fieldsOf(def)];
      default:
        return fail(`the type ${def.type}`);
    }
  }

  #schemaOf(definition: object, key: string): Schema {
    const found = fieldOf(definition, key);
    return isSchema(found) ? found : fail(`a definition without ${key}`);
  }

  #fieldsOf(definition: object): Readonly<Record<string, number>> {
    if (this.#schemaOf(definition, 'catchall')._zod.def.type !== 'never') return fail('an object that takes any field');
    const fields: Record<string, number> = {};
    for (const [name, field] of Object.entries(fieldOf(definition, 'shape') ?? {})) {
      if (!isSchema(field)) return fail(name);
      if (field._zod.def.type !== 'optional') fields[name] = this.add(field);
      else if (!field._zod.traits.has('$ZodExactOptional')) return fail('a field that may be undefined');
      else fields[name] = ~this.add(this.#schemaOf(field._zod.def, 'innerType'));
    }
    return fields;
  }
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && '_zod' in value;

/** The table of a schema; its last row is the schema itself. @throws TypeError for what a table cannot say */
export function shapesOf(schema: Schema): readonly Shape[] {
  const table = new Table();
  table.add(schema);
  return table.rows;
}

/** The table as a module. */
export function shapeModule(shapes: readonly Shape[]): string {
  const text = (value: unknown): string => {
    if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
    if (Array.isArray(value)) return `[${value.map(text).join(', ')}]`;
    if (typeof value !== 'object' || value === null) return String(value);
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${key}: ${text(item)}`)
      .join(', ')} }`;
  };
  return `import type { Shape } from './shape.js';

/** What a dataset has to be: the table of \`DatasetSchema\`, written by \`npm run schema\`. */
export const DATASET_SHAPES: readonly Shape[] = [
${shapes.map((shape) => `  ${text(shape)},\n`).join('')}];
`;
}
