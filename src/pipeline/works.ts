import { ituSpelling } from './designation-itu.js';
import type { Report } from './report.js';
import type { Text } from './texts.js';
import { byEdition } from './texts.js';
import { familyKey, titleKey } from './title-key.js';
import { inheritTitles, THIRD_PARTY } from './titles.js';

/** One work with all its texts. */
export interface Work {
  /** The designation without edition. */
  readonly id: string;
  /** The other numbers it is or was known by, sorted. */
  readonly aliases: readonly string[];
  /** Oldest first, drafts last; at least one that is not a variant. */
  readonly texts: readonly Text[];
  readonly variants: readonly Text[];
}

/** Disjoint sets of texts, joined by shared keys. */
class Sets {
  readonly #parents: number[];
  readonly #owners = new Map<string, number>();

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index);
  }

  find(index: number): number {
    const parent = this.#parents[index] ?? index;
    if (parent === index) return index;
    const root = this.find(parent);
    this.#parents[index] = root;
    return root;
  }

  /** Joins the text with every earlier one that had the same key. */
  join(index: number, key: string): void {
    const owner = this.#owners.get(key);
    if (owner === undefined) this.#owners.set(key, index);
    else this.#parents[this.find(index)] = this.find(owner);
  }
}

/** IEC added 60000 to all its numbers in 1997: IEC 948 and IEC 60948 are one work. */
function numberKey(number: string): string {
  const old = /^IEC (\d{1,5})(-.*)?$/.exec(number);
  return old !== null && Number(old[1]) < 60000 ? `IEC ${Number(old[1]) + 60000}${old[2] ?? ''}` : number;
}

/** OGC and OASIS publish revisions under new numbers; equal titles are their only tie (trap 23). Engineering reports are one-off. */
function familyOf(text: Text): string {
  const { catalogue, title, doctype } = text.record;
  if ((catalogue !== 'ogc' && catalogue !== 'oasis') || doctype === 'engineering-report' || title === '') return '';
  const topic = doctype === 'abstract-specification-topic' ? /^Topic \d+/.exec(title)?.[0] : undefined;
  const key = topic ?? familyKey(title);
  return key === '' ? '' : `family ${catalogue} ${key}`;
}

/** True when two titles share at least half of the words of the shorter one: a reused number names something else (trap 6). */
function sameSubject(a: string, b: string): boolean {
  const [first, second] = [new Set(titleKey(a).split(' ')), new Set(titleKey(b).split(' '))];
  const shared = [...first].filter((word) => second.has(word)).length;
  return a === '' || b === '' || shared * 2 >= Math.min(first.size, second.size);
}

/** Keys of ITU-T numbers, told apart where one number was given to two subjects; the catalogue's own edition list outweighs the title. */
function ituKeys(texts: readonly Text[], report: Report): ReadonlyMap<Text, readonly string[]> {
  const seen = new Map<string, Text>();
  const keys = new Map<Text, readonly string[]>();
  for (const text of texts) {
    const editions = new Set(
      text.record.relations.filter((relation) => relation.type === 'hasEdition').map((relation) => ituSpelling(relation.to)),
    );
    keys.set(
      text,
      text.name.numbers.map((number) => {
        const first = seen.get(number);
        if (first === undefined && text.name.kind === 'edition') seen.set(number, text);
        if (
          first === undefined ||
          text.name.kind !== 'edition' ||
          editions.has(first.name.edition) ||
          sameSubject(first.record.title, text.record.title)
        )
          return number;
        report.add(6, `${text.name.edition} reuses the number of ${first.name.edition}`);
        return `${number} ${titleKey(text.record.title)}`;
      }),
    );
  }
  return keys;
}

function joined(texts: readonly Text[], report: Report): readonly (readonly Text[])[] {
  const sets = new Sets(texts.length);
  const itu = ituKeys(
    texts.filter((text) => text.record.catalogue === 'itu' && text.name.publishers.includes('itu-t')),
    report,
  );
  texts.forEach((text, index) => {
    for (const number of itu.get(text) ?? text.name.numbers.map(numberKey)) sets.join(index, `number ${number}`);
    const family = familyOf(text);
    if (family !== '') sets.join(index, family);
    if (text.record.catalogue === 'itu') {
      sets.join(index, `edition ${text.name.edition}`);
      for (const relation of text.record.relations)
        if (relation.type === 'hasEdition') sets.join(index, `edition ${ituSpelling(relation.to)}`);
    }
  });
  const groups = new Map<number, Text[]>();
  texts.forEach((text, index) => groups.set(sets.find(index), [...(groups.get(sets.find(index)) ?? []), text]));
  return [...groups.values()];
}

