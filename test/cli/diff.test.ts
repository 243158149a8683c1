import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.js';
import { dataset, standard } from '../fixtures/small.js';
import { folder, run } from './io.js';

const here = folder();
const write = (name: string, data: Dataset): void => {
  writeFileSync(join(here, name), JSON.stringify(data));
};
const before = dataset();
const after: Dataset = {
  ...before,
  asOf: '2026-11-22',
  standards: [
    ...before.standards.map((one) => (one.id === 'ISO 37122' ? { ...one, status: 'withdrawn' as const } : one)),
    standard('ISO 37125', { title: 'Sewage | pumps', topics: ['energy'] }),
  ],
};
write('last.json', before);
write('map.json', after);

describe('diff', () => {
  test('CL10 tells the differences on stdout and answers 1; without any it answers 0 and says so', async () => {
    const { code, out, said } = await run(here, ['diff', 'last.json', 'map.json']);
    expect([code, said]).toEqual([1, '']);
    expect(out).toContain('New standards (1)');
    expect(out).toContain('- New standards: 1\n');
    expect(out).toContain('  ISO 37125 – Sewage | pumps\n');
    expect(out).toContain('status: in-force → withdrawn');
    const same = await run(here, ['diff', 'map.json', 'map.json']);
    expect(same.code).toBe(0);
    expect(same.out).toContain('No differences.');
  });

  test('CL10 the four forms say the same, and a file is written whole', async () => {
    for (const [form, words] of [
      ['markdown', '| **ISO 37125**<br>Sewage \\| pumps |'],
      ['html', '<strong>ISO 37125</strong>'],
      ['json', '"kind":"new"'],
    ] as const) {
      const { code, said, out } = await run(here, ['diff', 'last.json', 'map.json', '--form', form, '--out', `changes.${form}`]);
      expect([code, out]).toEqual([1, '']);
      expect(said).toMatch(new RegExp(`^wrote changes.${form}\\n\\d+ differences$`));
      expect(readFileSync(join(here, `changes.${form}`), 'utf8')).toContain(words);
    }
    const json = JSON.parse((await run(here, ['diff', 'last.json', 'map.json', '--json'])).out) as Record<string, unknown>;
    expect(json).toMatchObject({
      format: 'standards-map-difference',
      version: 1,
      counts: { new: 1, withdrawn: 1 },
      overlapsCompared: true,
    });
  });

  test('CL10 a reader who has had enough ends it without a word', () => {
    const command = 'node tools/run.mjs src/cli/main.ts diff --no-overlaps "$1" "$2" | head -c 1 >/dev/null; exit "${PIPESTATUS[0]}"';
    // More than a pipe holds, so that it is still being written when its reader has gone
    const many = Array.from({ length: 2000 }, (_, at) => standard(`ISO ${String(at)}`, { title: 'x'.repeat(200) }));
    write('many.json', { ...before, standards: many });
    const root = resolve(import.meta.dirname, '../..');
    const { status, stderr } = spawnSync('bash', ['-c', command, 'diff', join(here, 'last.json'), join(here, 'many.json')], {
      cwd: root,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([1, '']);
  });

  test('CL10 a filter narrows both editions, candidates can be left out, and what cannot be read is told', async () => {
    const narrow = await run(here, ['diff', 'last.json', 'map.json', '--filter', 'topic:energy', '--no-overlaps']);
    expect(narrow.out).toContain('ISO 37125');
    expect(narrow.out).not.toContain('in-force → withdrawn');
    expect(narrow.out).toContain('Overlap candidates were not compared.');
    expect(narrow.out).toContain('Filter: topic:energy');
    for (const [args, words] of [
      [['diff', 'last.json'], 'Expected two datasets'],
      [['diff', 'last.json', 'map.json', '--form', 'pdf'], 'text, markdown, html, json'],
      [['diff', 'last.json', 'map.json', '--filter', 'year:x'], 'year'],
    ] as const) {
      const { code, out, said } = await run(here, args);
      expect([code, out]).toEqual([2, '']);
      expect(said).toContain(words);
    }
    expect((await run(here, ['diff', 'last.json', 'map.json', '--filter', 'topic:enrgy'])).said).toContain('energy');
  });
});
