import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { submissionText } from '../../src/cli/submission-file.js';
import { parse } from '../../src/model/parse.js';
import { datasetText } from '../../src/pipeline/write.js';
import { landscape, submission } from '../intake/submissions.js';
import { folder, run } from './io.js';

const all = folder();
const base = datasetText(landscape());
const withdrawn = submissionText(submission({ standards: [{ id: 'ISO 37122', status: 'withdrawn' }] }));

function prepared(): string {
  const cwd = mkdtempSync(join(all, 'run-'));
  writeFileSync(join(cwd, 'map.json'), base);
  writeFileSync(join(cwd, 'iso.json'), withdrawn);
  return cwd;
}

/** Runs the command line as a process of its own, whose file system does what a test wants of it. */
function child(
  cwd: string,
  args: readonly string[],
  spoil = '',
): Promise<{ readonly code: number | null; readonly signal: string | null; readonly said: string }> {
  const preload = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'; ${spoil}; syncBuiltinESMExports();`;
  const names = args.map((arg) => (arg.endsWith('.json') ? join(cwd, arg) : arg));
  const running = spawn(process.execPath, [
    '--import',
    `data:text/javascript,${encodeURIComponent(preload)}`,
    resolve('tools/run.mjs'),
    'src/cli/main.ts',
    ...names,
  ]);
  let said = '';
  running.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done) =>
    running.on('close', (code, signal) => {
      done({ code, signal, said });
    }),
  );
}

const MERGE = ['merge', 'map.json', 'iso.json', '--out', 'map.json'];

describe('CL2 the old edition stays whole', () => {
  test.each([
    [
      'a crash between writing and taking its place',
      `const { renameSync } = fs; fs.renameSync = (from, to) => to.endsWith('map.json') ? process.kill(process.pid, 'SIGKILL') : renameSync(from, to)`,
    ],
    [
      'a crash in the middle of writing',
      `const { writeFileSync } = fs; fs.writeFileSync = (file, text, options) => { if (!String(file).endsWith('.part')) return writeFileSync(file, text, options); writeFileSync(file, text.slice(0, text.length / 2)); process.kill(process.pid, 'SIGKILL'); }`,
    ],
  ])(
    'after %s',
    async (_, spoil) => {
      const cwd = prepared();
      const { signal } = await child(cwd, MERGE, spoil);
      expect(signal).toBe('SIGKILL');
      expect(readFileSync(join(cwd, 'map.json'), 'utf8')).toBe(base);
      expect(readdirSync(cwd).filter((name) => name.endsWith('.part'))).toHaveLength(1);
      // What the crash left behind is in nobody's way
      expect((await run(cwd, MERGE)).code).toBe(1);
      expect(parse(readFileSync(join(cwd, 'map.json'), 'utf8'))).toMatchObject({
        ok: true,
        dataset: { submissions: [{ id: '2026-11-iso' }] },
      });
    },
    60_000,
  );

  test('when the disk is full, and nothing else is left', async () => {
    const cwd = prepared();
    const spoil = `const { writeFileSync } = fs; fs.writeFileSync = (file, text, options) => { if (!String(file).endsWith('.part')) return writeFileSync(file, text, options); writeFileSync(file, text.slice(0, 100)); throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }); }`;
    const { code, said } = await child(cwd, MERGE, spoil);
    expect([code, said.includes('map.json: does not fit: the disk is full. What was there is as it was.')]).toEqual([2, true]);
    expect(readFileSync(join(cwd, 'map.json'), 'utf8')).toBe(base);
    expect(readdirSync(cwd).sort()).toEqual(['iso.json', 'map.json']);
  }, 60_000);

  test('when its place cannot be taken: a folder of that name', async () => {
    const cwd = prepared();
    mkdirSync(join(cwd, 'edition'));
    const { code } = await run(cwd, ['merge', 'map.json', 'iso.json', '--out', 'edition']);
    expect(code).toBe(2);
    expect(readdirSync(cwd).sort()).toEqual(['edition', 'iso.json', 'map.json']);
  });

  test('when two runs write at once: the edition is that of one of them, whole', async () => {
    const cwd = prepared();
    writeFileSync(
      join(cwd, 'itu.json'),
      submissionText(submission({ id: 'itu', body: 'itu-t', standards: [{ id: 'ITU-T Y.4000', status: 'in-force' }] })),
    );
    const runs = await Promise.all(['iso.json', 'itu.json'].map((name) => child(cwd, ['merge', 'map.json', name, '--out', 'map.json'])));
    const read = parse(readFileSync(join(cwd, 'map.json'), 'utf8'));
    if (!read.ok) throw new Error(read.issues[0]?.message);
    const ids = read.dataset.submissions?.map(({ id }) => id) ?? [];
    expect(ids.length).toBeGreaterThan(0);
    for (const { code, said } of runs) expect(code === 1 || said.includes('was written by another run in the meantime')).toBe(true);
    expect(readdirSync(cwd).filter((name) => name.endsWith('.part'))).toEqual([]);
  }, 60_000);

  test('when another run has written in the meantime: nothing is written over it', async () => {
    const cwd = prepared();
    const other = base.replace('A small map', 'A map of another run');
    const say = (line: string): void => {
      if (line.includes('(reference)')) writeFileSync(join(cwd, 'map.json'), other);
    };
    writeFileSync(join(cwd, 'iso.csv'), 'Reference,Status\nISO 37122,Withdrawn\n');
    const { code, said } = await run(cwd, ['merge', 'map.json', 'iso.csv', '--body', 'iso', '--date', '2026', '--out', 'map.json'], {
      say,
    });
    expect(code).toBe(2);
    expect(said).toBe('');
    expect(readFileSync(join(cwd, 'map.json'), 'utf8')).toBe(other);
    expect(existsSync(join(cwd, '.map.json'))).toBe(false);
  });
});
