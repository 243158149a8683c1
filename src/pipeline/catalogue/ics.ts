import type { Topic, TopicId } from '../../model/dataset.js';

/** Topic of an ICS field, the first two digits of a code. */
export const icsTopic = (code: string): TopicId => `ics-${code.slice(0, 2)}`;

/**
 * The fields of the International Classification for Standards as topics of the domain axis, in the order of the file.
 *
 * @param xml ISO's list of the classification; only its top fields are read
 * @returns empty when the text lists none
 */
export function icsTopics(xml: string): readonly Topic[] {
  const fields = xml.matchAll(/^ {2}<field>\s*<identifier>(\d\d)<\/identifier>\s*<title xml:lang="en">([^<]+)<\/title>/gm);
  return [...fields].map(([, code = '', title = '']) => ({
    id: icsTopic(code),
    label: title.replaceAll('&amp;', '&').split('. ')[0] ?? title,
    axis: 'domain',
    sources: [`ICS ${code}: ${title.replaceAll('&amp;', '&')}`],
  }));
}