/** The designation of the newest text; a dual number that the work ever carried is preferred, since either of its halves finds it (trap 6). */
function idOf(texts: readonly Text[]): string {
  const published = texts.filter((text) => text.name.kind !== 'draft');
  const named = [...(published.length > 0 ? published : texts)].reverse();
  const dual = named.find((text) => text.record.catalogue === 'itu' && text.name.numbers.length > 1 && text.name.kind === 'edition');
  return (dual ?? named.find((text) => text.name.kind === 'edition') ?? named[0])?.name.work ?? '';
}

/** Trap 16: the numbers that 3GPP or oneM2M gave to the text; and a joint text as IEEE prints it, which no other spelling leads to. */
function otherNames(text: Text): readonly string[] {
  const { catalogue, designation, otherIds } = text.record;
  const printed = catalogue === 'ieee' && text.name.publishers.length > 1 ? [designation] : [];
  return [...otherIds.filter((other) => other.type === THIRD_PARTY).map((other) => other.id), ...printed];
}

function workOf(group: readonly Text[], report: Report): Work {
  const texts = [...group].sort(byEdition);
  const id = idOf(texts);
  const family = texts[0]?.record.catalogue === 'ogc' || texts[0]?.record.catalogue === 'oasis';
  const aliases = [...new Set(texts.flatMap((text) => [text.name.work, ...text.name.numbers, ...otherNames(text)]))]
    .filter((name) => name !== id)
    .sort();
  for (const alias of aliases) if (!/^(?:3GPP|oneM2M) /.test(alias)) report.add(family ? 23 : 6, `${id} is also ${alias}`);
  return { id, aliases, texts: inheritTitles(texts, report), variants: [] };
}

const newestDate = ({ texts }: Work): string => texts.findLast(({ date }) => date !== '')?.date ?? '';

/** Trap 6: of the works that one number was given to, the newest keeps it; the others go by the designation of their newest text. */
function withOwnIds(works: readonly Work[], report: Report): readonly Work[] {
  const owners = new Map<string, Work>();
  for (const work of works) {
    const owner = owners.get(work.id);
    if (owner === undefined || newestDate(owner) < newestDate(work)) owners.set(work.id, work);
  }
  return works.map((work) => {
    if (owners.get(work.id) === work) return work;
    const id = work.texts.findLast(({ name }) => name.kind === 'edition')?.name.edition ?? work.texts.at(-1)?.name.edition ?? work.id;
    report.note(`number of two works: ${work.id}, the older one is ${id}`);
    return { ...work, id };
  });
}

/** A number that two works share says nothing and is no alias of either. */
function withoutAmbiguous(works: readonly Work[]): readonly Work[] {
  const uses = new Map<string, number>();
  for (const name of works.flatMap((work) => [work.id, ...work.aliases])) uses.set(name, (uses.get(name) ?? 0) + 1);
  return works.map((work) => ({ ...work, aliases: work.aliases.filter((alias) => uses.get(alias) === 1) }));
}

/** Trap 13: a redline or consolidated form of a text goes with the work of that text; one whose text is not in the set stands for it. */
function withVariants(works: readonly Work[], variants: readonly Text[], report: Report): readonly Work[] {
  const owners = new Map(works.flatMap((work) => work.texts.map((text) => [text.name.edition, work.id] as const)));
  const byNumber = new Map(works.flatMap((work) => [work.id, ...work.aliases].map((number) => [number, work.id] as const)));
  const homes = new Map<string, Text[]>();
  for (const variant of variants) {
    const home = owners.get(variant.name.variantOf) ?? byNumber.get(variant.name.work);
    report.add(13, `${variant.name.edition} is a form of ${variant.name.variantOf}`);
    if (home === undefined) report.note(`variant without its text: ${variant.name.edition}`);
    else homes.set(home, [...(homes.get(home) ?? []), variant]);
  }
  return works.map((work) => ({ ...work, variants: homes.get(work.id) ?? [] }));
}

/** The texts folded into works: editions, amendments and drafts of one number, dual numbers and renumbered texts together. */
export function worksOf(texts: readonly Text[], report: Report): readonly Work[] {
  const plain = texts.filter((text) => text.name.variant === '');
  const works = withoutAmbiguous(
    withOwnIds(
      joined(plain, report).map((group) => workOf(group, report)),
      report,
    ),
  );
  return withVariants(
    works,
    texts.filter((text) => text.name.variant !== ''),
    report,
  );
}
