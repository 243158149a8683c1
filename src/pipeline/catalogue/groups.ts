import type { Committee, CommitteeId, CommitteeKind, SdoId } from '../../model/dataset.js';
import type { CommitteeRegistry } from '../committees.js';
import type { Report } from '../report.js';
import type { Row, TableName } from './rows.js';

const KINDS: readonly (readonly [RegExp, CommitteeKind])[] = [
  [/\/(?:SC [\w]+|CIS\/[A-Z])$/, 'subcommittee'],
  [/\bSyC\b/, 'systems-committee'],
  [/\bJTC \d+$/, 'joint-technical-committee'],
  [/\bPC \d+$/, 'project-committee'],
  [/\bTC \d+$|^CISPR$/, 'technical-committee'],
  [/Study Group|\bSG\d/, 'study-group'],
  [/Task Force/i, 'task-force'],
  [/\/(?:TA|WG) \d+$/, 'working-group'],
];

const SDO_OF: Readonly<Record<TableName, SdoId>> = { itu: 'itu-t', iso: 'iso', iec: 'iec', etsi: 'etsi' };

function sdoOf(id: CommitteeId, catalogue: TableName): SdoId {
  if (/^ISO\/IEC JTC 1(?!\d)/.test(id)) return 'jtc1';
  if (id.startsWith('ISO')) return 'iso';
  return /^(?:IEC|CISPR)\b/.test(id) ? 'iec' : SDO_OF[catalogue];
}

/**
 * The committees that the tables name.
 *
 * What the registry knows keeps its id, title and parents; what only the tables name is a committee by its printed name, below the one that
 * its name begins with: `IEC TC 34/SC 34B` is below `IEC TC 34`.
 */
export class Groups {
  readonly #registry: CommitteeRegistry;
  readonly #report: Report;
  readonly #known = new Set<CommitteeId>();
  readonly #own = new Map<CommitteeId, Committee>();

  constructor(registry: CommitteeRegistry, report: Report) {
    this.#registry = registry;
    this.#report = report;
  }

  /** Ids of the committees of a row, each once. */
  of(row: Row): readonly CommitteeId[] {
    const { catalogue, id: designation, title } = row;
    const ids = row.committees.map((printed) => {
      const known = this.#registry.resolve({ catalogue, designation, title }, printed, this.#report);
      if (known !== null) this.#known.add(known);
      return known ?? this.#named(this.#spelt(printed, catalogue), catalogue);
    });
    return [...new Set(ids)];
  }

  /** ETSI prints a group's name only, which other organizations may have too. */
  #spelt(printed: string, catalogue: TableName): string {
    const name = printed.replace(/\s+/g, ' ').trim();
    return catalogue === 'etsi' ? `ETSI ${name}` : name;
  }

  #named(id: CommitteeId, catalogue: TableName): CommitteeId {
    if (this.#own.has(id)) return id;
    const cut = catalogue === 'etsi' ? -1 : id.lastIndexOf('/');
    const above = cut > 0 ? id.slice(0, cut) : '';
    const parent = /^(?:ISO|IEC|ISO\/IEC)$/.test(above) || above === '' ? undefined : this.#above(above, catalogue);
    const kind = KINDS.find(([pattern]) => pattern.test(id))?.[1] ?? 'working-group';
    this.#own.set(id, { id, title: id, sdo: sdoOf(id, catalogue), kind, ...(parent !== undefined && { parent }) });
    return id;
  }

  #above(printed: string, catalogue: TableName): CommitteeId {
    const known = this.#registry.resolve({ catalogue, designation: '', title: '' }, printed, this.#report);
    if (known !== null) this.#known.add(known);
    return known ?? this.#named(printed, catalogue);
  }

  /** All committees named so far with those above them: the registry's, then the others by id. */
  all(): readonly Committee[] {
    const own = [...this.#own.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return [...this.#registry.used(this.#known), ...own];
  }
}
