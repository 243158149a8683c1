import type { Source } from '../model/dataset.js';
import type { CatalogueName } from './record.js';

/** The catalogues as sources, with the day on which each snapshot stood: the date of the last commit of its repository. */
const SNAPSHOTS: Readonly<
  Record<CatalogueName, { readonly name: string; readonly asOf: string; readonly sdos: readonly string[]; readonly note: string }>
> = {
  itu: {
    name: 'ITU',
    asOf: '2026-08-22',
    sdos: ['itu-t', 'itu-r'],
    note: 'The committee on record is the current owner of a text, not the one that wrote it. ITU-R records have no status.',
  },
  iso: {
    name: 'ISO',
    asOf: '2025-06-02',
    sdos: ['iso', 'jtc1'],
    note: 'The only catalogue that lists drafts. Its snapshot is older than those of the other catalogues.',
  },
  iec: { name: 'IEC', asOf: '2026-03-15', sdos: ['iec', 'jtc1'], note: 'Lists published texts only; states no relations.' },
  etsi: {
    name: 'ETSI',
    asOf: '2026-05-01',
    sdos: ['etsi'],
    note: 'States no status and no relations; the highest version of a deliverable is taken to be in force.',
  },
  ogc: { name: 'OGC', asOf: '2026-04-25', sdos: ['ogc'], note: 'States no status.' },
  w3c: { name: 'W3C', asOf: '2026-05-20', sdos: ['w3c'], note: '' },
  oasis: { name: 'OASIS', asOf: '2025-02-12', sdos: ['oasis'], note: 'States no status.' },
  ieee: { name: 'IEEE', asOf: '2025-08-31', sdos: ['ieee'], note: '' },
};

/** Key of a Relaton catalogue in the dataset's sources. */
export const sourceId = (catalogue: CatalogueName): string => `relaton-${catalogue}`;

/**
 * A Relaton catalogue as a source of the dataset.
 *
 * @param day the day of the snapshot; default that of the snapshots which the published dataset is made of
 */
export function sourceOf(catalogue: CatalogueName, day?: string): Source {
  const { name, asOf, sdos, note } = SNAPSHOTS[catalogue];
  return {
    id: sourceId(catalogue),
    catalogue: `Relaton, ${name} catalogue`,
    asOf: day ?? asOf,
    licence: 'none stated',
    url: `https://github.com/relaton/relaton-data-${catalogue}`,
    sdos,
    ...(note === '' ? {} : { note }),
  };
}
