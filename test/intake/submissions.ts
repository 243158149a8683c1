import fc from 'fast-check';
import { EDITION_KINDS, LEVELS, ROLES, STATUSES, TIERS, type Dataset } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import { parseSubmission } from '../../src/model/parse-submission.js';
import type { Submission, SubmittedStandard } from '../../src/model/submission.js';
import { dataset, standard } from '../fixtures/small.js';

/** A submission of ISO, made after the catalogue was read; what a test is about is given. */
export const submission = (given: Partial<Submission> = {}): Submission => ({
  id: '2026-11-iso',
  body: 'iso',
  by: 'contact person of ISO',
  date: '2026-11-20',
  standards: [],
  ...given,
});

/** A new standard with all that it needs, as a submission states it. */
export const complete = (id: string, given: Partial<SubmittedStandard> = {}): SubmittedStandard => {
  const stated = { ...standard(id), ...given };
  Reflect.deleteProperty(stated, 'sources');
  return stated;
};

/** The small landscape with a coordination activity, relations that lead out, and two catalogues that disagree; fields in the order of the schema. */
export function landscape(given: Partial<Dataset> = {}): Dataset {
  const small = dataset();
  const read = parse({
    ...small,
    committees: [...small.committees, { id: 'JCA', title: 'Joint coordination activity', sdo: 'itu-t', kind: 'coordination-activity' }],
    standards: small.standards.map((one) => {
      if (one.id === 'ISO/TS 37151')
        return { ...one, xy: [3, 4], relations: [{ type: 'supersedes', to: 'ISO 90001', external: true, evidence: 'foreword' }] };
      if (one.id === 'ISO/IEC 30141')
        return {
          ...one,
          conflicts: [
            { field: 'ISO/IEC 30141:2020 date', value: '2020-05', source: 'iso', otherValue: '2020-06', otherSource: 'itu' },
            { field: 'status', value: 'in-force', source: 'iso', otherValue: 'withdrawn', otherSource: 'itu' },
          ],
        };
      return one;
    }),
    ...given,
  });
  if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join('\n'));
  return read.dataset;
}

const KNOWN = ['ISO 37122', 'ISO/TS 37151', 'ITU-T Y.4903/L.1603', 'ISO/IEC 30141', 'ITU-T Y.4000'];
const FRESH = ['ISO 90001', 'ISO 90002', 'ITU-T Y.4999'];
const TOPICS = ['energy', 'mobility', 'assessment', 'architecture'];
const PUBLISHERS = ['iso', 'iec', 'itu-t', 'new-sdo', 'unheard-of'];
const COMMITTEES = ['ISO/TC 268', 'ITU-T SG20', 'ISO/IEC JTC 1/SC 41', 'New TC 1', 'New TC 2', 'Unheard TC'];
const BODIES = ['iso', 'iec', 'itu-t', 'jtc1', 'ISO/TC 268', 'ITU-T SG20', 'JCA'];
const DAYS = ['2020', '2025-06-02', '2026-08-22', '2026-11', '2026-11-20', '2026-11-21'];

const some = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const subset = (values: readonly string[], least = 1): fc.Arbitrary<string[]> => fc.subarray([...values], { minLength: least });
const edition = (id: string) =>
  fc.record(
    {
      id: some([`${id}:2019`, `${id}:2020`, `${id}:2027`, `${id}:2027/Amd 1`]),
      kind: some(EDITION_KINDS),
      date: some(['2019-05', '2020-05', '2026-11-01', '2027']),
      status: some(STATUSES),
      stage: some(['60.60', '95.99']),
      title: some(['Another title', 'A third title']),
      variants: subset(['RLV', 'CMV']),
    },
    { requiredKeys: ['id', 'status'] },
  );
const relation = fc.record(
  {
    type: some(['supersedes', 'amends', 'same-text'] as const),
    to: some([...KNOWN, ...FRESH, 'ISO 5']),
    evidence: some(['foreword', 'clause 2']),
    date: some(DAYS),
  },
  { requiredKeys: ['type', 'to', 'evidence'] },
);

