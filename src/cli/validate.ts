import { checkFile, type CheckedFile } from './checked-file.js';
import { Unusable, type Command, type ExitCode, type Io, type Options } from './command.js';
import { filesOf } from './folder.js';
import { migrateFile } from './migrate-file.js';
import { parseArguments } from './parse-arguments.js';
import { printable } from './printable.js';

const OPTIONS = {
  strict: { type: 'boolean', says: 'counts warnings as findings' },
  migrate: { type: 'boolean', says: 'brings one dataset of an earlier version of the format to the present one' },
  out: { type: 'string', value: 'FILE', says: 'where what --migrate makes goes; stdout otherwise' },
  json: { type: 'boolean', says: 'one line of JSON for each file: {file, ok, form, issues, warnings, total}' },
} as const satisfies Options;

/** Files of a folder that are looked at. */
const SUFFIX = /\.(?:json|smc)(?:\.gz)?$/i;

/** The report on one file for people. */
function textOf({ file, ok, form, issues, warnings, total }: CheckedFile): string {
  const lines = [...issues, ...warnings].map(({ severity, message }) => `${severity === 'warning' ? 'warning: ' : ''}${message}`);
  const left = total - lines.length;
  if (left > 0) lines.push(`${file}: … and ${String(left)} more`);
  const counted = `${String(total - warnings.length)} errors, ${String(warnings.length)} warnings`;
  lines.push(ok && warnings.length === 0 ? `${file}: a valid ${form}` : `${file}: ${counted}`);
  return printable(`${lines.join('\n')}\n`);
}

/** Checks one file and prints what was found; 2 when it could not be read, and the others are still looked at. */
async function validateOne(file: string, isJson: boolean, isStrict: boolean, io: Io): Promise<ExitCode> {
  try {
    const { report } = await checkFile(file, io);
    io.out(isJson ? `${JSON.stringify(report)}\n` : textOf(report));
    return report.ok && !(isStrict && report.warnings.length > 0) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    io.say(error.message);
    return 2;
  }
}

/** `standards-map validate`: every problem of datasets and submissions. */
export const validateCommand: Command = {
  name: 'validate',
  summary: 'lists every problem of datasets and submissions',
  usage: 'FILE... [--strict] [--json] | OLD --migrate [--out FILE]',
  about:
    'Files are datasets (JSON, gzipped or compact) and submissions, or folders of them.\nProblems leave a file unusable, warnings do not.',
  options: OPTIONS,
  examples: [
    'standards-map validate map.json',
    'standards-map validate data/sources/submissions --strict',
    'standards-map validate old.json --migrate --out map.json',
  ],
  run: async (args, io) => {
    const { values, positionals } = parseArguments(args, OPTIONS);
    if (positionals.length === 0) throw new Unusable('validate: got no file. Expected datasets, submissions, or folders of them.');
    const [first = '', ...more] = positionals;
    if (values.migrate && more.length > 0)
      throw new Unusable(`validate --migrate: got ${String(positionals.length)} files. Expected one dataset.`);
    if (values.migrate) return migrateFile(first, values.out, io);
    if (values.out !== undefined) throw new Unusable('validate: --out goes with --migrate; the report goes to stdout.');
    const files = filesOf(positionals, SUFFIX, io);
    if (files.length === 0)
      throw new Unusable(`validate: ${positionals.join(', ')}: no file named *.json, *.smc or the same with .gz is there.`);
    let worst: ExitCode = 0;
    for (const file of files) {
      io.signal.throwIfAborted();
      const code = await validateOne(file, values.json, values.strict, io);
      if (code > worst) worst = code;
    }
    return worst;
  },
};
