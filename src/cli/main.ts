import { Unusable, helpOf, type Command, type ExitCode, type Io } from './command.js';
import { forPeople } from './printable.js';
import { packageVersion } from './package-folder.js';
import { processIo } from './process-io.js';

export { importCatalogues, type Imported, type ImportOptions, type Omission, type Taken, type Watch } from './functions.js';
export { Unusable, type Command, type ExitCode, type Io, type Option, type Options } from './command.js';

/** The commands, each loaded when it is asked for: what reads YAML or writes DOCX is not needed to validate a file. */
const LOADERS: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./import.js')).importCommand,
  validate: async () => (await import('./validate.js')).validateCommand,
  diff: async () => (await import('./diff.js')).diffCommand,
  merge: async () => (await import('./merge.js')).mergeCommand,
  report: async () => (await import('./report.js')).reportCommand,
  layout: async () => (await import('./layout.js')).layoutCommand,
  export: async () => (await import('./export.js')).exportCommand,
};

/** The names of the commands, in the order of the work. */
export const COMMAND_NAMES: readonly string[] = Object.keys(LOADERS);

/** A command by its name; undefined when there is none of that name. */
export async function command(name: string): Promise<Command | undefined> {
  return Object.hasOwn(LOADERS, name) ? LOADERS[name]?.() : undefined;
}

async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(LOADERS).map((load) => load()));
  return [
    'standards-map: keeps a map of standards up to date.',
    '',
    '  standards-map COMMAND [arguments]',
    '',
    'Commands',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`),
    '',
    'standards-map COMMAND --help says more, with an example.',
    'Results go to stdout, remarks to stderr. Exit code: 0 fine, 1 findings, 2 could not run.',
    '',
  ].join('\n');
}

async function run([name = '', ...rest]: readonly string[], io: Io): Promise<ExitCode> {
  if (name === '--help' || name === '-h' || name === 'help') {
    const asked = rest[0] === undefined ? undefined : await command(rest[0]);
    io.out(asked ? helpOf(asked) : await overview());
    return 0;
  }
  if (name === '--version') {
    io.out(`${packageVersion()}\n`);
    return 0;
  }
  const found = await command(name);
  if (!found) {
    throw new Unusable(
      `standards-map: ${name === '' ? 'no command given' : `"${name}" is no command`}. Expected one of ${COMMAND_NAMES.join(', ')}; standards-map --help says what they do.`,
    );
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(helpOf(found));
    return 0;
  }
  return found.run(rest, io);
}

/**
 * The command line `standards-map`, as a function: `main(['validate', 'map.json'])`.
 *
 * @param args what follows `standards-map`
 * @param io where results and remarks go; default the process
 * @returns 0 fine, 1 findings, 2 could not run
 * @throws what is a fault of this program, and the reason of `io.signal` when that is aborted
 */
export async function main(args: readonly string[], io: Io = processIo()): Promise<ExitCode> {
  const shown = forPeople(io);
  try {
    return await run(args, shown);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    shown.say(error.message);
    return 2;
  }
}
