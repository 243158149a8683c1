import { html, type TemplateResult } from 'lit';
import { dayShown, latestOf, wasThere } from '../../analysis/day.js';
import type { Neighbour } from '../../model/catalogue.js';
import type { Edition, Standard } from '../../model/dataset.js';
import { termOf } from '../word-of.js';
import type { PanelContext, Then } from './context.js';
import { dayMessages } from '../messages-at.js';

/** Why something that the latest has was not there on the day that is shown; undefined where it was. */
type Later = string | undefined;

/** Where a standard stood on a past day beside where it stands today. */
function dayNote({ catalogue, messages, format }: PanelContext, standard: Standard): TemplateResult {
  const day = dayShown(catalogue);
  const latest = latestOf(catalogue);
  const date = format.longDate(day);
  const first = latest.firstDate(standard);
  const today = latest.standard(standard.id) ?? standard;
  const word = ({ status }: Standard): string => termOf(messages, status).toLowerCase();
  return html`<p class="day-then">${
    wasThere(catalogue, standard.id)
      ? dayMessages.statusThen(date, word(standard), word(today))
      : dayMessages.notThere(date, firstLater(latest.standard(standard.id)?.editions ?? [], first, format.longDate))
  }</p>`;
}

const firstLater = (editions: readonly Edition[], first: string | undefined, write: (date: string) => string): string | undefined =>
  editions.some(({ date }) => date !== undefined) && first !== undefined ? write(first) : undefined;

/** All texts of a standard in the order of the dataset: those of the day as they stood, and what came later, told apart. */
function editionsThen({ catalogue }: PanelContext, standard: Standard): readonly (readonly [Edition, Later])[] {
  const all = latestOf(catalogue).standard(standard.id)?.editions ?? standard.editions;
  const then = new Map(wasThere(catalogue, standard.id) ? standard.editions.map((edition) => [edition.id, edition]) : []);
  const { laterText, undatedText } = dayMessages;
  return all.map((edition) => {
    const known = then.get(edition.id);
    return known ? [known, undefined] : [edition, edition.date === undefined ? undatedText : laterText];
  });
}

/** All relations of a standard: those of the day, and what was not declared yet, told apart. */
function neighboursThen({ catalogue }: PanelContext, { id }: Standard): readonly (readonly [Neighbour, Later])[] {
  const then = new Set(catalogue.neighbours(id).map(({ relation }) => relation));
  return latestOf(catalogue)
    .neighbours(id)
    .map((neighbour) => [neighbour, then.has(neighbour.relation) ? undefined : dayMessages.laterRelation]);
}

/** What panels say of the day that is shown; undefined of the latest. */
export function thenOf(context: PanelContext): Then | undefined {
  const { catalogue, format } = context;
  const day = dayShown(catalogue);
  if (day === '') return undefined;
  return {
    count: (shown, all) => dayMessages.countOf(shown, all, format.date(day)),
    later: ({ id }) => (wasThere(catalogue, id) ? undefined : dayMessages.laterText),
    note: (standard) => dayNote(context, standard),
    editions: (standard) => editionsThen(context, standard),
    neighbours: (standard) => neighboursThen(context, standard),
  };
}
