import type { Relation } from '../model/dataset.js';
import type { FoldedWork } from './editions.js';
import { consortiumDesignation } from './designation-consortium.js';
import { isoDesignation } from './designation-iso.js';
import { ituSpelling } from './designation-itu.js';
import type { RawRelation } from './record.js';
import { Report } from './report.js';
import type { Text } from './texts.js';

/** A relation together with the standard that carries it: its subject. */
export interface Statement {
  readonly subject: string;
  readonly relation: Relation;
}

/** The other end of a catalogue's relation: the work it names and the year and kind of the text. */
interface Target {
  readonly work: string;
  readonly edition: string;
  readonly year: string;
  readonly supplement: boolean;
  readonly draft: boolean;
}

/** Finds works by any number or text they are known by. */
export class WorkIndex {
  readonly #ids = new Map<string, string>();

  constructor(works: readonly FoldedWork[]) {
    for (const work of works) {
      for (const text of work.texts) this.#ids.set(text.name.edition, work.id);
      for (const alias of work.aliases) this.#ids.set(alias, work.id);
    }
    for (const work of works) this.#ids.set(work.id, work.id);
  }

  /** Id of the work of that number or text; undefined when it is not in the set. */
  find(designation: string): string | undefined {
    return this.#ids.get(designation);
  }
}

/** What every relation is read against. */
interface Field {
  readonly index: WorkIndex;
  readonly works: ReadonlyMap<string, FoldedWork>;
  readonly report: Report;
}

/** A target read by the grammar of the subject's catalogue; what that grammar does not know stands for itself. */
function targetOf(text: Text, to: string): Target {
  if (text.record.catalogue === 'iso' || text.record.catalogue === 'iec') {
    const name = isoDesignation({ ...text.record, designation: to }, new Report());
    if (name !== undefined) {
      const supplement = name.kind === 'amendment' || name.kind === 'corrigendum';
      return {
        work: name.work,
        edition: name.edition,
        year: name.date.slice(0, 4),
        supplement,
        draft: name.kind === 'draft' || name.date === '',
      };
    }
  }
  if (text.record.catalogue === 'w3c') {
    const name = consortiumDesignation({ ...text.record, designation: to }, new Report());
    if (name !== undefined) return { work: name.work, edition: name.edition, year: name.date.slice(0, 4), supplement: false, draft: false };
  }
  const ieee = /^(IEEE Std .+?)-(\d{4})$/.exec(to);
  if (ieee !== null) return { work: ieee[1] ?? to, edition: to, year: ieee[2] ?? '', supplement: false, draft: false };
  return { work: to, edition: to, year: /-(\d{4})\d{4}$/.exec(to)?.[1] ?? '', supplement: false, draft: false };
}

const REPLACING = new Set(['obsoletes', 'updates', 'obsoletedBy']);

/**
 * Trap 3: whether the other text is the newer one, told from the years, since ISO's `updates` points to the newer text and its `obsoletes`
 * to the older one or to a draft that will replace the subject. Without two different years the word of the catalogue decides.
 */
function otherIsNewer(text: Text, target: Target, type: string): boolean {
  if (target.draft) return true;
  const own = text.date.slice(0, 4);
  if (own !== '' && target.year !== '' && own !== target.year) return target.year > own;
  return type === 'obsoletedBy' || (type === 'updates' && text.record.catalogue === 'iso');
}

/** True when the text is the last edition of its work: only then does its successor supersede the work. */
const isLast = (works: ReadonlyMap<string, FoldedWork>, id: string, edition: string): boolean => {
  const work = works.get(id);
  return work === undefined || work.latest.name.edition === edition;
};

/**
 * Supersession between two works; undefined when both ends are one work, when an older edition of a living work is meant, or when the
 * newer one is not in the set or not the draft of a work of its own.
 */
function supersession(text: Text, raw: RawRelation, subject: string, field: Field): Statement | undefined {
  const { index, works, report } = field;
  const target = targetOf(text, raw.to);
  const other = index.find(target.edition) ?? index.find(target.work);
  const newer = otherIsNewer(text, target, raw.type);
  if (newer && raw.type !== 'obsoletedBy') report.add(3, `${text.name.edition} ${raw.type} ${raw.to}: the other text is the newer one`);
  if (other === subject || target.work === subject || target.supplement) return undefined;
  const evidence = `Catalogue: ${text.name.edition} ${raw.type} ${raw.to}`;
  const source = text.record.source.id;
  if (!newer) {
    if (other !== undefined && !isLast(works, other, target.edition)) return undefined;
    return {
      subject,
      relation: { type: 'supersedes', to: other ?? target.work, ...(other === undefined ? { external: true } : {}), evidence, source },
    };
  }
  const draftOfPublished = target.draft && works.get(other ?? '')?.latest.name.kind === 'edition';
  if (other === undefined || draftOfPublished)
    report.note(`to be superseded by a text that is not in the set: ${text.name.edition} by ${raw.to}`);
  if (other === undefined || draftOfPublished || !isLast(works, subject, text.name.edition)) return undefined;
  return { subject: other, relation: { type: 'supersedes', to: subject, evidence: `${evidence}; the newer text supersedes`, source } };
}

/** What IEEE calls amends or corrects: a text of its own that changes another one. */
function amendment(text: Text, raw: RawRelation, subject: string, { index }: Field): Statement | undefined {
  const target = targetOf(text, raw.to);
  const other = index.find(target.edition) ?? index.find(target.work);
  if (other === subject) return undefined;
  return {
    subject,
    relation: {
      type: 'amends',
      to: other ?? target.work,
      ...(other === undefined ? { external: true } : {}),
      evidence: `Catalogue: ${text.name.edition} ${raw.description ?? raw.type} ${raw.to}`,
      source: text.record.source.id,
    },
  };
}

function statement(text: Text, raw: RawRelation, subject: string, field: Field): Statement | undefined {
  const { report } = field;
  if (raw.type === 'complementOf') {
    report.add(4, `${text.name.edition} complementOf ${raw.to}: every supplement of the series`);
    return undefined;
  }
  if (text.record.catalogue === 'itu' && ituSpelling(raw.to) !== raw.to) report.add(5, `${raw.to} is ${ituSpelling(raw.to)}`);
  if (raw.description === 'amends' || raw.description === 'corrects') return amendment(text, raw, subject, field);
  return REPLACING.has(raw.type) ? supersession(text, raw, subject, field) : undefined;
}

/** The relations that the catalogues state between works of the set, or from one of them to a text outside; one per pair and type. */
export function statedRelations(works: readonly FoldedWork[], index: WorkIndex, report: Report): readonly Statement[] {
  const field: Field = { index, works: new Map(works.map((work) => [work.id, work])), report };
  const found = new Map<string, Statement>();
  for (const work of works) {
    for (const text of work.texts) {
      for (const raw of text.record.relations) {
        const stated = statement(text, raw, work.id, field);
        if (stated === undefined) continue;
        const key = [stated.subject, stated.relation.type, stated.relation.to].join(' → ');
        if (!found.has(key)) found.set(key, stated);
      }
    }
  }
  return [...found.values()];
}
