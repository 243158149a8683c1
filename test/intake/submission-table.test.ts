import { describe, expect, test } from 'vitest';
import { KnownNames } from '../../src/intake/known.js';
import { proposeMapping } from '../../src/intake/mapping.js';
import { Nearby } from '../../src/intake/nearby.js';
import { submissionOf, type SubmissionOptions, type TableSubmission } from '../../src/intake/submission-table.js';
import { catalogue } from '../../src/model/catalogue.js';
import { parseSubmission } from '../../src/model/parse-submission.js';
import { gridOf } from './files.js';
import { landscape } from './submissions.js';

const whole = catalogue(landscape());
const SENDER = { id: 'iso', body: 'iso', by: 'contact person of ISO', date: '2026-11-20', liaison: 'N 1' };

async function made(text: string, options: SubmissionOptions = {}): Promise<TableSubmission> {
  const grid = await gridOf(text);
  const steps = submissionOf(grid, proposeMapping(grid, new KnownNames(whole)), new Nearby(whole), whole, SENDER, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  expect(parseSubmission({ format: 'standards-map-submission', version: 1, ...step.value.submission }).ok).toBe(true);
  return step.value;
}
const statements = async (text: string) => (await made(text)).submission.standards;

describe('SB1 of a known standard', () => {
  test('SB1 what the row says is stated, and nothing that it leaves open', async () => {
    expect(await statements('Reference,Status,Title\nISO 37122,,\nISO/TS 37151,Withdrawn,\n')).toEqual([
      { id: 'ISO 37122' },
      { id: 'ISO/TS 37151', status: 'withdrawn' },
    ]);
  });

  test('SB1 a dash, a capital, the committee above, some of the topics and a year where the catalogue has the month are no disagreement', async () => {
    const [one] = await statements(
      'Reference,Title,Committee,Topics,Date\nISO/TS 37151:2020,Smart Community Infrastructures – Principles and requirements for performance metrics,ISO/TC 268,Energy,2020\n',
    );
    expect(one).toEqual({
      id: 'ISO/TS 37151',
      title: 'Smart community infrastructures - Principles and requirements for performance metrics',
      committees: ['ISO/TC 268/SC 1'],
      topics: ['assessment', 'energy'],
      reasons: ['title: “metrics”', 'committee'],
    });
  });

  test('SB1 an edition that is new comes beside, with its status; a draft says nothing of the status of the standard', async () => {
    expect(await statements('Reference,Status,Date\nISO 37122:2026,Published,2026-10-03\n')).toEqual([
      { id: 'ISO 37122', status: 'in-force', editions: [{ id: 'ISO 37122:2026', date: '2026-10-03', status: 'in-force' }] },
    ]);
    const [draft] = await statements('Reference,Status\nISO/DTS 37151,30.20\n');
    expect(draft).toEqual({
      id: 'ISO/TS 37151',
      editions: [{ id: 'ISO/DTS 37151', kind: 'draft', status: 'under-development', stage: '30.20' }],
    });
  });

  test('SB1 a row that withdraws a standard and dates its text does not say that the text is in force', async () => {
    const [one] = await statements('Reference,Action,Date\nISO 37122,withdraw,2019-05-23\n');
    expect(one).toEqual({
      id: 'ISO 37122',
      status: 'withdrawn',
      editions: [{ id: 'ISO 37122:2019', status: 'withdrawn', date: '2019-05-23' }],
    });
  });

  test('SB1 the status of an older edition is not that of the standard', async () => {
    const [one] = await statements('Reference,Status\nITU-T Y.4903/L.1603 (10/2016),Withdrawn\n');
    expect(one).toEqual({ id: 'ITU-T Y.4903/L.1603', editions: [{ id: 'ITU-T Y.4903/L.1603 (10/2016)', status: 'withdrawn' }] });
  });

  test('SB1 SB4 a more exact date is stated; a less exact one only with a reason', async () => {
    const dates = async (date: string, reason = ''): Promise<unknown> =>
      (await statements(`Reference,Date,Reason\nISO 37122:2019,${date},${reason}\n`))[0]?.editions?.map((one) => one.date);
    expect(await dates('2019-05-23')).toEqual(['2019-05-23']);
    expect(await dates('2019')).toBeUndefined();
    expect(await dates('2019', 'the month is wrong')).toEqual(['2019']);
  });

  test('SB4 with a reason lists and titles are taken as they stand', async () => {
    const [one] = await statements(
      'Reference,Title,Committee,Topics,Reason\nISO/TS 37151,Smart Community Infrastructures,ISO/TC 268,Energy,wrong in the catalogue\n',
    );
    expect(one).toEqual({
      id: 'ISO/TS 37151',
      title: 'Smart Community Infrastructures',
      committees: ['ISO/TC 268'],
      topics: ['energy'],
      reason: 'wrong in the catalogue',
    });
  });
});

describe('a new standard', () => {
  test('SB2 is stated whole, and what the row does not say is told as derived', async () => {
    const [one] = await statements(
      'Reference,Title,Committee\nISO 90001:2026,Smart community infrastructures – Principles and requirements for performance metrics of water,ISO/TC 268/SC 1\n',
    );
    expect(one).toMatchObject({ id: 'ISO 90001', publishers: ['iso'], committees: ['ISO/TC 268/SC 1'], topics: ['energy', 'assessment'] });
    for (const reason of one?.reasons ?? ['none'])
      expect(reason).toMatch(/^derived from the nearest standards, not stated by the file: ISO\/TS 37151/);
  });

  test('SB2 topics that the row states are stated by who sends it', async () => {
    const [one] = await statements('Reference,Title,Topics,Role,Level\nISO 90001:2026,Something else,Energy,Vocabulary,Strategic\n');
    expect(one).toMatchObject({ topics: ['energy'], reasons: ['stated by contact person of ISO'], role: 'vocabulary', level: 'strategic' });
  });

  test('SB2 one that is near nothing and has no topic is left out', async () => {
    const { submission, problems } = await made('Reference,Title\nISO 90001:2026,Zinc coatings\n');
    expect(submission.standards).toEqual([]);
    expect(problems).toMatchObject([{ code: 'no-topic', severity: 'error', row: 2 }]);
    expect((await made('Reference,Title\nISO 90001:2026,Zinc coatings\n', { topic: 'energy' })).submission.standards).toHaveLength(1);
  });
});

describe('SB3 groups that nobody knows', () => {
  const TABLE = 'Reference,Title,Committee,Topics\nISO 37122,,ISO/TC 269,\nISO 37122:2019,,ISO/TC 268,\nISO 90001,New,ISO/TC 999,Energy\n';

  test('SB3 leave out the rows that name them, with the nearest name, and no other row', async () => {
    const { submission, problems } = await made(TABLE);
    expect(submission.standards).toEqual([{ id: 'ISO 37122', committees: ['ISO/TC 268'] }]);
    expect(
      problems.filter(({ severity }) => severity === 'error').map(({ code, row, got, expected }) => [code, row, got, expected]),
    ).toEqual([
      ['committee', 2, 'ISO/TC 269', 'ISO/TC 268'],
      ['committee', 4, 'ISO/TC 999', 'ISO/TC 268'],
    ]);
  });

  test('SB3 come with the submission when that is asked for', async () => {
    const { submission, problems } = await made(TABLE, { newGroups: true });
    expect(submission.committees?.map(({ id, sdo }) => [id, sdo])).toEqual([
      ['ISO/TC 269', 'iso'],
      ['ISO/TC 999', 'iso'],
    ]);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
