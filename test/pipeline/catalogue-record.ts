import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Standard } from '../../src/model/dataset.js';
import type { Tables } from '../../src/pipeline/build.js';
import { build } from '../../src/pipeline/build.js';
import { readClassification } from '../../src/pipeline/classify.js';
import { readCommittees } from '../../src/pipeline/committees.js';
import { sourceOf } from '../../src/pipeline/catalogues.js';
import type { Correction } from '../../src/pipeline/correct.js';
import { readIsoCommittees } from '../../src/pipeline/iso-committees.js';
import type { Landscape } from '../../src/pipeline/reconcile.js';
import { reconcile } from '../../src/pipeline/reconcile.js';
import type { CatalogueName, CatalogueRecord } from '../../src/pipeline/record.js';
import { Report } from '../../src/pipeline/report.js';
import { readTaxonomy } from '../../src/pipeline/taxonomy.js';

/** A hand-written catalogue record: what a test does not say is empty. */
export function record(catalogue: CatalogueName, designation: string, part: Partial<CatalogueRecord> = {}): CatalogueRecord {
  return {
    catalogue,
    source: sourceOf(catalogue),
    designation,
    file: `${designation.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.yaml`,
    model: catalogue === 'itu' ? 'v1.5.6' : 'v1.2.9',
    otherIds: [],
    title: 'Smart city lighting – Requirements',
    titles: {},
    doctype: '',
    stage: '',
    dates: [],
    edition: '',
    committees: [],
    ics: [],
    url: '',
    relations: [],
    keywords: [],
    abstract: '',
    ...part,
  };
}

export const published = (value: string): { dates: readonly { kind: string; value: string }[] } => ({
  dates: [{ kind: 'published', value }],
});

/** Works and relations of some records with the report on them. */
export function landscape(...records: readonly CatalogueRecord[]): Landscape & { readonly report: Report } {
  const report = new Report();
  return { ...reconcile(records, report), report };
}

const data = (name: string): unknown => JSON.parse(readFileSync(join('data', name), 'utf8'));
const fixtures = join('test', 'fixtures', 'iso_technical_committees.jsonl');

/** The project's own tables, with a selection that takes every record. */
export function tables(corrections: readonly Correction[] = []): Tables {
  return {
    selection: {
      rules: (['itu', 'iso', 'iec', 'etsi', 'ogc', 'w3c', 'oasis', 'ieee'] as const).map((catalogue) => ({
        group: 'all',
        catalogue,
        tier: 'core',
        exclude: [],
        reason: 'test',
      })),
      neverDoctypes: new Set(),
      onlyDesignations: new Map(),
    },
    classification: readClassification(data('sources/classification.json'), data('taxonomy.json')),
    taxonomy: readTaxonomy(data('taxonomy.json')),
    committees: readCommittees(data('sources/committees.json'), readIsoCommittees(readFileSync(fixtures, 'utf8'))),
    corrections,
    background: { activities: [], facts: [], sources: [] },
    expectations: [],
    claims: { sources: [], claims: [] },
    goals: { sources: [], frameworks: [], goals: [], lines: [] },
  };
}

/** The standards that the whole pipeline makes of some records, with the report. */
export function standards(
  records: readonly CatalogueRecord[],
  corrections: readonly Correction[] = [],
): { readonly all: readonly Standard[]; readonly report: Report } {
  const report = new Report();
  return { all: build(records, tables(corrections), report).standards, report };
}
