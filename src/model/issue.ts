/** What sort of problem an issue is. */
export type IssueCode =
  | 'json'
  | 'bytes'
  | 'version'
  | 'missing'
  | 'type'
  | 'enum'
  | 'duplicate'
  | 'reference'
  | 'cycle'
  | 'date'
  | 'link'
  | 'key'
  | 'text'
  | 'range'
  | 'depth'
  | 'unknown-field';

/** One problem of a dataset: where, what it got, what was expected. */
export interface Issue {
  readonly code: IssueCode;
  /** A warning leaves the dataset usable; an error does not. */
  readonly severity: 'error' | 'warning';
  /** JSON Pointer (RFC 6901) to the value: `/standards/12/topics/0`. */
  readonly pointer: string;
  /** One line for a reader: `smart-cities.json standards[12] "ISO 37122": topics[0] "indicater" is not a topic. Nearest: "indicator".` */
  readonly message: string;
  /** The nearest valid value, where one is near. */
  readonly nearest?: string;
}

/** A step into a JSON value: a field name or a place in a list. */
export type PathStep = string | number;

const LONGEST_EXCERPT = 60;

/** How a value is quoted in a message: short, on one line, without invisible direction marks. */
export function excerpt(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${String(value.length)}`;
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'string') return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
  const plain = value.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
  return `"${plain.length > LONGEST_EXCERPT ? `${plain.slice(0, LONGEST_EXCERPT)}…` : plain}"`;
}

/** A JSON Pointer of a path. @source RFC 6901 */
export const pointerOf = (path: readonly PathStep[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A path as a reader writes it: `relations[2].to`. */
export const pathText = (path: readonly PathStep[]): string =>
  path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${String(step)}]` : text ? `${text}.${step}` : step), '');

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path, undefined where the path leads nowhere; only own properties are followed. */
export function valueAt(root: unknown, path: readonly PathStep[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** Where a problem is, up to the colon: `smart-cities.json standards[12] "ISO 37122": `; the path inside the record follows. */
export function whereOf(name: string, root: unknown, path: readonly PathStep[]): string {
  const [collection, index, ...inside] = path;
  if (typeof collection !== 'string' || typeof index !== 'number') return `${name}: ${pathText(path)}`;
  const record = valueAt(root, [collection, index]);
  const id = isRecord(record) && typeof record['id'] === 'string' ? ` ${excerpt(record['id'])}` : '';
  return `${name} ${collection}[${String(index)}]${id}:${inside.length > 0 ? ` ${pathText(inside)}` : ''}`;
}
