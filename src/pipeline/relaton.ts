import { Unreadable } from './faults.js';
import type { CatalogueName, CatalogueRecord, RawDate, RawRelation } from './record.js';
import type { Source } from '../model/dataset.js';
import { field, isMapping, list, text } from './yaml-value.js';

// The two Relaton models use different words for the same things: 1.2 writes docid/id, date/value, link and docstatus,
// 1.5 writes docidentifier/content, date/at, source and status. No key means different things in the two, so one reader
// that knows both words reads either, and a repository may flip from one to the other without a change here.

/** A web address as the dataset accepts it: http or https, absolute, without user name or password; otherwise empty. */
export function httpAddress(value: string): string {
  if (!URL.canParse(value)) return '';
  const address = new URL(value);
  const web = address.protocol === 'http:' || address.protocol === 'https:';
  return web && address.username === '' && address.password === '' ? address.href : '';
}

function identifiers(document: unknown): readonly { type: string; id: string; primary: boolean }[] {
  return list(field(document, 'docid', 'docidentifier'))
    .filter((entry) => field(entry, 'scope') === undefined)
    .map((entry) => ({
      type: text(field(entry, 'type')),
      id: text(field(entry, 'id', 'content')),
      primary: field(entry, 'primary') === true,
    }))
    .filter((entry) => entry.id !== '');
}

/** The whole title in one language: the part typed `main`, or the first untyped one. */
function titleIn(document: unknown, language: string): string {
  const parts = list(field(document, 'title')).filter((part) => {
    const languages = list(field(part, 'language')).map(text);
    return languages.includes(language) || (languages.length === 0 && language === 'en');
  });
  const whole = parts.find((part) => text(field(part, 'type')) === 'main') ?? parts.find((part) => field(part, 'type') === undefined);
  return text(field(whole, 'content'));
}

/** The address of the page of the work itself first, then the text. */
const LINK_ORDER = ['src', 'html', 'pdf', 'doc'];

function address(document: unknown): string {
  const links = list(field(document, 'link', 'source')).map((link) => ({
    order: LINK_ORDER.indexOf(text(field(link, 'type'))),
    href: httpAddress(text(field(link, 'content'))),
  }));
  const usable = links.filter((link) => link.order >= 0 && link.href !== '');
  return usable.sort((a, b) => a.order - b.order)[0]?.href ?? '';
}

function stage(document: unknown): string {
  const status = field(document, 'docstatus', 'status');
  const main = text(field(field(status, 'stage'), 'value', 'content'));
  const sub = text(field(field(status, 'substage'), 'value', 'content'));
  if (main !== '' && sub !== '') return `${main}.${sub}`;
  // IEEE gives a stage to some records only and its own status to all of them; a stage that says withdrawn is the stronger word.
  const own = text(field(field(document, 'ext'), 'standard_status'));
  return own !== '' && main !== 'withdrawn' ? own : main;
}

function groupName(group: unknown): string {
  if (typeof group === 'string') return text(group);
  return text(field(group, 'identifier')) || text(field(group, 'name'));
}

/** Committee names as printed: identifier (ISO), number (IEC), name (the others); from the editorial group or the contributors. */
function committees(document: unknown): readonly string[] {
  const editorial = field(field(document, 'ext'), 'editorialgroup') ?? field(document, 'editorialgroup');
  const groups =
    isMapping(editorial) && !Object.hasOwn(editorial, 'name')
      ? [...list(field(editorial, 'technical_committee')), ...list(field(editorial, 'committee'))]
      : list(editorial);
  const subdivisions = list(field(document, 'contributor'))
    .flatMap((contributor) => list(field(field(contributor, 'organization'), 'subdivision')))
    .flatMap((subdivision) => list(field(subdivision, 'name')).map((name) => text(field(name, 'content'))));
  return [...new Set([...groups.map(groupName), ...subdivisions])].filter((name) => name !== '');
}

function relations(document: unknown): readonly RawRelation[] {
  return list(field(document, 'relation')).flatMap((relation) => {
    const other = field(relation, 'bibitem');
    const to = identifiers(other)[0]?.id ?? text(field(field(other, 'formattedref'), 'content'));
    const description = text(field(field(relation, 'description'), 'content'));
    return to === '' ? [] : [{ type: text(field(relation, 'type')), to, ...(description === '' ? {} : { description }) }];
  });
}

function dates(document: unknown): readonly RawDate[] {
  return list(field(document, 'date'))
    .map((date) => ({ kind: text(field(date, 'type')), value: text(field(date, 'value', 'at')) }))
    .filter((date) => /^\d{4}(-\d{2}){0,2}$/.test(date.value));
}

/** The catalogue that records are read from. */
export interface Snapshot {
  readonly catalogue: CatalogueName;
  readonly source: Source;
}

/**
 * One Relaton document, of model 1.2 or 1.5, as a catalogue record; nothing is judged or mended here.
 *
 * @param document the parsed YAML
 * @throws Unreadable when the document carries no identifier: it is not a Relaton record
 */
export function recordOf({ catalogue, source }: Snapshot, file: string, document: unknown): CatalogueRecord {
  const ids = identifiers(document);
  const primary = ids.find((entry) => entry.primary) ?? ids[0];
  if (primary === undefined) throw new Unreadable('names no document. Expected a Relaton record with docid or docidentifier.');
  const ext = field(document, 'ext');
  const doctype = field(ext, 'doctype') ?? field(document, 'doctype');
  const abstract = list(field(document, 'abstract')).find((part) => ['en', ''].includes(text(list(field(part, 'language'))[0])));
  const french = titleIn(document, 'fr');
  return {
    catalogue,
    source,
    file,
    model: text(field(document, 'schema-version', 'schema_version')),
    designation: primary.id,
    otherIds: ids.filter((entry) => entry !== primary).map(({ type, id }) => ({ type, id })),
    title: titleIn(document, 'en'),
    titles: french === '' ? {} : { fr: french },
    doctype: text(field(doctype, 'abbreviation')) || text(field(doctype, 'type', 'content')),
    stage: stage(document),
    dates: dates(document),
    edition: text(field(field(document, 'edition'), 'content')) || text(field(list(field(document, 'version'))[0], 'draft')),
    committees: committees(document),
    ics: list(field(ext, 'ics') ?? field(document, 'ics'))
      .map((entry) => text(field(entry, 'code')))
      .filter((code) => code !== ''),
    url: address(document),
    relations: relations(document),
    keywords: list(field(document, 'keyword'))
      .map((entry) => text(field(entry, 'content')))
      .filter((word) => word !== ''),
    abstract: text(field(abstract, 'content')),
  };
}
