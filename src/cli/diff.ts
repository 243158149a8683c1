import { counted } from '../export/counted.js';
import { catalogue, type Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { diff } from '../analysis/diff.js';
import { visible } from '../analysis/visible.js';
import { changesJson, changesPage } from '../export/changes.js';
import { pageHtml } from '../export/page-html.js';
import { pageMarkdown } from '../export/page-markdown.js';
import { pageText } from '../export/page-text.js';
import { Unusable, type Command, type Options } from './command.js';
import { deliver, readDataset } from './dataset-file.js';
import { checkedFilter } from './filter-option.js';
import { parseArguments } from './parse-arguments.js';

const FORMS = ['text', 'markdown', 'html', 'json'] as const;
type Form = (typeof FORMS)[number];
const isForm = (name: string): name is Form => FORMS.some((form) => form === name);

/** Standards from which on candidates take longer than a reader waits without a word. */
const MANY = 5000;

const OPTIONS = {
  form: { type: 'string', value: 'FORM', default: 'text', says: `how it is told: ${FORMS.join(', ')}` },
  out: { type: 'string', value: 'FILE', says: 'where it goes; stdout otherwise' },
  filter: { type: 'string', value: 'EXPRESSION', default: '', says: 'only standards that pass it in one of the editions' },
  title: { type: 'string', value: 'TEXT', says: 'title of the page' },
  'no-overlaps': { type: 'boolean', says: 'leaves overlap candidates out; of a whole catalogue they take long' },
  json: { type: 'boolean', says: 'short for --form json' },
} as const satisfies Options;

/** Ids of the standards that pass a filter in one of the editions. */
function passing(sides: readonly Catalogue[], filter: string): ReadonlySet<StandardId> | undefined {
  return filter.trim() === '' ? undefined : new Set(sides.flatMap((side) => visible(side, filter)));
}

/** `standards-map diff`: what differs between two editions. */
export const diffCommand: Command = {
  name: 'diff',
  summary: 'tells what has changed from one edition to another',
  usage: 'EARLIER LATER [--form FORM] [--out FILE] [--filter EXPRESSION] [--no-overlaps]',
  about:
    'New, revised, withdrawn, reclassified, retitled, renumbered, newly coordinated, newly overlapping,\nconflicts and everything else, each with who said it where a submission did.\nA standard that has vanished is told as such. Exit code 1 when there are differences.',
  options: OPTIONS,
  examples: ['standards-map diff last.json map.json', 'standards-map diff last.json map.json --form html --out changes.html'],
  run: async (args, io) => {
    const { values, positionals } = parseArguments(args, OPTIONS);
    const [earlier, later, ...more] = positionals;
    if (earlier === undefined || later === undefined || more.length > 0)
      throw new Unusable(`diff: got ${counted(positionals.length, 'file')}. Expected two datasets, the earlier one first.`);
    const form = values.json ? 'json' : values.form;
    if (!isForm(form)) throw new Unusable(`diff: --form ${form} is none. Expected one of ${FORMS.join(', ')}.`);
    const sides = [catalogue(await readDataset(earlier, io)), catalogue(await readDataset(later, io))] as const;
    for (const side of sides) checkedFilter('diff', side, values.filter, io);
    const overlaps = !values['no-overlaps'];
    if (overlaps && sides.some(({ standards }) => standards.length > MANY))
      io.say('looking for overlap candidates in both editions; --no-overlaps leaves them out');
    const standards = passing(sides, values.filter);
    const difference = diff(...sides, { overlaps, ...(standards && { standards }) });
    const input = { title: values.title, filter: values.filter };
    if (form === 'json') deliver(changesJson(difference, input), values.out, io);
    else {
      const page = changesPage(difference, input);
      const said = { text: pageText, markdown: (one: typeof page) => pageMarkdown(one), html: pageHtml }[form](page);
      deliver(said, values.out, io);
    }
    if (values.out !== undefined) io.say(counted(difference.changes.length, 'difference'));
    return difference.changes.length === 0 ? 0 : 1;
  },
};
