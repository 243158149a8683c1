import type { Relation } from '../model/dataset.js';
import { ituSpelling } from './designation-itu.js';
import type { FoldedWork } from './editions.js';
import type { Statement, WorkIndex } from './relations.js';
import type { Report } from './report.js';
import { isTelling, titleKey } from './title-key.js';

type Found = Omit<Relation, 'to' | 'external'> & { readonly to: string };

function statement(subject: FoldedWork, found: Found, index: WorkIndex): Statement | undefined {
  const id = index.find(found.to);
  if (id === subject.id) return undefined;
  return { subject: subject.id, relation: { ...found, to: id ?? found.to, ...(id === undefined ? { external: true } : {}) } };
}

/** ITU-T | ISO/IEC: the identifier of the other publisher on ITU's own record; `aligned` texts are twins, the others one text. */
function coIdentified(work: FoldedWork, index: WorkIndex): readonly Statement[] {
  return work.texts.flatMap((text) =>
    text.record.otherIds
      .filter((other) => other.type === 'ISO')
      .flatMap((other) => {
        const aligned = /technically aligned/i.test(text.record.abstract);
        const evidence = `${text.name.edition} carries the identifier ${other.id} in the ITU catalogue${aligned ? '; its abstract says “technically aligned”' : ''}`;
        return (
          statement(work, { type: aligned ? 'twin' : 'same-text', to: other.id, evidence, source: text.record.source.id }, index) ?? []
        );
      }),
  );
}

/** The number that oneM2M gave to an ITU-T text: ITU-T Y.4500.n is oneM2M TS-000n. Undefined for every other text. */
export function oneM2MNumber(work: FoldedWork): string | undefined {
  const number = work.latest.name.numbers.map((name) => /^ITU-T Y\.4500\.(\d+)$/.exec(name)?.[1]).find((part) => part !== undefined);
  return number === undefined || !/^oneM2M\b/i.test(work.latest.record.title) ? undefined : `oneM2M TS-${number.padStart(4, '0')}`;
}

/** What ITU-T took over from oneM2M, ETSI publishes as TS 118 10n with oneM2M's number in the title. */
function oneM2M(work: FoldedWork, index: WorkIndex, works: ReadonlyMap<string, FoldedWork>, report: Report): readonly Statement[] {
  const original = oneM2MNumber(work);
  if (original === undefined) return [];
  const etsi = works.get(index.find(original) ?? '');
  const named = `The title names oneM2M, and Y.4500.n is its TS-000n: ${work.id} transposes ${original}`;
  const transposed: Statement = {
    subject: work.id,
    relation: { type: 'transposes', to: original, external: true, evidence: named, source: work.latest.record.source.id },
  };
  if (etsi === undefined) return [transposed];
  const agree = titleKey(etsi.latest.record.title) === titleKey(work.latest.record.title);
  if (!agree)
    report.add(26, `${work.id} and ${etsi.id} are one text by number: “${work.latest.record.title}”, “${etsi.latest.record.title}”`);
  const evidence = `Both publish ${original}: ${etsi.id} gives that number in its title${agree ? '; equal titles' : ''}`;
  return [{ subject: work.id, relation: { type: 'same-text', to: etsi.id, evidence, source: etsi.latest.record.source.id } }];
}

/** ETSI names the text of another body that it endorses, or takes a section of, in square brackets in its title. */
function endorsed(work: FoldedWork, index: WorkIndex): readonly Statement[] {
  const { record, name } = work.latest;
  const match = /\[((?:CEN |CENELEC )?EN [\d -]*\d|IEEE Std \d+(?:\.\d+)*|ITU-T [A-Z]\.\d+(?:\.\d+)*)([^\]]*)\]/.exec(record.title);
  if (record.catalogue !== 'etsi' || match === null) return [];
  const type = /\b(?:section|clause|annex)\b/i.test(match[2] ?? '') ? 'incorporates' : 'adopts';
  return [
    statement(
      work,
      { type, to: match[1] ?? '', evidence: `Title of ${name.edition}: “${match[0].slice(0, 200)}”`, source: record.source.id },
      index,
    ) ?? [],
  ].flat();
}

