import type { Catalogue } from '../model/catalogue.js';
import type { Standard } from '../model/dataset.js';
import { isHttpUrl } from '../model/value.js';
import { escapeXml } from '../render/xml.js';
import { onOneLine } from './cell.js';
import { counted } from './counted.js';

/** Most standards that are listed for a reader without JavaScript: the list of 5,000 takes about as much as the script, 1 MB. */
export const MOST_LISTED = 5000;

const said = (text: string): string => escapeXml(onOneLine(text));

/** A link where it leads to the web, else the text alone. */
export function linkHtml(text: string, url: string | undefined): string {
  const plain = said(text);
  return url !== undefined && isHttpUrl(url) ? `<a href="${escapeXml(url)}" rel="noopener noreferrer">${plain}</a>` : plain;
}

function itemHtml({ id, title, url, status }: Standard, date: string | undefined): string {
  const state = `${status.replaceAll('-', ' ')}${date === undefined ? '' : `, ${date}`}`;
  return `<li><bdi>${linkHtml(id, url)}</bdi> <span dir="auto">${said(title)}</span> <span class="muted">${said(state)}</span></li>`;
}

/** The standards of a catalogue by the SDO in whose territory they stand, as lists that need no script; of more than 5,000 how many each SDO has. */
export function listHtml(known: Catalogue): string {
  const { standards, sdos } = known;
  const bySdo = new Map<string, Standard[]>(sdos.map(({ id }) => [id, []]));
  for (const standard of standards) bySdo.get(known.home(standard))?.push(standard);
  const isListed = standards.length <= MOST_LISTED;
  const parts = [...bySdo].flatMap(([id, own]) => {
    if (own.length === 0) return [];
    const heading = `<h2><bdi>${said(known.sdo(id)?.name ?? id)}</bdi> <span class="muted">${counted(own.length, 'standard')}</span></h2>`;
    return isListed
      ? [heading, `<ul>\n${own.map((standard) => itemHtml(standard, known.latestDate(standard))).join('\n')}\n</ul>`]
      : [heading];
  });
  const note = isListed
    ? ''
    : `<p>The list of all ${String(standards.length)} is left out: it would make this file many times as large. The map shows them.</p>\n`;
  return `${note}${parts.join('\n')}`;
}
