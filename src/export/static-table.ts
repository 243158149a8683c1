import type { Catalogue } from '../model/catalogue.js';
import type { Sdo, Standard } from '../model/dataset.js';
import { isHttpUrl } from '../model/value.js';
import { el, type StaticElement, type StaticNode } from './markup-tree.js';
import type { StaticFacts } from './static-options.js';
import type { StaticWords } from './static-words.js';

const MOST = 300;

/** The standards of one SDO. */
export interface StaticGroup {
  readonly sdo: Sdo;
  readonly standards: readonly Standard[];
}

/** What passes, and what is selected beyond it, by the SDO in whose territory it stands; SDOs and standards in dataset order. */
export function groupsOf({ records, ids, selected }: StaticFacts): readonly StaticGroup[] {
  const wanted = new Set([...ids, ...selected]);
  const groups = new Map(records.sdos.map((sdo) => [sdo.id, { sdo, standards: new Array<Standard>() }]));
  for (const standard of records.standards) if (wanted.has(standard.id)) groups.get(records.home(standard))?.standards.push(standard);
  return [...groups.values()].filter(({ standards }) => standards.length > 0);
}

/** What one SDO may have at most, so that all together have no more than `most` rows: small ones are whole, large ones share alike. */
function quota(groups: readonly StaticGroup[], most: number): number {
  let [left, rest] = [most, groups.length];
  for (const { length } of groups.map(({ standards }) => standards).sort((a, b) => a.length - b.length)) {
    if (length > Math.floor(left / rest)) return Math.floor(left / rest);
    left -= length;
    rest -= 1;
  }
  return Infinity;
}

/** An address is a link where it is one of the web; else what is named stands by itself. */
const linked = (url: string | undefined, ...children: readonly StaticNode[]): StaticElement =>
  url !== undefined && isHttpUrl(url) ? el('a', { href: url, rel: 'noopener noreferrer' }, ...children) : el('span', {}, ...children);

/** Where a standard has no dated text it says a dash, not nothing. */
const dateCell = (date: string | undefined): StaticElement => el('td', {}, date === undefined ? '–' : el('time', {}, date));

function row(records: Catalogue, standard: Standard, words: StaticWords): StaticElement {
  const { id, title, status, url } = standard;
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, linked(url, el('bdi', {}, id))),
    el('td', {}, el('bdi', {}, title)),
    el('td', {}, words.statuses[status]),
    dateCell(records.latestDate(standard)),
  );
}

/** The standards by SDO as a table, and below it what it leaves out. */
export function table({ records, options: { most = MOST }, words }: StaticFacts, groups: readonly StaticGroup[]): readonly StaticElement[] {
  if (!Number.isInteger(most) || most < 0) throw new RangeError(`static: most is ${String(most)}. Expected an integer ≥ 0.`);
  if (groups.length === 0) return [el('p', {}, words.none)];
  const cap = quota(groups, most);
  const across = { colspan: '4', scope: 'rowgroup' };
  const bodies = groups.map(({ sdo: { name, title }, standards }) => {
    const left = standards.length - cap;
    return el(
      'tbody',
      {},
      el('tr', {}, el('th', { ...across, title }, words.group(name, String(standards.length)))),
      ...standards.slice(0, cap).map((standard) => row(records, standard, words)),
      left > 0 && cap > 0 ? el('tr', {}, el('td', { colspan: '4' }, words.moreOf(String(left), name))) : undefined,
    );
  });
  const heads = [words.standard, words.title, words.status, words.latest].map((name) => el('th', { scope: 'col' }, name));
  const left = groups.reduce((sum, { standards }) => sum + Math.max(0, standards.length - cap), 0);
  return [
    el('table', {}, el('caption', {}, words.table), el('thead', {}, el('tr', {}, ...heads)), ...bodies),
    ...(left > 0 ? [el('p', {}, words.more(String(left)))] : []),
  ];
}

/** Where the facts come from, each as old as it was when it was read: the sources that what is shown names. */
export function sources({ records, words }: StaticFacts, groups: readonly StaticGroup[]): StaticElement | undefined {
  const named = new Set(groups.flatMap(({ standards }) => standards.flatMap((standard) => standard.sources)));
  const items = records.sources
    .filter(({ id }) => named.has(id))
    .map(({ catalogue, url, asOf }) => el('li', {}, linked(url, el('bdi', {}, catalogue)), ' (', words.sourceAsOf(asOf), ')'));
  return items.length > 0 ? el('section', {}, el('p', {}, words.sources), el('ul', {}, ...items)) : undefined;
}
