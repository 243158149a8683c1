import type { CatalogueRecord } from './record.js';
import type { Report } from './report.js';
import { PLAIN } from './designation-parts.js';
import type { Designation } from './designation-parts.js';
import { isoDesignation } from './designation-iso.js';

const OGC_FORMS: Readonly<Record<string, string>> = {
  standard: 'Standard',
  'community-standard': 'Community Standard',
  'best-practice': 'Best Practice',
  'discussion-paper': 'Discussion Paper',
  'engineering-report': 'Engineering Report',
  'abstract-specification-topic': 'Abstract Specification',
  other: 'Other',
};

/** `12-000r2`: the second revision of OGC document 12-000. */
function ogc(record: CatalogueRecord): Designation | undefined {
  const match = /^(\d{2}-\d{3})(?:r(\d+))?$/i.exec(record.designation.replace(/^OGC /, ''));
  if (match === null) return undefined;
  const [written, number = '', revision = '0'] = match;
  return {
    ...PLAIN,
    edition: `OGC ${written.toLowerCase()}`,
    work: `OGC ${number}`,
    numbers: [`OGC ${number}`],
    publishers: ['ogc'],
    deliverable: OGC_FORMS[record.doctype] ?? record.doctype,
    order: [Number(revision)],
  };
}

const W3C_FORMS: Readonly<Record<string, string>> = { REC: 'Recommendation', NOTE: 'Note', DNOTE: 'Note', DRY: 'Registry' };

/** `W3C REC-wot-thing-description11-20231205`: level 1.1 of the series wot-thing-description (trap 23); the undated name is its address. */
function w3c(record: CatalogueRecord, report: Report): Designation | undefined {
  const match = /^W3C (?:(DISC|DNOTE|DRY|NOTE|REC|WD|CR|CRD|PR|PER|FPWD)-)?(.+?)(?:-(\d{4})(\d{2})(\d{2}))?$/.exec(record.designation);
  if (match === null) return undefined;
  const [written, form, name = '', year, month, day] = match;
  // vocab-ssn-2017 and vocab-ssn-2023 are editions of vocab-ssn, thing-description10, 11 and -2.0 levels of thing-description.
  const series = name.replace(/-\d{4}$/, '').replace(/-?(\d)\.?(\d)$/, '');
  const level = /(\d)\.?(\d)$/.exec(name.replace(/-\d{4}$/, ''));
  if (form === undefined) report.add(23, `${written} is the address of the series ${series}, not a text of it`);
  return {
    ...PLAIN,
    edition: written,
    work: `W3C ${series}`,
    numbers: [`W3C ${series}`],
    publishers: ['w3c'],
    deliverable: W3C_FORMS[form ?? ''] ?? 'Technical Report',
    kind: ['WD', 'FPWD', 'CR', 'CRD', 'DNOTE', 'DRY'].includes(form ?? '') ? 'draft' : 'edition',
    date: year === undefined ? '' : `${year}-${month ?? ''}-${day ?? ''}`,
    order: [Number(level?.[1] ?? 1), Number(level?.[2] ?? 0)],
    variant: form === undefined ? 'series' : '',
    variantOf: form === undefined ? `W3C ${series}` : '',
  };
}

/** `OASIS mqtt-v3.1.1-Errata01`, `OASIS OBIX-REST-v1.0-CS01`: name, version, then committee specification or errata. */
function oasis(record: CatalogueRecord): Designation | undefined {
  const match = /^OASIS ([A-Za-z0-9-]+?)(?:-v(\d+(?:\.\d+)*)\]?)?(?:[ -]*(CS\d+|Pt|Errata\d+|plus-Errata\d+))?$/.exec(record.designation);
  if (match === null) return undefined;
  const [, name = '', version, suffix = ''] = match;
  const written = `OASIS ${name}${version === undefined ? '' : `-v${version}`}${suffix === '' ? '' : `-${suffix}`}`;
  const errata = suffix.startsWith('Errata');
  const variant = suffix === 'Pt' || suffix.startsWith('plus-') ? suffix : '';
  return {
    ...PLAIN,
    edition: written,
    work: `OASIS ${name}`,
    publishers: ['oasis'],
    // A bare name is a cut-off one (`OASIS EDXL` is EDXL-HAVE 1.0): only its title can say which work it belongs to.
    numbers: version === undefined && suffix === '' ? [] : [`OASIS ${name}`],
    deliverable: suffix.startsWith('CS') ? 'Committee Specification' : 'OASIS Standard',
    kind: errata ? 'corrigendum' : 'edition',
    order: (version ?? '0').split('.').map(Number),
    baseYear: errata ? (version ?? '') : '',
    variant,
    variantOf: variant === '' ? '' : `OASIS ${name}-v${version ?? ''}`,
  };
}

/** IEEE prints the year after a hyphen and, for joint texts, sometimes not at all; then the year of issue completes it (trap 22). */
function ieee(record: CatalogueRecord, report: Report): Designation | undefined {
  const issued = record.dates.find((date) => date.kind === 'issued')?.value.slice(0, 4) ?? '';
  const joint = /^(ISO\/IEC\/IEEE [\d-]+?)(?:-((?:19|20)\d{2}))?$/.exec(record.designation);
  if (joint !== null) {
    if (joint[2] === undefined) report.add(22, `${record.designation}: no year, taken from the year of issue ${issued}`);
    return isoDesignation({ ...record, designation: `${joint[1] ?? ''}:${joint[2] ?? issued}` }, report);
  }
  const match = /^IEEE Std ([\d.]+[A-Za-z]*(?:\.\d+)*[a-z]*)(?:-(\d{4}))?$/.exec(record.designation);
  if (match === null) {
    report.add(22, `${record.designation}: truncated designation`);
    return undefined;
  }
  const [written, number = '', year = ''] = match;
  const form = /^IEEE (?:(?:Approved )?(Guide|Recommended Practice|Trial-Use Standard))\b/i.exec(record.title)?.[1] ?? 'Standard';
  return {
    ...PLAIN,
    edition: written,
    work: `IEEE Std ${number}`,
    numbers: [`IEEE Std ${number}`],
    publishers: ['ieee'],
    deliverable: form,
    date: year,
  };
}

/** A designation of OGC, W3C, OASIS or IEEE; undefined when it names no standard. */
export function consortiumDesignation(record: CatalogueRecord, report: Report): Designation | undefined {
  switch (record.catalogue) {
    case 'ogc':
      return ogc(record);
    case 'w3c':
      return w3c(record, report);
    case 'oasis':
      return oasis(record);
    default:
      return ieee(record, report);
  }
}
