// A JSON Schema as tables: what each object holds, which values a field takes, and whether it has to be there.
import { pageWriter } from './reference.mjs';
import { escape } from './html.mjs';

const short = (number) => (Math.abs(number) > 1e15 ? 'any integer' : number.toLocaleString('en'));

/** In words, what a field takes; `name` of an object that has a table of its own. */
function words(schema, named) {
  const name = named.get(schema);
  if (name) return { html: `<a href="#${name.id}">${escape(name.title)}</a>`, text: name.title };
  const plain = (text) => ({ html: escape(text), text });
  if (schema.const !== undefined) return { html: `<code>${escape(JSON.stringify(schema.const))}</code>`, text: String(schema.const) };
  if (schema.enum)
    return { html: schema.enum.map((one) => `<code>${escape(one ?? 'null')}</code>`).join(', '), text: schema.enum.join(' ') };
  if (schema.anyOf) {
    const parts = schema.anyOf.map((one) => words(one, named));
    return { html: parts.map(({ html }) => html).join(' or '), text: parts.map(({ text }) => text).join(' or ') };
  }
  if (schema.prefixItems) {
    const parts = schema.prefixItems.map((one) => words(one, named));
    return { html: `[${parts.map(({ html }) => html).join(', ')}]`, text: parts.map(({ text }) => text).join(', ') };
  }
  if (schema.type === 'array') {
    const inner = words(schema.items ?? {}, named);
    const least = schema.minItems > 0 ? `, at least ${schema.minItems}` : '';
    return { html: `list of ${inner.html}${least}`, text: `list of ${inner.text}${least}` };
  }
  if (schema.type === 'string') return plain(schema.maxLength ? `text, up to ${short(schema.maxLength)} letters` : 'text');
  if (schema.type === 'integer' || schema.type === 'number') {
    const kind = schema.type === 'integer' ? 'integer' : 'number';
    const { minimum: least, maximum: most } = schema;
    if (least === undefined || Math.abs(least) > 1e15) return plain(kind);
    return plain(
      most === undefined || Math.abs(most) > 1e15 ? `${kind} from ${short(least)}` : `${kind}, ${short(least)} to ${short(most)}`,
    );
  }
  if (schema.type === 'object' && schema.additionalProperties) {
    const inner = words(schema.additionalProperties, named);
    return { html: `names, each with ${inner.html}`, text: `names with ${inner.text}` };
  }
  return plain(schema.type ?? 'anything');
}

/** Every object with fields of its own below a schema, with what it is called. */
function* objects(schema, title) {
  if (schema === undefined || typeof schema !== 'object') return;
  if (schema.type === 'object' && schema.properties) {
    yield { schema, title };
    for (const [name, inner] of Object.entries(schema.properties)) yield* objects(inner, `${title} › ${name}`);
  }
  if (schema.type === 'array') yield* objects(schema.items, title);
  for (const one of schema.anyOf ?? []) yield* objects(one, title);
}

/**
 * A schema as a page.
 *
 * @param schema JSON Schema whose objects stand where they are used
 * @param options `title`, `about`, `root` (what the whole is called)
 */
export function formatPage(schema, { title, about, root }) {
  const page = pageWriter();
  page.heading(1, title);
  page.prose(about);
  const found = [...objects(schema, root)];
  const named = new Map();
  // anchors before the first table, which points to those below it
  const draft = pageWriter();
  draft.heading(1, title);
  for (const one of found) named.set(one.schema, { id: draft.heading(2, one.title), title: one.title });
  for (const { schema: object, title: name } of found) {
    page.heading(2, name);
    page.table(
      ['Field', 'Needed', 'Takes', 'Meaning'],
      Object.entries(object.properties).map(([field, inner]) => [
        { html: `<code>${escape(field)}</code>`, text: field },
        object.required?.includes(field) ? 'yes' : '',
        words(inner, named),
        inner.description ?? '',
      ]),
    );
  }
  return page.done();
}
