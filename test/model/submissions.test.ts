import { describe, expect, test } from 'vitest';
import { writeCompact } from '../../src/model/compact.js';
import type { Dataset } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import { readCompact } from '../../src/model/parse-compact.js';
import { parseSubmission } from '../../src/model/parse-submission.js';
import type { Originals, Submission } from '../../src/model/submission.js';
import { dataset } from '../fixtures/small.js';

const submission = (given: Partial<Submission> = {}): Submission => ({
  id: '2026-11-iso',
  body: 'iso',
  by: 'contact person of ISO',
  date: '2026-11-20',
  liaison: 'ISO/TC 268 N 1234',
  standards: [{ id: 'ISO 37122', status: 'withdrawn', withdrawn: '2026-11-01' }],
  ...given,
});
const file = (given: object = {}): unknown => ({ format: 'standards-map-submission', version: 1, ...submission(), ...given });
const originals: Originals = {
  asOf: '2026-08-22',
  sdos: [],
  committees: [],
  standards: [{ id: 'ISO 37122', status: 'in-force', withdrawn: null }],
};
const messages = (json: unknown): readonly string[] => {
  const parsed = parseSubmission(json, { name: 'iso.json' });
  return (parsed.ok ? parsed.warnings : parsed.issues).map(({ message }) => message);
};
const datasetMessages = (given: object): readonly string[] => {
  const parsed = parse({ ...dataset(), ...given }, { name: 'map.json' });
  return (parsed.ok ? parsed.warnings : parsed.issues).map(({ severity, message }) => `${severity}: ${message}`);
};

describe('M13 a submission as a file', () => {
  test('M13 is answered as it was sent, as a value and as text', () => {
    expect(parseSubmission(file())).toEqual({ ok: true, submission: submission(), warnings: [] });
    expect(parseSubmission(JSON.stringify(file()))).toEqual({ ok: true, submission: submission(), warnings: [] });
  });

  test('M13 comes out in the order of the schema, whatever its own is', () => {
    const shuffled = Object.fromEntries(Object.entries(file() as object).reverse());
    const parsed = parseSubmission(shuffled);
    expect(JSON.stringify(parsed.ok && parsed.submission)).toBe(JSON.stringify(submission()));
  });

  test('M13 says where a value is wrong, what it got and what is near', () => {
    expect(messages(file({ standards: [{ id: 'ISO 37122', status: 'in-forse' }] }))).toEqual([
      'iso.json standards[0] "ISO 37122": status "in-forse" is not one of proposed, under-development, in-force, under-revision, superseded, withdrawn, unknown. Nearest: "in-force".',
    ]);
    expect(messages(file({ date: '2026-02-30', url: 'javascript:alert(1)' }))).toEqual([
      'iso.json: date "2026-02-30" is not a date of the calendar such as 2019, 2019-05 or 2019-05-23.',
      'iso.json: url "javascript:alert(1)" is not an http or https address.',
    ]);
    expect(messages({ ...(file() as object), body: undefined })).toEqual(['iso.json: body is missing, expected text.']);
    expect(messages({ ...(file() as object), format: 'standards-map' })).toEqual([
      'iso.json: format "standards-map" is not what this library reads, expected "standards-map-submission".',
    ]);
    expect(messages('{"format": ')[0]).toContain('iso.json: is not JSON, it begins "{"format": ".');
  });

  test('M13 states a standard once, gives a reason for each topic, and relates nothing to itself', () => {
    const standards = [
      { id: 'ISO 37122', topics: ['energy'], reasons: ['a', 'b'] },
      { id: 'ISO 37122', relations: [{ type: 'amends', to: 'ISO 37122', evidence: 'x' }] },
    ];
    expect(messages(file({ standards }))).toEqual([
      'iso.json standards[1] "ISO 37122": id "ISO 37122" is already the id of standards[0]. State every record once.',
      'iso.json standards[0] "ISO 37122": reasons has 2 reasons for 1 topics. Give one reason for each topic, in the same order, or none at all.',
      'iso.json standards[1] "ISO 37122": relations[0].to "ISO 37122" relates a standard to itself.',
    ]);
  });

  test('M13 carries no place, no conflict and no sources: a warning each', () => {
    const standards = [{ id: 'ISO 37122', xy: [0, 0], sources: ['iso'] }];
    expect(messages(file({ standards }))).toHaveLength(2);
    const parsed = parseSubmission(file({ standards }));
    expect(parsed.ok && parsed.submission.standards).toEqual([{ id: 'ISO 37122' }]);
  });

  test('M13 never throws, whatever it is', () => {
    for (const json of [null, 3, [], {}, '', '[]', { standards: [null, 3] }, { __proto__: null }])
      expect(parseSubmission(json).ok).toBe(false);
  });
});

describe('a dataset with submissions', () => {
  const whole = (given: Partial<Dataset> = {}): Dataset => dataset({ submissions: [submission()], originals, ...given });

  test('M13 keeps them and what the catalogues say to the last field', () => {
    const parsed = parse(whole());
    expect(parsed.ok && parsed.warnings).toEqual([]);
    expect(parsed.ok && parsed.dataset.submissions).toEqual([submission()]);
    expect(parsed.ok && parsed.dataset.originals).toEqual(originals);
  });

  test('M8 M13 keeps them in compact form too, for standards that nothing else names', () => {
    for (const given of [whole(), whole({ submissions: [submission({ standards: [{ id: 'ISO 9' }] })] })]) {
      const parsed = parse(given);
      expect(parsed.ok).toBe(true);
      expect(readCompact(writeCompact(given))).toEqual(parsed);
    }
    const standards = whole().standards.map((one) => (one.id === 'ISO 37122' ? { ...one, withdrawn: '2026-11-01' } : one));
    const read = readCompact(writeCompact(whole({ standards })));
    expect(read.ok && read.dataset.standards[0]?.withdrawn).toBe('2026-11-01');
  });

  test('M13 knows who speaks, and has every submission once', () => {
    expect(datasetMessages({ submissions: [submission({ body: 'isa' }), submission()] })).toEqual([
      'error: map.json submissions[1] "2026-11-iso": id "2026-11-iso" is already the id of submissions[0]. Give every record an id of its own.',
      'error: map.json submissions[0] "2026-11-iso": body "isa" is neither an SDO nor a committee. Nearest: "iso".',
    ]);
  });

  test('M13 warns of a statement about what it does not have', () => {
    expect(datasetMessages({ submissions: [submission({ standards: [{ id: 'ISO 37123', topics: ['enrgy'] }] })] })).toEqual([
      'warning: map.json submissions[0] "2026-11-iso": standards[0].id "ISO 37123" is not a standard. Nearest: "ISO 37122".',
      'warning: map.json submissions[0] "2026-11-iso": standards[0].topics[0] "enrgy" is not a topic. Nearest: "energy".',
    ]);
  });

  test('M14 has originals of its own standards, SDOs and committees only', () => {
    const wrong = {
      ...originals,
      sdos: ['iso', 'isx'],
      standards: [{ id: 'ISO 1' }, { id: 'ISO 37122', sources: ['gone'] }, { id: 'ISO 37122' }],
    };
    expect(datasetMessages({ submissions: [], originals: wrong })).toEqual([
      'error: map.json: originals.sdos[1] "isx" is not an SDO. Nearest: "iso".',
      'error: map.json: originals.standards[2].id "ISO 37122" is already the id of standards[1]. State every record once.',
      'error: map.json: originals.standards[0].id "ISO 1" is not a standard.',
      'error: map.json: originals.standards[1].sources[0] "gone" is not a source.',
    ]);
  });
});
