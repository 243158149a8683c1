import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { packed } from '../../tools/pack.mjs';

/**
 * Leaves in a folder what `npm install standards-map` leaves, without a network: the packed package and its command.
 *
 * @throws Error when nothing has been packed
 */
export function installInto(folder: string): void {
  const from = packed().folder;
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(from, join(folder, 'node_modules/standards-map'), 'dir');
  writeFileSync(
    join(folder, 'node_modules/.bin/standards-map'),
    `#!/bin/sh\nexec "${process.execPath}" "${join(from, 'dist/node/bin.js')}" "$@"\n`,
    { mode: 0o755 },
  );
}

/**
 * Runs a script as the shell of a forge does, and ends at the first command that fails.
 *
 * @param installed the folder whose `node_modules/.bin` is on the PATH
 * @param environment beside that of the process
 * @returns stdout
 */
export function shell(cwd: string, script: string, installed: string, environment: Readonly<Record<string, string>> = {}): string {
  return execFileSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: `${join(installed, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
      // No question, no network: what npx does not find here is an error
      npm_config_offline: 'true',
      npm_config_yes: 'false',
      ...environment,
    },
  });
}
