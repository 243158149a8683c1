import { naturalKey } from '../analysis/ordering.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Standard, Topic } from '../model/dataset.js';
import { isHttpUrl } from '../model/value.js';
import type { CellValue, Grid } from './grid.js';
import type { Block, PageCell, PageColumn, PageTable } from './page.js';
import type { ReportFacts } from './report-facts.js';

/** One group of the table: a topic with its standards, or those without a topic of the taxonomy. */
export interface LandscapeGroup {
  readonly topic: Topic | undefined;
  /** By SDO in the order of the dataset, then by designation. */
  readonly rows: readonly LandscapeRow[];
}

/** A standard where it stands: in full under its first topic, by reference under each other one. */
export interface LandscapeRow {
  readonly standard: Standard;
  /** The topic that it stands in full under; undefined where that is here. */
  readonly see: Topic | undefined;
}

/** The topic that a standard stands in full under: its first domain, else its first capability; undefined without a topic of the taxonomy. */
function mainTopic(catalogue: Catalogue, { topics }: Standard): Topic | undefined {
  const known = topics.flatMap((id) => catalogue.topic(id) ?? []);
  return known.find(({ axis }) => axis === 'domain') ?? known[0];
}

/** The table of a landscape by topic: domains, then capabilities, then what has no topic; topics without a standard are left out. */
export function landscapeGroups({ catalogue, standards }: Pick<ReportFacts, 'catalogue' | 'standards'>): readonly LandscapeGroup[] {
  const sdos = new Map(catalogue.sdos.map(({ id }, at) => [id, at]));
  const place = (standard: Standard): number => sdos.get(catalogue.home(standard)) ?? sdos.size;
  const sorted = standards
    .map((standard) => ({ standard, main: mainTopic(catalogue, standard), place: place(standard), name: naturalKey(standard.id) }))
    .sort((a, b) => a.place - b.place || (a.name < b.name ? -1 : Number(a.name > b.name)));
  const groupOf = (topic: Topic | undefined): LandscapeGroup => ({
    topic,
    rows: sorted.flatMap(({ standard, main }) => {
      const isHere = topic === undefined ? main === undefined : standard.topics.includes(topic.id);
      return isHere ? [{ standard, see: main === topic ? undefined : main }] : [];
    }),
  });
  const topics = [...catalogue.topics].sort((a, b) => Number(a.axis === 'capability') - Number(b.axis === 'capability'));
  return [...topics, undefined].map(groupOf).filter(({ rows }) => rows.length > 0);
}

const COLUMNS: readonly PageColumn[] = [
  { heading: 'SDO', share: 1 },
  { heading: 'Group', share: 1.5 },
  { heading: 'Reference', share: 1.7 },
  { heading: 'Title', share: 3.6 },
  { heading: 'Status', share: 1.1 },
  { heading: 'Date', kind: 'date', share: 1 },
  { heading: 'Topics', share: 1.7 },
  { heading: 'Link', share: 1.2 },
];

/** The column that names a row. */
const REFERENCE = 2;

const plain = (text: string): PageCell => (text === '' ? [] : [[text]]);

/** What the table says of a standard, beside its link. */
function values(catalogue: Catalogue, { standard }: LandscapeRow): readonly string[] {
  return [
    catalogue
      .sdosOf(standard)
      .map((id) => catalogue.sdo(id)?.name ?? id)
      .join(', '),
    standard.committees.join(', '),
    standard.id,
    standard.title,
    standard.status,
    catalogue.latestDate(standard) ?? '',
    standard.topics.map((id) => catalogue.topic(id)?.label ?? id).join(', '),
  ];
}

function rowCells(catalogue: Catalogue, row: LandscapeRow): readonly PageCell[] {
  const { url } = row.standard;
  const [sdo = '', group = '', reference = '', title = '', status = '', date = '', topics = ''] = values(catalogue, row);
  const whole = [sdo, group].map(plain);
  if (row.see) return [...whole, [[reference]], [[title], [{ text: `in full under ${row.see.label}`, look: 'muted' }]], [], [], [], []];
  const link: PageCell = url === undefined || !isHttpUrl(url) ? [] : [[{ text: new URL(url).hostname.replace(/^www\./, ''), href: url }]];
  return [...whole, [[{ text: reference, look: 'strong' }]], ...[title, status, date, topics].map(plain), link];
}

const nameOf = (topic: Topic | undefined): string => topic?.label ?? 'Without a topic of the taxonomy';

/** The landscape as tables, one a topic. */
export function landscapeBlocks(facts: Pick<ReportFacts, 'catalogue' | 'standards'>): readonly Block[] {
  const groups = landscapeGroups(facts);
  return [
    {
      kind: 'text',
      line: [
        'One table a topic: domains first, then capabilities. A standard with several topics stands in full under its first domain, else its first capability; under each other topic it is named with a reference to it.',
      ],
      look: 'muted',
    },
    ...groups.flatMap(({ topic, rows }): readonly Block[] => {
      const table: PageTable = {
        kind: 'table',
        caption: `${nameOf(topic)}: standards`,
        columns: COLUMNS,
        names: REFERENCE,
        rows: rows.map((row) => rowCells(facts.catalogue, row)),
      };
      return [{ kind: 'heading', level: 1, text: `${nameOf(topic)} (${String(rows.length)})` }, table];
    }),
  ];
}

/** The same as one grid, for programs: the topic first, and where the standard stands in full last; every row has all of its cells. */
export function landscapeGrid(facts: Pick<ReportFacts, 'catalogue' | 'standards'>): Grid {
  const { catalogue } = facts;
  const rows = landscapeGroups(facts).flatMap(({ topic, rows: within }) => within.map((row) => ({ topic, row })));
  const names = ['topic', 'sdo', 'group', 'reference', 'title', 'status', 'date', 'topics', 'link', 'in_full_under'];
  return {
    name: 'Landscape',
    columns: names.map((heading) => ({ heading, width: 24, kind: heading === 'link' ? 'link' : 'text' })),
    count: rows.length,
    row: (at): readonly CellValue[] => {
      const found = rows[at];
      if (!found) return [];
      const { topic, row } = found;
      return [nameOf(topic), ...values(catalogue, row).map((text) => (text === '' ? undefined : text)), row.standard.url, row.see?.label];
    },
  };
}