const facts = (id: string): fc.Arbitrary<Partial<SubmittedStandard>> =>
  fc.record(
    {
      title: some(['Title one', 'Title two']),
      titles: some([{ fr: 'Titre' }, { fr: 'Autre titre', es: 'Título' }]),
      aliases: subset(['Alias 1', 'Alias 2']),
      publishers: subset(PUBLISHERS),
      copublishers: subset(['SAE', 'CEN']),
      committees: subset(COMMITTEES, 0),
      deliverable: some(['IS', 'TS']),
      kind: some(['normative', 'guide'] as const),
      role: some(ROLES),
      level: some(LEVELS),
      tier: some(TIERS),
      status: some(STATUSES),
      withdrawn: some(['2026-11-01', '2026-10']),
      editions: fc.uniqueArray(edition(id), { selector: (one) => one.id, minLength: 1, maxLength: 3 }),
      ics: subset(['13.020.20', '35.240']),
      url: some(['https://www.iso.org/standard/1.html', 'https://www.itu.int/2']),
      topics: subset([...TOPICS, 'unheard-topic']),
      relations: fc
        .uniqueArray(relation, { selector: ({ type, to }) => `${type} ${to}`, maxLength: 3 })
        .map((all) => all.filter(({ to }) => to !== id)),
      reason: some(['the catalogue is late', 'typing error']),
    },
    { requiredKeys: [] },
  );
const whole = (id: string, stated: Partial<SubmittedStandard>): SubmittedStandard => {
  const { reasons, ...rest } = complete(id);
  return { ...rest, ...(stated.topics === undefined && reasons && { reasons }), ...stated };
};
const statement = some([...KNOWN, ...FRESH, 'ITU-T L.1603']).chain((id) =>
  fc
    .tuple(facts(id), fc.boolean())
    .map(([stated, isWhole]): SubmittedStandard => (isWhole && FRESH.includes(id) ? whole(id, stated) : { id, ...stated })),
);
const groups = fc.record(
  {
    sdos: some([
      [{ id: 'new-sdo', name: 'New', title: 'New SDO', jointOf: ['iso', 'gone'] }],
      [
        { id: 'new-sdo', name: 'Newer', title: 'New SDO' },
        { id: 'iso', name: 'ISO!', title: 'Otherwise' },
      ],
    ]),
    committees: some([
      [{ id: 'New TC 1', title: 'One', sdo: 'new-sdo', kind: 'technical-committee', parent: 'New TC 2', liaisons: ['ISO/TC 268', 'gone'] }],
      [{ id: 'New TC 2', title: 'Two', sdo: 'iso', kind: 'technical-committee', parent: 'New TC 1' }],
      [{ id: 'New TC 2', title: 'Two, otherwise', sdo: 'iso', kind: 'working-group', parent: 'ISO/TC 268' }],
    ] as const),
  },
  { requiredKeys: [] },
);

/** As a file would say it: fields in the order of the schema. */
function valid(given: Submission): Submission {
  const read = parseSubmission({ format: 'standards-map-submission', version: 1, ...given });
  if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join('\n'));
  return read.submission;
}

/** Submissions that agree, contradict each other and themselves, bring what others name, and name what nobody brings; each with an id of its own. */
export const submissions: fc.Arbitrary<readonly Submission[]> = fc
  .array(
    fc.tuple(
      some(BODIES),
      some(DAYS),
      fc.uniqueArray(statement, { selector: ({ id }) => id, maxLength: 4 }),
      groups,
      fc.option(some(['N 1', 'N 2']), { nil: undefined }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .chain((all) =>
    fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: all.length, maxLength: all.length }).map((ids) =>
      all.map(([body, date, standards, given, liaison], at) =>
        valid({
          id: ids[at] ?? '',
          body,
          by: `contact person of ${body}`,
          date,
          ...(liaison !== undefined && { liaison }),
          ...given,
          standards,
        }),
      ),
    ),
  );
