import type { Source } from '../model/dataset.js';
import type { Cell } from './cell.js';
import { given } from './cell.js';

/** A source as the data files give it. @throws Error that says where, what was found and what was expected */
export function readSource(cell: Cell): Source {
  cell.table('id', 'catalogue', 'asOf', 'licence', 'url', 'sdos', 'note');
  return {
    id: cell.at('id').text(),
    catalogue: cell.at('catalogue').text(),
    asOf: cell.at('asOf').date(),
    licence: cell.at('licence').text(),
    url: cell.at('url').url(),
    ...given('sdos', cell.at('sdos'), (sdos) => sdos.texts()),
    ...given('note', cell.at('note'), (note) => note.text()),
  };
}
