import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Grid } from '../intake/grid.js';
import { openFile } from '../intake/open-file.js';
import { ENCODINGS, type Encoding } from '../intake/text-encoding.js';
import { nearest } from '../model/nearest.js';
import { Unusable, type Io } from './command.js';
import { bytesOf, unusable } from './document.js';
import { refusalText } from './refusal-words.js';

const WHAT = 'a table (CSV, TSV or XLSX)';

/** The sheets of a table that have rows. @throws Unusable when it cannot be read or is no table; the reason of `io.signal` when that is aborted */
export async function readTable(file: string, encoding: string | undefined, io: Io): Promise<readonly Grid[]> {
  const path = resolve(io.cwd, file);
  try {
    const found = statSync(path);
    if (found.isDirectory()) throw new Unusable(`${file}: is a folder. Expected ${WHAT}.`);
    if (!found.isFile()) throw new Unusable(`${file}: is a device or a pipe. Expected ${WHAT}.`);
    const opened = await openFile(
      { name: file, size: found.size, stream: () => bytesOf(path) },
      {
        signal: io.signal,
        progress: (share) => {
          io.progress(`reading ${file}`, share);
        },
        ...(encoding !== undefined && { encoding: encodingOf(encoding) }),
      },
    );
    if (!opened.ok) throw new Unusable(`${file}: ${refusalText(opened)}`);
    if (opened.form === 'dataset') throw new Unusable(`${file}: is a dataset. Expected ${WHAT}.`);
    if (opened.doubt === 'guessed') io.say(`${file}: is no UTF-8 and is read as ${opened.encoding ?? ''}; --encoding chooses another one.`);
    if (opened.doubt === 'lost' || opened.doubt === 'garbled')
      io.say(`${file}: letters were lost when it was saved (${opened.doubt}). Save it as UTF-8 or XLSX where the letters are right.`);
    return opened.grids;
  } catch (error) {
    throw error instanceof Unusable || io.signal.aborted ? error : unusable(error, file, WHAT);
  }
}

function encodingOf(name: string): Encoding {
  const known = ENCODINGS.find((encoding) => encoding === name.toLowerCase());
  if (known === undefined) throw new Unusable(`--encoding ${name} is none that is known. Expected one of ${ENCODINGS.join(', ')}.`);
  return known;
}

/** One sheet of several: the one that is named, else the first that is not hidden. The others are told. */
export function sheetOf(grids: readonly Grid[], wanted: string | undefined, file: string, io: Io): Grid {
  const names = grids.map(({ name }) => name);
  if (wanted !== undefined) {
    const found = grids.find(({ name }) => name === wanted);
    if (found) return found;
    const near = nearest(wanted, names);
    throw new Unusable(
      `${file}: has no sheet "${wanted}". Expected one of ${names.map((name) => `"${name}"`).join(', ')}${near === undefined ? '' : `; nearest: "${near}"`}.`,
    );
  }
  const grid = grids.find(({ hidden }) => hidden !== true) ?? grids[0];
  if (!grid) throw new Error('bug: a table without sheets');
  for (const other of grids)
    if (other !== grid && other.hidden !== true) io.say(`${file}: sheet "${other.name}" is not read; --sheet "${other.name}" reads it.`);
  return grid;
}
