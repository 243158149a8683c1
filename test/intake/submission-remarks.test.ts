import { describe, expect, test } from 'vitest';
import { KnownNames } from '../../src/intake/known.js';
import { proposeMapping } from '../../src/intake/mapping.js';
import { Nearby } from '../../src/intake/nearby.js';
import { submissionOf } from '../../src/intake/submission-table.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { SubmittedStandard } from '../../src/model/submission.js';
import { gridOf } from './files.js';
import { landscape } from './submissions.js';

const whole = catalogue(landscape());

interface Made {
  readonly standards: readonly SubmittedStandard[];
  /** `row code severity got expected`. */
  readonly told: readonly string[];
}
async function made(text: string, body = 'iso'): Promise<Made> {
  const grid = await gridOf(text);
  const sender = { id: 'x', body, by: 'contact person', date: '2026-11-20' };
  const steps = submissionOf(grid, proposeMapping(grid, new KnownNames(whole)), new Nearby(whole), whole, sender);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const { submission, problems } = step.value;
  return {
    standards: submission.standards,
    told: problems.map(({ row, code, severity, got, expected }) => [row, code, severity, got, expected].join(' ').trim()),
  };
}
const date = async (row: string): Promise<readonly [unknown, readonly string[]]> => {
  const { standards, told } = await made(`Reference,Status,Date\n${row}\n`);
  return [standards[0]?.editions?.[0]?.date, told];
};

describe('SB5 what is not certain is left out as a whole', () => {
  test('SB5 a date that may begin with the day or the month is no statement, nor is a withdrawal of such a day', async () => {
    expect(await date('ISO 37122,Published,3/4/2019')).toEqual([undefined, ['2 date-order warning 3/4/2019 2019']]);
    const { standards, told } = await made('Reference,Withdrawn on,Title\nISO 37122,3/4/2026,\n');
    expect([standards[0]?.withdrawn, told[0]]).toEqual([undefined, '2 date-order warning 3/4/2026 2026']);
  });

  test('SB5 a date of another year than the designation of its text is no statement', async () => {
    expect(await date('ISO 37122,Published,2026-04-03')).toEqual([undefined, ['2 date-edition warning 2026-04-03 ISO 37122:2019']]);
    expect(await date('ISO 37122:2019,Published,2020')).toEqual([undefined, ['2 date-edition warning 2020 ISO 37122:2019']]);
    expect(await date('ISO 37122:2026,Published,2025-12-01')).toEqual(['2026', ['2 date-edition warning 2025-12-01 ISO 37122:2026']]);
    expect(await date('ITU-T Y.4903/L.1603 (10/2016),,2017-01-05')).toEqual([
      undefined,
      ['2 date-edition warning 2017-01-05 ITU-T Y.4903/L.1603 (10/2016)'],
    ]);
  });

  test('SB5 a date of the same year, of a draft and of an amendment is one', async () => {
    expect(await date('ISO 37122,,2019-05-23')).toEqual(['2019-05-23', []]);
    expect(await date('ISO/DIS 37122,,2026-04-03')).toEqual(['2026-04-03', []]);
    expect(await date('ISO 37122:2019/Amd 1,Published,2024-02-01')).toEqual(['2024-02-01', []]);
  });

  test('SB5 a cell of topics with one that is not known is left out, so that the others do not take the place of all', async () => {
    const { standards, told } = await made('Reference,Topics,Status\nISO 37122,mobilty;assessment,Under revision\n');
    expect(standards).toEqual([{ id: 'ISO 37122', status: 'under-revision' }]);
    expect(told).toEqual(['2 topic warning mobilty mobility']);
  });
});

describe('SB6 what the sender should know is told, and nothing is left out for it', () => {
  test('SB6 the name of an SDO that nobody knows, with the nearest one', async () => {
    const { standards, told } = await made('Reference,SDO,Status\nISO 37122,IOS,Under revision\n');
    expect([standards.length, told]).toEqual([1, ['2 sdo-name note IOS ISO']]);
  });

  test('SB6 a statement about a standard of others, and a new one of theirs', async () => {
    const { standards, told } = await made(
      'Reference,Title,Status,Topics\nITU-T Y.4000,,Withdrawn,\nITU-T Y.4999,A new title,Published,Energy\nISO 37122,,Withdrawn,\n',
    );
    expect(standards).toHaveLength(3);
    expect(told).toEqual(['2 no-authority note ITU-T Y.4000 ITU-T, not to iso', '3 new-of-other note ITU-T Y.4999 ITU-T, not to iso']);
    // The coordination activity has a say over topics, and over nothing else
    expect((await made('Reference,Topics\nISO 37122,Mobility\n', 'JCA')).told).toEqual([]);
    expect((await made('Reference,Status\nISO 37122,Withdrawn\n', 'JCA')).told).toHaveLength(1);
  });

  test('SB6 a row that says nothing new, and an addition of what is there', async () => {
    const { told } = await made(
      'Reference,Status,Action\nISO 37122:2019,In force,\nISO/TS 37151,Under revision,add\nISO/IEC 30141:2027,Published,add\n',
    );
    expect(told).toEqual(['2 nothing-new note ISO 37122', '3 add-known note ISO/TS 37151']);
  });

  test('SB6 an edition of the same standard that is superseded needs nothing', async () => {
    const { standards, told } = await made('Reference,Status,Supersedes\nISO 37122:2026,Published,ISO 37122:2019\n');
    expect([standards[0]?.relations, told]).toEqual([undefined, ['2 own-edition note ISO 37122:2019']]);
    expect((await made('Reference,Status,Supersedes\nISO 37122:2026,Published,ISO 37122\n')).told).toEqual([
      '2 relation warning ISO 37122',
    ]);
  });

  test('SB6 what is to be changed or withdrawn has to be there: the nearest one is told', async () => {
    const { standards, told } = await made(
      'Reference,Title,Action,Topics\nISO 371222,,withdraw,\nISO 371512,Some title,change,Energy\nISO 90001,,add,\n',
    );
    expect(standards).toEqual([]);
    expect(told).toEqual([
      '2 not-there error ISO 371222 ISO 37122',
      '3 not-there error ISO 371512 ISO 37122',
      '4 no-title error ISO 90001',
    ]);
  });

  test('SB6 nothing is deleted: it is withdrawn, and that is told', async () => {
    const { standards, told } = await made('Reference,Action,Title\nISO 37122,Delete,\n');
    expect([standards[0]?.status, told]).toEqual(['withdrawn', ['2 deleted note Delete']]);
  });
});
