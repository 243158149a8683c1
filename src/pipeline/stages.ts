import type { Status } from '../model/dataset.js';
import type { Entry } from './designation-parts.js';
import type { Report } from './report.js';

/** A status, or `deleted`: a project that was given up before it was published (stage xx.98) and never appears in the dataset. */
export type StageStatus = Status | 'deleted';

/** @source ISO, International harmonized stage codes: 00 preliminary … 60 publication, 90 review, 95 withdrawal; xx.98 project deleted */
function isoStatus(stage: string): StageStatus {
  const [main = '', sub = ''] = stage.split('.');
  if (sub === '98' && Number(main) < 60) return 'deleted';
  switch (main) {
    case '00':
    case '10':
      return 'proposed';
    case '20':
    case '30':
    case '40':
    case '50':
      return 'under-development';
    case '60':
      return sub === '00' ? 'under-development' : 'in-force';
    case '90':
      return sub === '92' ? 'under-revision' : sub === '99' ? 'withdrawn' : 'in-force';
    case '95':
      return sub === '99' ? 'withdrawn' : 'in-force';
    default:
      return 'unknown';
  }
}

const IEC: Readonly<Record<string, Status>> = {
  PUBLISHED: 'in-force',
  REVISED: 'superseded',
  REPLACED: 'superseded',
  WITHDRAWN: 'withdrawn',
};
/** `Withdrawal` becomes superseded as soon as a newer edition is seen (trap 27). */
const ITU: Readonly<Record<string, Status>> = { Published: 'in-force', Withdrawal: 'withdrawn' };
const W3C: Readonly<Record<string, Status>> = {
  Recommendation: 'in-force',
  Note: 'in-force',
  Statement: 'in-force',
  Registry: 'in-force',
  Retired: 'withdrawn',
  'Superseded Recommendation': 'superseded',
  'Draft Note': 'under-development',
  'Draft Registry': 'under-development',
  'First Public Working Draft': 'under-development',
  'Working Draft': 'under-development',
  'Candidate Recommendation': 'under-development',
  'Candidate Recommendation Draft': 'under-development',
  'Proposed Recommendation': 'under-development',
};
/** `Inactive` is IEEE's word for a text that it no longer maintains and does not offer as valid. */
const IEEE: Readonly<Record<string, Status>> = {
  Active: 'in-force',
  approved: 'in-force',
  Inactive: 'withdrawn',
  withdrawn: 'withdrawn',
  Superseded: 'superseded',
};

const TABLES = { iec: IEC, itu: ITU, w3c: W3C, ieee: IEEE } as const;

/** Why a catalogue leaves the status open: the trap that describes it. */
function unknownTrap(entry: Entry): number {
  if (entry.record.catalogue !== 'itu') return 23;
  return entry.name.publishers.includes('itu-r') ? 24 : 9;
}

/**
 * What the catalogue's own status or stage means, before the other editions of the work are seen.
 *
 * A record without status is `unknown` (traps 9, 23, 24): a gap in the data, never guessed. ETSI lists only texts that it has published
 * and gives no status; each counts as in force here, and folding the versions leaves that to the newest one (trap 14).
 */
export function stageStatus(entry: Entry, report: Report): StageStatus {
  const { catalogue, stage } = entry.record;
  if (catalogue === 'etsi') return 'in-force';
  if (catalogue === 'iso') return isoStatus(stage);
  const table: Readonly<Record<string, Status>> = catalogue === 'ogc' || catalogue === 'oasis' ? {} : TABLES[catalogue];
  const known = Object.hasOwn(table, stage) ? table[stage] : undefined;
  if (known !== undefined) return known;
  report.add(
    unknownTrap(entry),
    `${entry.name.edition}: ${stage === '' ? 'no status' : `status “${stage}” is not one the catalogue is known to use`}`,
  );
  return 'unknown';
}

/** True for the statuses of a text that one can use or that is being made: not superseded and not withdrawn. */
export const isCurrent = (status: Status): boolean => status !== 'superseded' && status !== 'withdrawn';
