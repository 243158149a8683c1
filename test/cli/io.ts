import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Io } from '../../src/cli/command.js';
import { main } from '../../src/cli/main.js';

/** What a run of the command line has said. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly bytes: Uint8Array;
  readonly said: string;
}

/** A folder of its own for the tests of a file; removed after them. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'standards-map-'));
  afterAll(() => {
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}

/** Runs the command line in this process. */
export async function run(cwd: string, args: readonly string[], io: Partial<Io> = {}): Promise<Run> {
  const out: Uint8Array[] = [];
  const said: string[] = [];
  const code = await main(args, {
    cwd,
    signal: new AbortController().signal,
    today: '2026-11-22',
    out: (text) => void out.push(typeof text === 'string' ? new TextEncoder().encode(text) : text),
    say: (line) => void said.push(line),
    progress: () => undefined,
    ...io,
  });
  const bytes = Buffer.concat(out);
  return { code, out: bytes.toString('utf8'), bytes, said: said.join('\n') };
}
