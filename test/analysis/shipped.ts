import { readFileSync } from 'node:fs';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import { parse } from '../../src/model/parse.js';

let made: Catalogue | undefined;

/** The shipped dataset, read once. */
export function shipped(): Catalogue {
  if (made) return made;
  const parsed = parse(JSON.parse(readFileSync(new URL('../../data/smart-cities.json', import.meta.url), 'utf8')));
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  made = catalogue(parsed.dataset);
  return made;
}
