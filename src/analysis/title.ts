import { fold } from './fold.js';
import { capitalKey, PHRASES, STOP, WORD, type KnownTerm, type PhraseNode, type TermClass } from './concept-table.js';
import { stem } from './stem.js';

/** A concept or word of a text, where it stands. */
export interface Unit {
  /** What all its spellings share. */
  readonly key: string;
  /** As a reader knows it. */
  readonly label: string;
  readonly class: TermClass;
  readonly kind?: string;
  /** True where it names a field of work. */
  readonly field?: boolean;
  /** What it is a part or a sort of, nearest first. */
  readonly broader?: readonly KnownTerm[];
  /** Half-open range in the text, UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

/** A piece of a title between separators: `Intelligent transport systems`, `Local dynamic map`. */
export interface TitleElement {
  /** Equal for equal pieces, whatever their spelling. */
  readonly key: string;
  readonly units: readonly Unit[];
}

/** No title of four whole catalogues is longer than 900 units; what follows in a text is not read. */
const LONGEST = 4000;

/** Numbers, versions and designations: what tells a text from its editions, parts and series, not what it is about. */
const NUMBERS: readonly RegExp[] = [
  /\b(?:oneM2M|3GPP) T[SR][- ]\d[\d.-]*/g,
  /\b(?:parts?|sections?|volumes?|stage|release|version|edition|phase|module|book|topic|level) (?:\d+|[IVX]+)(?:[-.]\d+)*[a-z]?\b/gi,
  /\b(?:ISO|IEC|ITU-[TR]|ETSI|IEEE|CEN|CENELEC|EN|ANSI|RFC|TS|TR|ES|EG|ISO\/IEC|ISO\/TS|ISO\/TR)(?:[/ -](?:IEC|IEEE|TS|TR|EN|ES|EG|PAS|Std|SRD)){0,6} ?[A-Z]?[ .]?\d[\d.:/-]*(?:[ -]series)?/g,
  /\b[A-Z]\.\d+(?:\.\d+)*(?:[ -]series)?/g,
  /\bITU-T Y?\b/g,
  /\b(?:v|V)\d+(?:\.\d+)+/g,
  /\bIEEE (?:standard|guide|recommended practice|trial-use standard)(?: for)?\b/gi,
  /\b(?:ETSI|OGC|OpenGIS)®?(?= )/g,
];
/** What stands between the pieces of a title; a hyphen only between spaces. */
const SEPARATOR = /\s[-‐‑–—]{1,2}\s|[:;–—]/g;

const blank = (found: string): string => ' '.repeat(found.length);

/** The title with everything that only numbers it blanked out; every other character stays where it was. */
export const withoutNumbers = (title: string): string =>
  NUMBERS.reduce((text, pattern) => text.replace(pattern, blank), title.slice(0, LONGEST));

interface Word {
  readonly stem: string;
  readonly capital?: string;
  readonly stop: boolean;
}

/** Titles use few words: each is folded and stemmed once. Bounded, because proposals and datasets may bring any text. */
const words = new Map<string, Word>();
const MOST_WORDS = 200_000;

function wordOf(raw: string): Word {
  const known = words.get(raw);
  if (known) return known;
  const folded = fold(raw);
  const capital = capitalKey(raw);
  const made: Word = { stem: stem(folded), stop: STOP.has(folded) && capital === undefined, ...(capital === undefined ? {} : { capital }) };
  if (words.size >= MOST_WORDS) words.clear();
  words.set(raw, made);
  return made;
}

interface Token extends Word {
  readonly raw: string;
  readonly from: number;
  readonly to: number;
}

function tokensOf(text: string, from: number): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const at = from + match.index;
    found.push({ ...wordOf(match[0]), raw: match[0], from: at, to: at + match[0].length });
  }
  return found;
}

const follow = (at: PhraseNode, { capital, stem: base }: Token): PhraseNode | undefined =>
  (capital === undefined ? undefined : at.next.get(capital)) ?? at.next.get(base);

/** The longest phrase of the table that begins at a token, and how many tokens it takes. */
function phraseAt(tokens: readonly Token[], start: number): { readonly term: KnownTerm; readonly length: number } | undefined {
  let best: { readonly term: KnownTerm; readonly length: number } | undefined;
  let at: PhraseNode | undefined = PHRASES;
  for (let end = start; end < tokens.length && at !== undefined; end++) {
    const token = tokens[end];
    at = token === undefined ? undefined : follow(at, token);
    if (at?.term) best = { term: at.term, length: end - start + 1 };
  }
  return best;
}

const isBareNumber = (word: string): boolean => /^\p{N}+$/u.test(word);

function unitsOf(tokens: readonly Token[]): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    const phrase = phraseAt(tokens, at);
    const end = tokens[at + (phrase?.length ?? 1) - 1];
    if (token && end && phrase) {
      const { key, label, class: given, kind, field, broader } = phrase.term;
      const plain = tokens.slice(at, at + phrase.length).map(({ raw }) => raw.toLowerCase());
      units.push({
        key,
        label: label || plain.join(' '),
        class: given,
        from: token.from,
        to: end.to,
        ...(kind === undefined ? {} : { kind }),
        ...(field === undefined ? {} : { field }),
        ...(broader === undefined ? {} : { broader }),
      });
    } else if (token && !token.stop && !isBareNumber(token.raw) && token.stem.length > 1) {
      units.push({ key: token.stem, label: token.raw.toLowerCase(), class: 'subject', from: token.from, to: token.to });
    }
    at += phrase?.length ?? 1;
  }
  return units;
}

/**
 * What a title says, piece by piece: numbers, versions and designations left out, spellings of one concept as one, in reading order.
 *
 * Any text has an answer; one without a telling word has none to give and answers with no element.
 */
export function elementsOf(title: string): readonly TitleElement[] {
  const text = withoutNumbers(title);
  const elements: TitleElement[] = [];
  let from = 0;
  const close = (to: number): void => {
    const units = unitsOf(tokensOf(text.slice(from, to), from));
    if (units.length > 0) elements.push({ key: units.map(({ key }) => key).join(' '), units });
  };
  for (const match of text.matchAll(SEPARATOR)) {
    close(match.index);
    from = match.index + match[0].length;
  }
  close(text.length);
  return elements;
}

/** A title reduced to what equal ones share: its concepts in order; empty when it has no telling one. */
export const titleIdentity = (title: string): string =>
  elementsOf(title)
    .map(({ key }) => key)
    .join(' ');
