import { parseArgs } from 'node:util';
import { Unusable, type Option, type Options } from './command.js';

/** What parseArgs makes of a declared option. */
type ValueOf<O extends Option> = O['type'] extends 'boolean'
  ? boolean
  : O extends { readonly multiple: true }
    ? readonly string[]
    : O extends { readonly default: string }
      ? string
      : string | undefined;

/** The options and the rest of a command line. */
export interface Arguments<T extends Options> {
  readonly values: { readonly [Name in keyof T]: ValueOf<T[Name]> };
  readonly positionals: readonly string[];
}

const isArgsError = (error: unknown): error is TypeError =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** Reads a command line. @throws Unusable that names the option which is not known or lacks its value */
export function parseArguments<const T extends Options>(args: readonly string[], options: T): Arguments<T> {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple, short }]) => [
      name,
      { type, ...(multiple !== undefined && { multiple }), ...(short !== undefined && { short }) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: config, strict: true, allowPositionals: true });
    const filled = Object.entries(options).map(([name, option]) => [
      name,
      values[name] ?? option.default ?? (option.type === 'boolean' ? false : option.multiple ? [] : undefined),
    ]);
    return { values: Object.fromEntries(filled) as Arguments<T>['values'], positionals };
  } catch (error) {
    if (!isArgsError(error)) throw error;
    throw new Unusable(
      // Behind its first sentence Node advises on arguments that begin with a minus, which no command has
      `${error.message.split('. ', 1)[0] ?? ''}. Options: ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(', ')}.`,
    );
  }
}
