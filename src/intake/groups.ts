import { LIMITS } from '../model/schema.js';
import type { Committee, CommitteeKind, Sdo, SdoId } from '../model/dataset.js';
import type { KnownNames } from './known.js';
import { isCommitteeName } from './reference.js';

/** Kinds of committees by the letters of their last part. @source the designations of ISO, IEC, ITU-T and ETSI groups */
const KINDS: readonly (readonly [pattern: RegExp, kind: CommitteeKind])[] = [
  [/^SG\s?\d|\bSG\s?\d+$/, 'study-group'],
  [/^Q\s?\d|\bQ\d+\/\d+$/, 'question'],
  [/SyC/, 'systems-committee'],
  [/\b(?:WG|WP|AG|AhG)\s?\d*\b/i, 'working-group'],
  [/\bSC\s?\d+\w*$/, 'subcommittee'],
  [/\bJTC\s?\d+$/, 'joint-technical-committee'],
  [/\bPC\s?\d+$/, 'project-committee'],
  [/\bISG\b/, 'industry-specification-group'],
  [/\b(?:FG|task force|TF)\b/i, 'task-force'],
];
const kindOf = (name: string): CommitteeKind => {
  const last = /Q\d+\/\d+$/.exec(name)?.[0] ?? name.split('/').at(-1) ?? name;
  return KINDS.find(([pattern]) => pattern.test(last))?.[1] ?? 'technical-committee';
};

/** An id for an SDO that the catalogue does not have. */
const slug = (name: string): SdoId =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/** SDOs and committees that a table names beside those of the catalogue; each is made once. */
export class NewGroups {
  readonly #known: KnownNames;
  readonly #source: string;
  readonly #sdos = new Map<SdoId, Sdo>();
  readonly #committees = new Map<string, Committee>();

  /** @param source the record of the file */
  constructor(known: KnownNames, source: string) {
    this.#known = known;
    this.#source = source;
  }

  get sdos(): readonly Sdo[] {
    return [...this.#sdos.values()];
  }

  get committees(): readonly Committee[] {
    return [...this.#committees.values()];
  }

  /** Whether an SDO was made of this name. */
  isSdo(text: string): boolean {
    return this.#sdos.has(slug(text));
  }

  /** The SDOs that a cell names: one, two with a slash between them, a joint body by those it belongs to; a name that is new is made an SDO. */
  sdosNamed(text: string): { readonly ids: readonly SdoId[]; readonly made: boolean } {
    const whole = this.#known.sdo(text);
    if (whole) return { ids: whole.jointOf ?? [whole.id], made: false };
    const parts = text.split(/\s*[/;,&+]\s*/).map((part) => this.#known.sdo(part));
    if (parts.every((part) => part !== undefined)) return { ids: [...new Set(parts.map((part) => part.id))], made: false };
    const id = slug(text);
    if (id === '') return { ids: [], made: false };
    const made = !this.#sdos.has(id);
    if (made) this.#sdos.set(id, { id, name: text, title: text });
    return { ids: [id], made };
  }

  /** The committee that a cell names; one that is new is made, below the committee that its name begins with. */
  committeeNamed(text: string, sdo: SdoId): { readonly id: string; readonly made: boolean } {
    const name = this.#known.catalogue.sdo(sdo)?.name ?? this.#sdos.get(sdo)?.name ?? '';
    const known = this.#known.committee(text, name);
    if (known) return { id: known.id, made: false };
    const isBare =
      isCommitteeName(text) && !text.includes(name) && /^(?:J?TC|SC|WG|SG|PC|SyC|ISG|FG|Q)\b|^(?:TC|SC|WG|SG|PC|Q)\d/.test(text);
    const id = (isBare && name !== '' ? `${name}${sdo === 'iso' ? '/' : ' '}${text}` : text).slice(0, LIMITS.id);
    const made = !this.#committees.has(id);
    if (made) {
      const parent = this.#known.committee(id.split('/').slice(0, -1).join('/'));
      this.#committees.set(id, {
        id,
        title: id,
        sdo: parent?.sdo ?? sdo,
        kind: kindOf(id),
        ...(parent && { parent: parent.id }),
        sources: [this.#source],
      });
    }
    return { id, made };
  }

  /** SDO of a committee, known or new. */
  sdoOf(committee: string): SdoId | undefined {
    return this.#known.catalogue.committee(committee)?.sdo ?? this.#committees.get(committee)?.sdo;
  }

  /** Takes out what no standard came to use. */
  used(
    committees: ReadonlySet<string>,
    sdos: ReadonlySet<string>,
  ): { readonly committees: readonly Committee[]; readonly sdos: readonly Sdo[] } {
    const kept = this.committees.filter(({ id }) => committees.has(id));
    const needed = new Set([...sdos, ...kept.map(({ sdo }) => sdo)]);
    return { committees: kept, sdos: this.sdos.filter(({ id }) => needed.has(id)) };
  }
}
