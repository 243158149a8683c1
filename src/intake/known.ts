import { compact } from '../analysis/fold.js';
import type { Catalogue } from '../model/catalogue.js';
import {
  KINDS,
  LEVELS,
  ROLES,
  type Committee,
  type CommitteeId,
  type Kind,
  type Level,
  type Role,
  type Sdo,
  type Topic,
} from '../model/dataset.js';
import { nearest } from '../model/nearest.js';
import { plainWords } from './words.js';

/** Names of closed lists beside their own, as tables write them. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  terminology: 'vocabulary',
  definitions: 'vocabulary',
  framework: 'architecture',
  'reference architecture': 'architecture',
  data: 'interface-data',
  interface: 'interface-data',
  testing: 'assessment-test',
  assessment: 'assessment-test',
  test: 'assessment-test',
  process: 'process-guidance',
  guidance: 'process-guidance',
  guideline: 'guide',
  guidelines: 'guide',
};

const keyed = <T extends string>(values: readonly T[]): ReadonlyMap<string, T> => {
  const map = new Map<string, T>(values.map((value) => [plainWords(value), value]));
  for (const [word, value] of Object.entries(OTHER_WORDS)) {
    const known = values.find((one) => one === value);
    if (known !== undefined && !map.has(word)) map.set(word, known);
  }
  return map;
};
const ROLE_WORDS = keyed<Role>(ROLES);
const LEVEL_WORDS = keyed<Level>(LEVELS);
const KIND_WORDS = keyed<Kind>(KINDS);

export const roleOf = (text: string): Role | undefined => ROLE_WORDS.get(plainWords(text));
export const levelOf = (text: string): Level | undefined => LEVEL_WORDS.get(plainWords(text));
export const kindNamed = (text: string): Kind | undefined => KIND_WORDS.get(plainWords(text));

/** Keys of a committee's name: with and without its publishers, who often stand in a column of their own. */
const committeeKeys = (name: string): readonly string[] => {
  const bare = name.replace(/^(?:ISO\/IEC|ISO|IEC|ITU-T|ITU-R|ETSI|IEEE|OGC|W3C|OASIS)[\s/]+/i, '');
  return [compact(name), ...(bare === name ? [] : [compact(bare)])];
};

/** The names that a catalogue knows: what a cell can mean. */
export class KnownNames {
  readonly catalogue: Catalogue;
  readonly #sdos = new Map<string, Sdo>();
  /** null where two committees share a short name. */
  readonly #committees = new Map<string, Committee | null>();
  readonly #topics = new Map<string, Topic>();

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
    for (const sdo of catalogue.sdos) for (const name of [sdo.id, sdo.name, sdo.title]) this.#sdos.set(compact(name), sdo);
    for (const topic of catalogue.topics) for (const name of [topic.id, topic.label]) this.#topics.set(compact(name), topic);
    for (const committee of catalogue.committees) this.#addCommittee(committee);
  }

  #addCommittee(committee: Committee): void {
    const [exact = '', ...others] = [committee.id, ...(committee.aliases ?? [])].flatMap(committeeKeys);
    this.#committees.set(exact, committee);
    for (const key of others) {
      const known = this.#committees.get(key);
      if (known === undefined) this.#committees.set(key, committee);
      else if (known !== null && known !== committee && known.id !== key) this.#committees.set(key, null);
    }
  }

  sdo(text: string): Sdo | undefined {
    return this.#sdos.get(compact(text));
  }

  /** @param sdo name of its SDO, where that stands in another cell: `TC 268` of `ISO` */
  committee(text: string, sdo = ''): Committee | undefined {
    const named = [text, ...(sdo === '' ? [] : [`${sdo} ${text}`])].map((name) => this.#committees.get(compact(name)));
    return named.find((committee) => committee !== undefined && committee !== null) ?? undefined;
  }

  topic(text: string): Topic | undefined {
    return this.#topics.get(compact(text));
  }

  /** The topic that was most likely meant, by its name. */
  nearestTopic(text: string): string | undefined {
    return nearest(
      text,
      this.catalogue.topics.flatMap(({ id, label }) => [label, id]),
    );
  }

  committeeId(id: CommitteeId): Committee | undefined {
    return this.catalogue.committee(id);
  }
}
