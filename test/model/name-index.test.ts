import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue, type Found } from '../../src/model/catalogue.js';
import type { Standard } from '../../src/model/dataset.js';
import { spellings } from '../../src/model/designation.js';
import { parse } from '../../src/model/parse.js';
import { dataset, standard } from '../fixtures/small.js';

/** Every name spelled out: the slow road that the index by digits must agree with. */
function spelledOut(standards: readonly Standard[]): (text: string) => Found | undefined {
  const exact = new Map<string, Found>();
  const loose = new Map<string, Found | null>();
  const put = (text: string, found: Found): void => {
    const [key, ...others] = spellings(text);
    if (key !== undefined && !exact.has(key)) exact.set(key, found);
    for (const other of others) {
      const known = loose.get(other);
      if (known === undefined) loose.set(other, found);
      else if (known !== null && known.standard !== found.standard) loose.set(other, null);
    }
  };
  for (const one of standards) put(one.id, { standard: one });
  for (const one of standards) for (const alias of one.aliases ?? []) put(alias, { standard: one });
  for (const one of standards)
    for (const edition of one.editions) for (const name of [edition.id, ...(edition.variants ?? [])]) put(name, { standard: one, edition });
  return (text) => {
    const keys = spellings(text);
    for (const index of [exact, loose]) for (const key of keys) if (index.get(key)) return index.get(key) ?? undefined;
    return undefined;
  };
}

const told = (found: Found | undefined) =>
  found && [found.standard.id, found.edition?.id === found.standard.id ? undefined : found.edition?.id];

const part = fc.constantFrom(
  ...'ISO|IEC|ISO/IEC|W3C|OGC/W3C|ITU-T|ETSI|TS|TR|Recommendation|REC|Suppl.|Supplement|Y.|L.|Y.4903/L.1603|37122|371|22|1|2:2019|-1|:2019|(2019)| |/|.|–|３７|é|Amd|MQTT'.split(
    '|',
  ),
);
const name = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));

test('M11 a name is found by its digits exactly where spelling out every name would find it', () => {
  const names = fc.uniqueArray(name, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(names, fc.array(name, { maxLength: 4 }), fc.array(name, { maxLength: 6 }), (ids, others, asked) => {
      const standards = ids.map((id, at) =>
        standard(id, {
          aliases: others.filter((_, k) => k % ids.length === at),
          editions: [{ id: at % 2 ? id : `${id}:2019`, status: 'in-force', ...(at % 3 === 0 && { variants: [`${id} RLV`] }) }],
        }),
      );
      const map = catalogue(dataset({ standards }));
      const slow = spelledOut(standards);
      for (const text of [...ids, ...others, ...asked]) expect(told(map.locate(text)), text).toEqual(told(slow(text)));
    }),
    { seed: 20261122, numRuns: 1500 },
  );
});

test('M11 every spelling of every name of the shipped dataset leads where it led', () => {
  const parsed = parse(readFileSync(resolve(import.meta.dirname, '../../data/smart-cities.json'), 'utf8'));
  if (!parsed.ok) throw new Error('the shipped dataset is not valid');
  const { standards } = parsed.dataset;
  const map = catalogue(parsed.dataset);
  const slow = spelledOut(standards);
  const names = standards.flatMap(({ id, aliases, editions }) => [id, ...(aliases ?? []), ...editions.map((edition) => edition.id)]);
  const texts = names.flatMap((one) => [one, one.toLowerCase().replaceAll(' ', ''), ...spellings(one)]);
  expect(texts.filter((text) => JSON.stringify(told(map.locate(text))) !== JSON.stringify(told(slow(text))))).toEqual([]);
});
