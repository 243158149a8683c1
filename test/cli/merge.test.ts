import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import type { Submission } from '../../src/model/submission.js';
import { datasetText } from '../../src/pipeline/write.js';
import { submissionText } from '../../src/cli/submission-file.js';
import { complete, landscape, submission } from '../intake/submissions.js';
import { folder, run } from './io.js';

const all = folder();
let cwd = '';
const write = (name: string, text: string | Uint8Array): void => {
  writeFileSync(join(cwd, name), text);
};
const base = datasetText(landscape());
const read = (name: string): Dataset => {
  const parsed = parse(readFileSync(join(cwd, name), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  return parsed.dataset;
};
const file = (given: Partial<Submission>): string => submissionText(submission(given));
const ISO = ['--body', 'iso', '--date', '2026-11-20'];

beforeEach(() => {
  cwd = mkdtempSync(join(all, 'run-'));
  write('map.json', base);
});

describe('submissions', () => {
  test('MG2 files and folders in any order make the same edition, and what was done is told in words', async () => {
    mkdirSync(join(cwd, 'sent/iso'), { recursive: true });
    write('sent/iso/b.json', file({ id: 'b', standards: [{ id: 'ISO 37122', status: 'withdrawn', withdrawn: '2026-11-01' }] }));
    write('sent/a.json', file({ id: 'a', body: 'itu-t', standards: [{ id: 'ISO 37122', status: 'under-revision' }] }));
    write('c.json', file({ id: 'c', standards: [complete('ISO 90001')] }));
    const told = await run(cwd, ['merge', 'map.json', 'sent', 'c.json', '--out', 'one.json']);
    expect(told.code).toBe(1);
    expect(told.out).toBe(`New standards (1)
  ISO 90001: Title of ISO 90001

Withdrawn (1)
  ISO 37122, 2026-11-01 (Submission: contact person of ISO)

Changes (3)
  ISO 37122: status from "in-force" to "withdrawn" (Submission: contact person of ISO)
  ISO 37122: withdrawn from nothing to "2026-11-01" (Submission: contact person of ISO)
  ISO 37122: ISO 37122:2019 status from "in-force" to "withdrawn" (Submission: contact person of ISO)

Conflicts (3)
  ISO 37122: status is "withdrawn" (Submission: contact person of ISO), and "in-force" by ISO catalogue
  ISO 37122: status is "withdrawn" (Submission: contact person of ISO), and "under-revision" by Submission: contact person of ISO
  ISO 37122: ISO 37122:2019 status is "withdrawn" (Submission: contact person of ISO), and "in-force" by ISO catalogue

3 submissions taken, 1 new standard, 3 changes, 1 withdrawal, 3 new conflicts
`);
    await run(cwd, ['merge', 'map.json', 'c.json', 'sent', '--out', 'two.json']);
    await run(cwd, ['merge', 'map.json', 'sent/iso', '--out', 'three.json']);
    await run(cwd, ['merge', 'three.json', 'c.json', 'sent/a.json', '--out', 'three.json']);
    expect(readFileSync(join(cwd, 'two.json'), 'utf8')).toBe(readFileSync(join(cwd, 'one.json'), 'utf8'));
    expect(readFileSync(join(cwd, 'three.json'), 'utf8')).toBe(readFileSync(join(cwd, 'one.json'), 'utf8'));
  });

  test('MG1 the same once more changes no byte and is fine', async () => {
    write('b.json', file({ standards: [{ id: 'ISO 37122', status: 'withdrawn' }] }));
    expect((await run(cwd, ['merge', 'map.json', 'b.json', '--out', 'map.json'])).code).toBe(1);
    const once = readFileSync(join(cwd, 'map.json'), 'utf8');
    const again = await run(cwd, ['merge', 'map.json', 'b.json', '--out', 'map.json']);
    expect([again.code, again.out]).toEqual([
      0,
      '0 submissions taken, 1 on record already, 0 new standards, 0 changes, 0 withdrawals, 0 new conflicts\n',
    ]);
    expect(readFileSync(join(cwd, 'map.json'), 'utf8')).toBe(once);
  });

  test('CM1 without --keep-going nothing is written when something cannot be taken; with it the rest is, and all that is left out is told', async () => {
    write('bad.json', file({ id: 'bad', standards: [{ id: 'ISO 37122', status: 'in-forse' as 'in-force' }] }));
    write('gone.json', file({ id: 'gone', standards: [{ id: 'ISO 37123', status: 'withdrawn' }] }));
    write('isa.json', file({ id: 'isa', body: 'isa', standards: [] }));
    write('good.json', file({ id: 'good', standards: [complete('ISO 90001')] }));
    const names = ['bad.json', 'gone.json', 'isa.json', 'good.json'];
    const stopped = await run(cwd, ['merge', 'map.json', ...names, '--out', 'map.json']);
    expect(stopped.code).toBe(1);
    expect(readFileSync(join(cwd, 'map.json'), 'utf8')).toBe(base);
    for (const text of [
      'bad.json:9:28 standards[0] "ISO 37122": status "in-forse" is not one of',
      'nothing is written: something cannot be taken',
    ])
      expect(stopped.said).toContain(text);
    const went = await run(cwd, ['merge', 'map.json', ...names, '--out', 'map.json', '--keep-going']);
    expect(went.code).toBe(1);
    for (const text of [
      'gone: ISO 37123: there is no such standard, and too little is stated for a new one. Nearest: "ISO 37122".',
      'isa: body "isa" is neither an SDO nor a committee of the dataset. Nearest: "iso".',
    ])
      expect(went.out).toContain(text);
    expect(read('map.json').standards.map(({ id }) => id)).toContain('ISO 90001');
    expect(read('map.json').submissions?.map(({ id }) => id)).toEqual(['gone', 'good']);
    // What waits on record stops nobody afterwards
    write('next.json', file({ id: 'next', standards: [{ id: 'ISO 37122', url: 'https://www.iso.org/1' }] }));
    expect((await run(cwd, ['merge', 'map.json', 'next.json', 'gone.json', '--out', 'map.json'])).code).toBe(0);
  });

  test('CM1 the result for programs is JSON on stdout, with all that is left out', async () => {
    write('bad.json', '{"format": "standards-map-submission", "version": 1');
    write('good.json', file({ standards: [{ id: 'ISO 37122', status: 'withdrawn' }] }));
    const { out, code } = await run(cwd, ['merge', 'map.json', 'bad.json', 'good.json', '--out', 'x.json', '--keep-going', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ taken: ['2026-11-iso'], withdrawals: [{ standard: 'ISO 37122' }], written: true });
    expect((JSON.parse(out) as { leftOut: string[] }).leftOut[0]).toContain('bad.json:1:');
  });

  test('MG7 an earlier edition hands its submissions over to a new one, where a correction holds against the new catalogue', async () => {
    write('fix.json', file({ standards: [{ id: 'ISO 37122', title: 'The right title', reason: 'typing error' }] }));
    await run(cwd, ['merge', 'map.json', 'fix.json', '--out', 'old.json']);
    const later = landscape().standards.map((one) => (one.id === 'ISO 37122' ? { ...one, title: 'Wrong in another way' } : one));
    const sources = landscape().sources.map((one) => ({ ...one, asOf: '2027-01' }));
    write('new.json', datasetText(landscape({ asOf: '2027-01', sources, standards: later })));
    expect((await run(cwd, ['merge', 'new.json', 'old.json', '--out', 'new.json'])).code).toBe(1);
    expect(read('new.json').standards[0]).toMatchObject({ title: 'The right title', conflicts: [{ otherValue: 'Wrong in another way' }] });
  });

  test('CM2 what cannot be run says what was expected, and nothing is written', async () => {
    write('good.json', file({}));
    for (const [args, says] of [
      [['map.json'], 'got 1 file. Expected a dataset and at least one submission.'],
      [['map.json', 'good.json'], 'nothing says where the edition goes. Expected --out FILE.'],
      [['map.json', 'gone.json', '--out', 'x.json'], 'gone.json: not found.'],
      [['map.json', 'map.json', '--out', 'x.json'], 'map.json: is a dataset without submissions.'],
      [['good.json', 'good.json', '--out', 'x.json'], 'good.json'],
      [['map.json', 'good.json', '--out', 'no/such/x.json'], 'no/such/x.json: not found. Expected a folder that exists.'],
    ] as const) {
      const { code, said } = await run(cwd, ['merge', ...args]);
      expect([code, says, said.includes(says)]).toEqual([2, says, true]);
    }
    expect(readdirSync(cwd).sort()).toEqual(['good.json', 'map.json']);
  });
});

describe('a table', () => {
  const TABLE = 'Reference,Title,Committee,Status,Withdrawn on\nISO 37122:2019,,ISO/TC 268,Withdrawn,2026-11-01\n';

  test('CM3 is merged at once, and says what its columns were taken for', async () => {
    write('iso.csv', TABLE);
    const { code, said } = await run(cwd, ['merge', 'map.json', 'iso.csv', ...ISO, '--liaison', 'N 1', '--out', 'map.json']);
    expect(code).toBe(1);
    expect(said).toContain(
      'iso.csv: known by their names: A "Reference" (reference), B "Title" (title), C "Committee" (committee), D "Status" (status), E "Withdrawn on" (withdrawn)',
    );
    expect(said).not.toContain('is taken for');
    expect(read('map.json').submissions).toEqual([
      {
        id: '2026-11-20-iso',
        body: 'iso',
        by: 'contact person of ISO',
        date: '2026-11-20',
        liaison: 'N 1',
        standards: [
          {
            id: 'ISO 37122',
            committees: ['ISO/TC 268'],
            status: 'withdrawn',
            withdrawn: '2026-11-01',
            editions: [{ id: 'ISO 37122:2019', status: 'withdrawn' }],
          },
        ],
      },
    ]);
  });

  test('CM3 becomes a submission with import, which merges to the same edition', async () => {
    write('iso.csv', TABLE);
    const { code, said } = await run(cwd, ['import', 'iso.csv', '--against', 'map.json', ...ISO, '--out', 'iso.json']);
    expect([code, said.split('\n').at(-2)]).toEqual([
      0,
      'iso.csv: 1 row: statements about 1 standard of the dataset, 0 new ones, 0 rows or cells left out',
    ]);
    await run(cwd, ['merge', 'map.json', 'iso.json', '--out', 'a.json']);
    await run(cwd, ['merge', 'map.json', 'iso.csv', ...ISO, '--out', 'b.json']);
    expect(readFileSync(join(cwd, 'a.json'), 'utf8')).toBe(readFileSync(join(cwd, 'b.json'), 'utf8'));
  });

  test('CM3 needs who sends it and when', async () => {
    write('iso.csv', TABLE);
    for (const [args, says] of [
      [[], 'iso.csv: is a table, and nothing says who sends it. Expected --body iso'],
      [['--body', 'iso'], 'iso.csv: is a table, and nothing says on which day its facts stood.'],
      [['--body', 'isa', '--date', '2026'], '--body isa is neither an SDO nor a committee of the dataset. Nearest: "iso".'],
      [['--body', 'ISO', '--date', '20.11.26'], '--date 20.11.26 is no date.'],
      [[...ISO, '--topic', 'enrgy'], '--topic enrgy is no topic of the dataset. Nearest: "Energy".'],
      [[...ISO, '--url', 'javascript:alert(1)'], 'url "javascript:alert(1)" is not an http or https address.'],
    ] as const) {
      const { code, said } = await run(cwd, ['merge', 'map.json', 'iso.csv', ...args, '--out', 'x.json']);
      expect([code, says, said.includes(says)]).toEqual([2, says, true]);
    }
    const { said } = await run(cwd, ['import', 'iso.csv', ...ISO]);
    expect(said).toContain('nothing says which edition it is about. Expected --against map.json.');
    expect(existsSync(join(cwd, 'x.json'))).toBe(false);
  });

  test('CM4 with a bad row nothing is written; with --keep-going every row and cell that is left out is told with its place, value and reason', async () => {
    write(
      'iso.csv',
      'Reference,Title,Committee,Status,Date\nISO 37122:2019,,ISO/TC 269,Withdrawn,\nISO/TS 37151:2020,,,Pubd,2020-05\n,Nothing at all,,,\nITU-T Y.4000,,,,32.13.2020\n',
    );
    const stopped = await run(cwd, ['merge', 'map.json', 'iso.csv', ...ISO, '--out', 'map.json']);
    expect([stopped.code, readFileSync(join(cwd, 'map.json'), 'utf8') === base]).toEqual([1, true]);
    const went = await run(cwd, ['merge', 'map.json', 'iso.csv', ...ISO, '--out', 'map.json', '--keep-going', '--json']);
    expect(went.code).toBe(1);
    expect((JSON.parse(went.out) as { leftOut: string[] }).leftOut).toEqual([
      'iso.csv, row 2, column C "Committee": "ISO/TC 269" is no committee of the dataset. Nearest: "ISO/TC 268". --new-groups takes new ones. The row is left out.',
      'iso.csv, row 3, column D "Status": "Pubd" is no status. Expected in force, under development, superseded, withdrawn or the like. The row is taken without this cell.',
      'iso.csv, row 4, column A "Reference": names no standard: the title "Nothing at all" is none of the dataset. Expected a designation. The row is left out.',
      'iso.csv, row 5, column E "Date": "32.13.2020" is no date. Expected one such as 2019, 2019-05 or 23.05.2019. The row is taken without this cell.',
    ]);
    expect(read('map.json').standards.find(({ id }) => id === 'ISO 37122')?.status).toBe('in-force');
  });

  test('CM5 a mapping file says which column says what, by name or letter', async () => {
    write('iso.csv', 'Made by hand;;\nNr;Nr;Was\nx;ISO 37122:2019;Withdrawn\n');
    write('how.json', JSON.stringify({ columns: { B: 'reference', Was: 'status' }, headerRow: 2 }));
    const { said } = await run(cwd, ['merge', 'map.json', 'iso.csv', ...ISO, '--mapping', 'how.json', '--out', 'x.json']);
    expect(said).not.toContain('taken for');
    expect(read('x.json').standards.find(({ id }) => id === 'ISO 37122')?.status).toBe('withdrawn');
    for (const [mapping, says] of [
      ['{"columns": {"Nr": "reference"}}', '2 columns are called "Nr" (A, B). Name one by its letter.'],
      ['{"columns": {"Wass": "status"}}', 'has no column "Wass" in row 2. Its columns: A "Nr (A)", B "Nr (B)", C "Was". Nearest: "Was".'],
      ['{"columns": {"B": "refrence"}}', 'how.json: columns "B": "refrence" is no field.'],
      ['{"columns": {"B": "reference", "A": "reference"}}', 'columns: two columns are said to be "reference".'],
      ['{"columns": {"C": "status"}}', 'no column with designations or titles was found.'],
      ['{"column": {}}', '"column" is no part of a mapping.'],
      ['{"columns"', 'how.json: is not JSON'],
      ['{"columns": {"B": "reference"}, "sheet": "Two"}', 'iso.csv: has no sheet "Two".'],
    ] as const) {
      write('how.json', mapping);
      const told = await run(cwd, ['merge', 'map.json', 'iso.csv', ...ISO, '--mapping', 'how.json', '--out', 'y.json']);
      expect([told.code, says, told.said.includes(says)]).toEqual([2, says, true]);
    }
  });

  test('CM6 a new SDO or committee comes in only when that is asked for', async () => {
    write('iso.csv', 'Reference,Title,SDO,Committee,Topics\nZZZ 1:2020,A title of it,ZZZ,ZZZ TC 1,Energy\n');
    const { code, said } = await run(cwd, ['merge', 'map.json', 'iso.csv', ...ISO, '--out', 'x.json']);
    expect([code, said.includes('"ZZZ" is no SDO of the dataset.')]).toEqual([1, true]);
    expect((await run(cwd, ['merge', 'map.json', 'iso.csv', ...ISO, '--new-groups', '--out', 'x.json'])).code).toBe(0);
    expect(read('x.json').standards.at(-1)).toMatchObject({ id: 'ZZZ 1', publishers: ['zzz'], committees: ['ZZZ TC 1'] });
    expect(read('x.json').committees.at(-1)).toMatchObject({ id: 'ZZZ TC 1', sources: ['submission 2026-11-20-iso'] });
  });

  test('CM7 relations of a table lead both ways, and a withdrawal needs no status', async () => {
    write(
      'iso.csv',
      'Reference,Title,Topics,Action,Superseded by,Same text as,Reason\nISO 37122,,,withdraw,ISO 90001,,\nISO 90001:2026,New indicators,Energy,add,,ITU-T Y.4903,the catalogue is late\n',
    );
    await run(cwd, ['merge', 'map.json', 'iso.csv', ...ISO, '--out', 'x.json']);
    const [old, fresh] = [read('x.json').standards[0], read('x.json').standards.at(-1)];
    expect(old?.status).toBe('withdrawn');
    expect(fresh?.relations?.map(({ type, to }) => `${type} ${to}`)).toEqual(['supersedes ISO 37122', 'same-text ITU-T Y.4903/L.1603']);
    expect(read('x.json').submissions?.[0]?.standards.at(-1)?.reason).toBe('the catalogue is late');
  });
});