const PHRASES: readonly (readonly [RegExp, 'twin' | 'transposes' | 'supersedes' | 'same-text'])[] = [
  [/\btechnically (?:aligned with|equivalent to) ([^.;,]+)/gi, 'twin'],
  [/\b(?:technically )?identical (?:to|with) ([^.;,]+)/gi, 'same-text'],
  [/\btranspos(?:ition of|es) ([^.;,]+)/gi, 'transposes'],
  [/\bpreviously published as ([^.;,]+(?:\.\d+)*)/gi, 'supersedes'],
];

/** A designation at the start of the words after a phrase, in the spelling of the set. */
function designationIn(words: string, publisher: string): string {
  const etsi = /^(?:ETSI )?((?:EN|ES|EG|TS|TR|SR|GS|GR) (?:[A-Z]+ )?\d{3}(?: \d{3})?(?:-\d+)*)/.exec(words);
  if (etsi !== null) return publisher === 'etsi' || words.startsWith('ETSI') ? `ETSI ${etsi[1] ?? ''}` : '';
  const iso = /^((?:ISO|IEC)(?:\/IEC)?(?:[/ ](?:TS|TR))? \d+(?:-\d+)*)/.exec(words);
  if (iso !== null) return iso[1] ?? '';
  const itu = /^(?:Recommendation )?(ITU-T [A-Z]\.\d+(?:\.\d+)*)/.exec(words);
  return itu === null ? '' : ituSpelling(itu[1] ?? '');
}

/** What the abstract of the newest text says of another one: aligned, identical, transposed, previously published as. */
function inAbstract(work: FoldedWork, index: WorkIndex): readonly Statement[] {
  const { record, name } = work.latest;
  return PHRASES.flatMap(([pattern, type]) =>
    [...record.abstract.matchAll(pattern)].flatMap((match) => {
      const to = designationIn((match[1] ?? '').trim(), name.publishers[0] ?? '');
      if (to === '') return [];
      return (
        statement(
          work,
          { type, to, evidence: `Abstract of ${name.edition}: “${match[0].trim().slice(0, 120)}”`, source: record.source.id },
          index,
        ) ?? []
      );
    }),
  );
}

interface Titled {
  readonly work: FoldedWork;
  /** The title's key without part numbers, which the publishers of one text need not share. */
  readonly key: string;
  /** The part number; empty when the title has none. */
  readonly part: string;
}

function titled(work: FoldedWork): Titled {
  const whole = titleKey(work.latest.record.title);
  const part = /\bpart (\d+(?: \d+)*)\b/.exec(whole)?.[1] ?? '';
  return { work, part, key: titleKey(whole.replace(/\bpart \d+(?: \d+)*\b/g, ' ')) };
}

/** `adopts` for a text of IEEE that ISO and IEC publish with it under a number of their own, `same-text` between SDOs that share nothing. */
function tie(a: FoldedWork, b: FoldedWork): 'adopts' | 'same-text' | undefined {
  const [first, second] = [a.latest.name.publishers, b.latest.name.publishers];
  if (!first.some((sdo) => second.includes(sdo))) return 'same-text';
  const alone = [first, second].find((list) => list.length === 1);
  return alone?.[0] === 'ieee' && first.length !== second.length ? 'adopts' : undefined;
}

/** Words from which on a title may be the end of another one: titles of one text differ in what leads to its subject. */
const LEAST_END = 5;

/** The ends of a key at the beginnings of words, of five words or more, the key itself apart; longest first. */
function* endsOf(key: string): Generator<string> {
  const words = key.split(' ');
  let end = key;
  for (let at = 1; words.length - at >= LEAST_END; at += 1) {
    end = end.slice((words[at - 1] ?? '').length + 1);
    yield end;
  }
}

