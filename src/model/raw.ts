/** An object of a JSON value before anything is known about it. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The records of a collection with their places; what is not a record is the schema's business. */
export function records(root: Fields, collection: string): readonly (readonly [Fields, number])[] {
  const list = root[collection];
  if (!Array.isArray(list)) return [];
  return list.flatMap((record: unknown, index) => (isFields(record) ? [[record, index] as const] : []));
}
