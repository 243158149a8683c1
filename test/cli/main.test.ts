import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, COMMAND_NAMES } from '../../src/cli/main.js';
import { parse } from '../../src/model/parse.js';
import { writeWhole } from '../../src/pipeline/write.js';
import manifest from '../../package.json' with { type: 'json' };
import small from '../fixtures/small.json' with { type: 'json' };
import { folder, run } from './io.js';

const here = folder();
writeFileSync(join(here, 'map.json'), JSON.stringify(small));

describe('the command line', () => {
  test('CL1 without a command, or with one that is none, it says what there is and could not run', async () => {
    for (const args of [[], ['lay-out']]) {
      const { code, out, said } = await run(here, args);
      expect([code, out]).toEqual([2, '']);
      expect(said).toContain(COMMAND_NAMES.join(', '));
    }
  });

  test('CL1 an option that is none is named, with those there are', async () => {
    const { code, said } = await run(here, ['layout', 'map.json', '--sed', '1']);
    expect(code).toBe(2);
    expect(said).toMatch(/^Unknown option '--sed'\. Options: --out, --seed,/);
  });

  test('CL1 it says which version it is', async () => {
    expect(await run(here, ['--version'])).toMatchObject({ code: 0, out: `${manifest.version}\n` });
  });

  test('CL13 a map begins without submissions: an empty folder of them is fine', async () => {
    mkdirSync(join(here, 'submissions'));
    expect(await run(here, ['validate', 'submissions'])).toMatchObject({ code: 0, out: '' });
    const { code, said } = await run(here, ['merge', 'map.json', 'submissions', '--out', 'merged.json']);
    expect(code).toBe(0);
    expect(said).toContain('no submission in submissions');
    const [before, after] = [parse(small), parse(readFileSync(join(here, 'merged.json'), 'utf8'))];
    expect(after.ok && after.dataset).toEqual(before.ok && before.dataset);
  });

  test('CL3 every command has help with an example, on stdout; lines are at most 110 characters', async () => {
    for (const name of COMMAND_NAMES) {
      const { code, out, said } = await run(here, [name, '--help']);
      expect([code, said]).toEqual([0, '']);
      for (const example of (await command(name))?.examples ?? ['none']) expect(out).toContain(`  ${example}\n`);
      expect(out.split('\n').filter((line) => line.length > 110)).toEqual([]);
    }
    const { out } = await run(here, ['--help']);
    for (const name of COMMAND_NAMES) expect(out).toContain(`\n  ${name} `);
  });

  test('CL2 layout writes a valid dataset where every record has a place, and the same bytes each time', async () => {
    expect((await run(here, ['layout', 'map.json', '--out', 'placed.json'])).code).toBe(0);
    const text = readFileSync(join(here, 'placed.json'), 'utf8');
    const parsed = parse(text);
    expect(parsed.ok && parsed.dataset.standards.every(({ xy }) => xy !== undefined)).toBe(true);
    expect((await run(here, ['layout', 'placed.json'])).out).toBe(text);
  });

  test('CL4 layout --like leaves every record where the earlier edition has it', async () => {
    const earlier = join(here, 'earlier.json');
    expect((await run(here, ['layout', 'map.json', '--seed', '7', '--out', 'earlier.json'])).code).toBe(0);
    const placed = parse(readFileSync(earlier, 'utf8'));
    if (!placed.ok) throw new Error('the edition is not valid');
    // As if a contact person had moved one by hand: no layout would find this place
    const moved = placed.dataset.standards.map((standard, at) => (at === 0 ? { ...standard, xy: [777, -777] } : standard));
    writeFileSync(earlier, JSON.stringify({ ...placed.dataset, standards: moved }));
    const after = parse((await run(here, ['layout', 'map.json', '--like', 'earlier.json'])).out);
    expect(after.ok && after.dataset.standards.map(({ xy }) => xy)).toEqual(moved.map(({ xy }) => xy));
  });

  test('CL1 a file that is absent, a folder, no dataset or damaged is one sentence with what was expected', async () => {
    mkdirSync(join(here, 'folder'));
    writeFileSync(join(here, 'table.csv'), 'Reference,Title\nISO 1,Metre\n');
    writeFileSync(join(here, 'cut.json'), '{"format":"standards-map","ver');
    for (const [file, words] of [
      ['absent.json', 'not found'],
      ['folder', 'is a folder'],
      ['table.csv', 'is a table'],
      ['cut.json', 'issues'],
    ]) {
      const { code, said } = await run(here, ['layout', file ?? '']);
      expect(code).toBe(2);
      expect(said).toContain(`${file ?? ''}: ${words === 'issues' ? '1 issue' : (words ?? '')}`);
      expect(said).toContain('Expected a dataset');
    }
  });

  test('CL2 what cannot be written leaves the old file whole and nothing beside it', async () => {
    const closed = join(here, 'closed');
    mkdirSync(closed);
    writeFileSync(join(closed, 'map.json'), 'old');
    // A folder in the place of the file: renaming fails on every system, for every user
    mkdirSync(join(closed, 'taken.json'));
    const { code, said } = await run(here, ['layout', 'map.json', '--out', 'closed/taken.json']);
    expect(code).toBe(2);
    expect(said).toContain('closed/taken.json');
    expect(readdirSync(closed).sort()).toEqual(['map.json', 'taken.json']);
    expect(() => {
      writeWhole(join(closed, 'no', 'map.json'), 'new');
    }).toThrow();
    expect(readFileSync(join(closed, 'map.json'), 'utf8')).toBe('old');
  });
});