/** Two of the titles by their places, the earlier one first, and whether they are equal. */
type Pair = readonly [number, number, boolean];

/** Parts of one standard have one title without their numbers; a part that a title does not name may be any. */
const sameOrAnyPart = (a: Titled, b: Titled): boolean => a.part === b.part || a.part === '' || b.part === '';

/** The pairs of titles that are equal or of which one ends with the other: a look at every title, none at every pair. */
function matches(all: readonly Titled[]): readonly (readonly [Titled, Titled, boolean])[] {
  const byKey = new Map<string, number[]>();
  for (const [at, { key }] of all.entries()) {
    const same = byKey.get(key);
    if (same) same.push(at);
    else byKey.set(key, [at]);
  }
  const pairs: Pair[] = [];
  for (const [at, a] of all.entries()) {
    for (const other of byKey.get(a.key) ?? []) {
      const b = all[other];
      if (other > at && b && sameOrAnyPart(a, b)) pairs.push([at, other, true]);
    }
    for (const end of endsOf(a.key))
      for (const other of byKey.get(end) ?? []) pairs.push([Math.min(at, other), Math.max(at, other), false]);
  }
  return pairs
    .sort((p, q) => p[0] - q[0] || p[1] - q[1])
    .flatMap(([at, other, equal]) => {
      const [a, b] = [all[at], all[other]];
      return a && b && tie(a.work, b.work) !== undefined ? [[a, b, equal] as const] : [];
    });
}

/** Equal titles of different SDOs name the same text. A title that several others end with is boilerplate (“Test suite structure and test purposes”) and says nothing. */
function equalTitles(works: readonly FoldedWork[]): readonly Statement[] {
  const all = works.map(titled).filter(({ key }) => isTelling(key));
  const pairs = matches(all);
  const ends = new Map<Titled, number>();
  for (const [a, b, equal] of pairs) if (!equal) for (const one of [a, b]) ends.set(one, (ends.get(one) ?? 0) + 1);
  return pairs.flatMap(([a, b, equal]) => {
    if (!equal && ((ends.get(a) ?? 0) > 1 || (ends.get(b) ?? 0) > 1)) return [];
    const type = tie(a.work, b.work) ?? 'same-text';
    const joint = a.work.latest.name.publishers.length > b.work.latest.name.publishers.length;
    const newer = type === 'adopts' ? joint : a.work.latest.date > b.work.latest.date;
    const [subject, object] = newer ? [a.work, b.work] : [b.work, a.work];
    const evidence = `${equal ? 'Equal' : 'Matching'} titles: “${subject.latest.record.title}”, “${object.latest.record.title}”`;
    return [{ subject: subject.id, relation: { type, to: object.id, evidence } }];
  });
}

/**
 * Relations between the texts of different SDOs, each with the evidence found in the records: identifiers, words of an abstract, titles.
 * Strongest evidence first; one relation per pair, none for a pair that is already related.
 *
 * @param known relations found before
 */
export function twinRelations(
  works: readonly FoldedWork[],
  index: WorkIndex,
  known: readonly Statement[],
  report: Report,
): readonly Statement[] {
  const byId = new Map(works.map((work) => [work.id, work]));
  const all = [
    ...works.flatMap((work) => coIdentified(work, index)),
    ...works.flatMap((work) => oneM2M(work, index, byId, report)),
    ...works.flatMap((work) => endorsed(work, index)),
    ...works.flatMap((work) => inAbstract(work, index)),
    ...equalTitles(works),
  ];
  const pairOf = ({ subject, relation }: Statement): string => [subject, relation.to].sort().join(' | ');
  const pairs = new Set(known.map(pairOf));
  return all.filter((found) => {
    const pair = pairOf(found);
    const first = !pairs.has(pair);
    pairs.add(pair);
    return first;
  });
}
