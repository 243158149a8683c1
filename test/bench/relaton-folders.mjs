// Makes folders of Relaton YAML of the size and shape of the four whole catalogues (153,913 files, 570 MB) from the tables of ../shared/catalogue.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { etsiFiles, iecFiles, isoFiles, ituFiles } from './relaton-records.mjs';
import { relatonYaml } from './relaton-yaml.mjs';

export const TABLES = ['itu', 'iso', 'iec', 'etsi'];
/** Old copies in ISO's folder, files with a colon in their name. */
const COPIES = 9_629;
const FILES = { itu: ituFiles, iso: isoFiles, iec: iecFiles, etsi: etsiFiles };

/**
 * @param tables folder of the tables `itu.jsonl.gz` …
 * @param target the folder that gets `relaton-data-itu/data` …
 * @param each take every n-th row only
 * @returns files and bytes by catalogue
 */
export function makeFolders(tables, target, each = 1) {
  return TABLES.map((name) => {
    const folder = join(target, `relaton-data-${name}`, 'data');
    mkdirSync(folder, { recursive: true });
    const lines = gunzipSync(readFileSync(join(tables, `${name}.jsonl.gz`)))
      .toString('utf8')
      .trimEnd()
      .split('\n');
    let [files, bytes, copies] = [0, 0, 0];
    for (const [at, line] of lines.entries()) {
      if (at % each !== 0) continue;
      const row = JSON.parse(line);
      const copied = copies * each < COPIES && /-\d{4}\.yaml$/.test(row._f);
      if (copied) copies += 1;
      for (const [file, record] of FILES[name](row, at, copied)) {
        const text = relatonYaml(record);
        writeFileSync(join(folder, file), text);
        files += 1;
        bytes += Buffer.byteLength(text);
      }
    }
    return { name, files, bytes };
  });
}
