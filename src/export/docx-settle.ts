import { lastDayOf } from '../analysis/at.js';
import type { PartialDate } from '../model/dataset.js';
import { unzipOwn } from './unzip.js';
import { Zip } from './zip.js';

/** Parts of a file that are text. */
const TEXT = /\.(xml|rels)$/;
const MADE = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;
/** Ids that docx 9.15.2 draws by chance for links. */
const CHANCE = /\b(r:id|Id)="(rId[\w-]{21})"/g;
const DRAWING = /(<wp:docPr id=")\d+(")/g;

/**
 * A file as docx 9.15.2 writes it, without what differs from one time to the next: the day and hour at which it was made, ids of links by chance, numbers of
 * pictures that count on over all files of a program, and the times of the parts.
 */
export async function settledDocx(bytes: Uint8Array<ArrayBuffer>, day: PartialDate): Promise<Uint8Array<ArrayBuffer>> {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? `rIdLink${String(names.size + 1)}`;
    names.set(id, name);
    return name;
  };
  const zip = new Zip();
  for (const [path, part] of await unzipOwn(bytes)) {
    if (!TEXT.test(path)) {
      await zip.add(path, [part]);
      continue;
    }
    let drawings = 0;
    const text = new TextDecoder()
      .decode(part)
      .replace(MADE, `$1${lastDayOf(day)}T00:00:00Z$2`)
      .replace(CHANCE, (_, attribute: string, id: string) => `${attribute}="${nameOf(id)}"`)
      .replace(DRAWING, (_, before: string, after: string) => `${before}${String(++drawings)}${after}`);
    await zip.add(path, [text]);
  }
  const pieces = zip.pieces();
  return new Uint8Array(await new Blob([...pieces]).arrayBuffer());
}
