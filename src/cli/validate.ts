import { counted } from '../export/counted.js';
import { checkFile, type Checked, type CheckedFile } from './checked-file.js';
import { Unusable, type Command, type ExitCode, type Io, type Options } from './command.js';
import { filesOf } from './folder.js';
import type { LinkFound } from './link-check.js';
import { keepAnswers, keptAnswers, LINK_OPTIONS, numberOf } from './link-options.js';
import { linksIn } from './link-places.js';
import { checkLinks, type LinkReport, type LinkSettings } from './links.js';
import { migrateFile } from './migrate-file.js';
import { parseArguments } from './parse-arguments.js';
import { printable } from './printable.js';

const OPTIONS = {
  strict: { type: 'boolean', says: 'counts warnings as findings, and links that have moved' },
  json: { type: 'boolean', says: 'a line of JSON for each file: file, ok, form, issues, warnings, total, links' },
  migrate: { type: 'boolean', says: 'brings one dataset of an earlier version of the format to the present one' },
  out: { type: 'string', value: 'FILE', says: 'where what --migrate makes goes; stdout otherwise' },
  ...LINK_OPTIONS,
} as const satisfies Options;

/** Files of a folder that are looked at. */
const SUFFIX = /\.(?:json|smc)(?:\.gz)?$/i;
/** Records that are named beside an address; the others are counted. */
const NAMED = 3;

/** The report on one file for people. */
function textOf({ file, ok, form, issues, warnings, total }: CheckedFile): string {
  const lines = [...issues, ...warnings].map(({ severity, message }) => `${severity === 'warning' ? 'warning: ' : ''}${message}`);
  const left = total - lines.length;
  if (left > 0) lines.push(`${file}: … and ${String(left)} more`);
  const counts = `${counted(total - warnings.length, 'error')}, ${counted(warnings.length, 'warning')}`;
  lines.push(ok && warnings.length === 0 ? `${file}: a valid ${form}` : `${file}: ${counts}`);
  return `${lines.join('\n')}\n`;
}

/** The report on the links of a file for people: all but those that are as they should be. */
function linksText(file: string, { counts, links }: LinkReport): string {
  const lines = links.flatMap(({ url, result, status, to, says, used }) => {
    if (result === 'ok') return [];
    const users = used.length > NAMED ? [...used.slice(0, NAMED), `and ${String(used.length - NAMED)} more`] : used;
    const what = [
      `${result.padEnd(12)}${status === undefined ? '   ' : String(status)}  ${url}`,
      ...(to === undefined ? [] : [`→ ${to}`]),
    ].join(' ');
    return [`${what}${says === undefined ? '' : ` ${says}`}; used by ${users.join(', ')}`];
  });
  const counted = Object.entries(counts).map(([result, count]) => `${String(count)} ${result}`);
  return `${[...lines, `${file}: ${String(links.length)} addresses: ${counted.join(', ')}`].join('\n')}\n`;
}

/** What a run of the command goes by. */
interface Run {
  readonly io: Io;
  readonly isJson: boolean;
  readonly isStrict: boolean;
  /** Absent: links are not checked. */
  readonly links?: {
    readonly only: readonly string[];
    readonly known: Map<string, LinkFound>;
    readonly settings: Omit<LinkSettings, 'progress'>;
  };
}

async function linksOf({ dataset, submission, report: { file } }: Checked, { io, links }: Run): Promise<LinkReport | undefined> {
  if (!links || !(dataset ?? submission)) return undefined;
  const used = linksIn({ ...(dataset ?? submission) }, links.only);
  const open = used.filter(({ url }) => !links.known.has(url)).length;
  io.say(
    `${file}: ${String(used.length)} addresses${open < used.length ? `, ${String(used.length - open)} of them known from before` : ''}`,
  );
  const progress = (share: number): void => {
    io.progress(`asking ${String(open)} addresses`, share);
  };
  return checkLinks(used, links.known, { ...links.settings, progress });
}

/** Checks one file and prints what was found; 2 when it could not be read, and the others are still looked at. */
async function validateOne(file: string, run: Run): Promise<ExitCode> {
  const { io, isJson, isStrict } = run;
  try {
    const checked = await checkFile(file, io);
    const { report } = checked;
    if (!isJson) io.out(printable(textOf(report)));
    const links = await linksOf(checked, run);
    if (isJson) io.out(`${JSON.stringify({ ...report, ...(links && { links }) })}\n`);
    else if (links) io.out(printable(linksText(file, links)));
    const { broken = 0, unreachable = 0, moved = 0 } = links?.counts ?? {};
    const isFine = report.ok && broken + unreachable === 0;
    return isFine && !(isStrict && report.warnings.length + moved > 0) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    io.say(error.message);
    return 2;
  }
}

async function validateAll(files: readonly string[], run: Run): Promise<ExitCode> {
  let worst: ExitCode = 0;
  for (const file of files) {
    run.io.signal.throwIfAborted();
    const code = await validateOne(file, run);
    if (code > worst) worst = code;
  }
  return worst;
}

type Values = ReturnType<typeof parseArguments<typeof OPTIONS>>['values'];

function runOf(values: Values, io: Io): Run {
  const run = { io, isJson: values.json, isStrict: values.strict };
  if (!values.links) return run;
  const settings = {
    concurrency: Math.round(numberOf('concurrency', values.concurrency, 1, 64)),
    timeout: 1000 * numberOf('timeout', values.timeout, 0.01, 600),
    pause: 1000 * numberOf('pause', values.pause, 0, 600),
    ...{ isPrivateAsked: values.private, signal: io.signal },
  };
  const known = values.resume === undefined ? new Map<string, LinkFound>() : keptAnswers(values.resume, io);
  return { ...run, links: { only: values.only, known, settings } };
}

/** `standards-map validate`: every problem of datasets, submissions and stories. */
export const validateCommand: Command = {
  name: 'validate',
  summary: 'lists every problem of datasets, submissions and stories, and broken links',
  usage: 'FILE... [--links] [--strict] [--json] | OLD --migrate [--out FILE]',
  about:
    'Files are datasets (JSON, gzipped or compact), submissions and stories, or folders of them.\nProblems leave a file unusable, warnings do not. Links that are broken or out of reach are findings;\nservers that refuse programs (refused) are not.',
  options: OPTIONS,
  examples: [
    'standards-map validate map.json',
    'standards-map validate data/sources/submissions --strict',
    'standards-map validate map.json --links --only iso.org --resume links.jsonl',
    'standards-map validate old.json --migrate --out map.json',
  ],
  run: async (args, io) => {
    const { values, positionals } = parseArguments(args, OPTIONS);
    const [first, ...more] = positionals;
    if (first === undefined) throw new Unusable('validate: got no file. Expected datasets, submissions, stories, or folders of them.');
    if (values.migrate && more.length > 0)
      throw new Unusable(`validate --migrate: got ${counted(positionals.length, 'file')}. Expected one dataset.`);
    if (values.migrate) return migrateFile(first, values.out, io);
    if (values.out !== undefined) throw new Unusable('validate: --out goes with --migrate; the report goes to stdout.');
    const files = filesOf(positionals, SUFFIX, io);
    // A map begins without submissions
    if (files.length === 0) io.say(`validate: ${positionals.join(', ')}: no file named *.json, *.smc or the same with .gz is there`);
    const run = runOf(values, io);
    try {
      return await validateAll(files, run);
    } finally {
      if (run.links && values.resume !== undefined) keepAnswers(values.resume, run.links.known, io);
    }
  },
};
