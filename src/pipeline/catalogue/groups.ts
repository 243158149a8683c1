import type { Committee, CommitteeId, CommitteeKind, SdoId } from '../../model/dataset.js';
import type { CommitteeRegistry } from '../committees.js';
import type { CatalogueName, CatalogueRecord } from '../record.js';
import type { Report } from '../report.js';

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

const SDO_OF: Readonly<Record<CatalogueName, SdoId>> = {
  itu: 'itu-t',
  iso: 'iso',
  iec: 'iec',
  etsi: 'etsi',
  ogc: 'ogc',
  w3c: 'w3c',
  oasis: 'oasis',
  ieee: 'ieee',
};
/** Catalogues that print a group's name only, which other organizations may have too; with what tells them apart. */
const NAMELESS: Readonly<Partial<Record<CatalogueName, string>>> = { etsi: 'ETSI', ogc: 'OGC', w3c: 'W3C', oasis: 'OASIS', ieee: 'IEEE' };

/** What a committee is read from. */
export type Owned = Pick<CatalogueRecord, 'catalogue' | 'designation' | 'title' | 'committees'>;

function sdoOf(id: CommitteeId, catalogue: CatalogueName): SdoId {
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

  /** Ids of the committees of a document, each once. */
  of({ catalogue, designation, title, committees }: Owned): readonly CommitteeId[] {
    const ids = committees.map((printed) => {
      const known = this.#registry.resolve({ catalogue, designation, title }, printed, this.#report);
      if (known !== null) this.#known.add(known);
      return known ?? this.#named(this.#spelt(printed, catalogue), catalogue);
    });
    return [...new Set(ids)];
  }

  #spelt(printed: string, catalogue: CatalogueName): string {
    const name = printed.replace(/\s+/g, ' ').trim();
    const owner = NAMELESS[catalogue];
    if (catalogue === 'iec' && !/^(?:ISO|IEC|CISPR)\b/.test(name)) return `IEC ${name}`;
    return owner === undefined || name.startsWith(`${owner} `) ? name : `${owner} ${name}`;
  }

  #named(id: CommitteeId, catalogue: CatalogueName): CommitteeId {
    if (this.#own.has(id)) return id;
    const cut = catalogue in NAMELESS ? -1 : id.lastIndexOf('/');
    const above = cut > 0 ? id.slice(0, cut) : '';
    const parent = /^(?:ISO|IEC|ISO\/IEC)$/.test(above) || above === '' ? undefined : this.#above(above, catalogue);
    const kind = KINDS.find(([pattern]) => pattern.test(id))?.[1] ?? 'working-group';
    this.#own.set(id, { id, title: id, sdo: sdoOf(id, catalogue), kind, ...(parent !== undefined && { parent }) });
    return id;
  }

  #above(printed: string, catalogue: CatalogueName): CommitteeId {
    const known = this.#registry.resolve({ catalogue, designation: '', title: '' }, printed, this.#report);
    if (known !== null) this.#known.add(known);
    return known ?? this.#named(printed, catalogue);
  }

  /**
   * All committees named so far with those above them: the registry's, then the others by id.
   *
   * @param more ids of the registry that are needed beside them
   */
  all(more: Iterable<CommitteeId> = []): readonly Committee[] {
    const own = [...this.#own.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return [...this.#registry.used([...this.#known, ...[...more].filter((id) => !this.#own.has(id))]), ...own];
  }
}
