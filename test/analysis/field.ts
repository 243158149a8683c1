import { coverage } from '../../src/analysis/coverage.js';
import type { Cell, CoverageOptions } from '../../src/analysis/cell.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import type { Dataset, Expectation, SdoId, Standard } from '../../src/model/dataset.js';
import { dataset, standard } from '../fixtures/small.js';

const topic = (id: string, axis: 'domain' | 'capability') => ({ id, label: id, axis, sources: ['a test'] });
const sdo = (id: string) => ({ id, name: id.toUpperCase(), title: id });
const source = (id: string, asOf: string, sdos: readonly string[]) => ({
  id,
  catalogue: id,
  asOf,
  licence: 'none stated',
  url: 'https://example.org/',
  sdos,
});

/** Two domains, two capabilities, four SDOs and a joint one; every committee is called as its SDO. */
export const field = (standards: readonly Standard[], given: Partial<Dataset> = {}): Catalogue =>
  catalogue(
    dataset({
      asOf: '2026-08-22',
      sources: [
        source('iso', '2025-06-02', ['iso', 'iec', 'jtc1']),
        source('itu', '2026-08-22', ['itu-t']),
        source('etsi', '2026-05-01', ['etsi']),
      ],
      sdos: [sdo('iso'), sdo('iec'), sdo('itu-t'), sdo('etsi'), { ...sdo('jtc1'), jointOf: ['iso', 'iec'] }],
      committees: ['iso', 'iec', 'itu-t', 'etsi', 'jtc1'].map((id) => ({ id, title: id, sdo: id, kind: 'technical-committee' as const })),
      topics: [topic('mobility', 'domain'), topic('energy', 'domain'), topic('terminology', 'capability'), topic('security', 'capability')],
      standards,
      ...given,
    }),
  );

const PUBLISHERS: Readonly<Record<string, readonly SdoId[]>> = { jtc1: ['iso', 'iec'] };

/** A standard of one SDO on mobility and security; current, normative and in force unless the test says otherwise. */
export const work = (id: string, owner: SdoId, given: Partial<Standard> = {}): Standard =>
  standard(id, {
    publishers: PUBLISHERS[owner] ?? [owner],
    committees: [owner],
    topics: ['mobility', 'security'],
    reasons: ['a test', 'a test'],
    editions: [{ id: `${id}:2024`, date: '2024-05', status: 'in-force' }],
    ...given,
  });

/** The same, still in preparation. */
export const draft = (id: string, owner: SdoId, given: Partial<Standard> = {}): Standard =>
  work(id, owner, { status: 'under-development', editions: [{ id, kind: 'draft', status: 'under-development' }], ...given });

/** What a curator says of mobility and security, or of what is given. */
export const says = (state: Expectation['state'], given: Partial<Expectation> = {}): Expectation => ({
  topics: ['mobility', 'security'],
  state,
  reason: 'a test',
  by: 'a curator',
  date: '2026-11-22',
  ...given,
});

/** The cell of mobility and security, or of what is given. */
export function cellOf(map: Catalogue, options: CoverageOptions = {}, row = 'mobility', column = 'security'): Cell {
  const cell = coverage(map, options).cells.find((one) => one.row === row && one.column === column);
  if (!cell) throw new Error(`no cell of ${row} and ${column}`);
  return cell;
}

/** The state of that cell of these standards. */
export const stateOf = (standards: readonly Standard[], options: CoverageOptions = {}, expectations: readonly Expectation[] = []) =>
  cellOf(field(standards, { expectations }), options).state;
