import { mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/model/parse.js';
import { writeCompact } from '../../src/model/compact.js';
import { datasetText } from '../../src/pipeline/write.js';
import small from '../fixtures/small.json' with { type: 'json' };
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { folder, run, type Run } from './io.js';

const here = folder();
const parsed = parse(small);
if (!parsed.ok) throw new Error('small.json is not valid');
const { dataset } = parsed;
const [first] = dataset.standards;
if (!first) throw new Error('small.json has no standards');
const put = (name: string, content: string | Uint8Array): void => {
  writeFileSync(join(here, name), content);
};
const validate = (...args: readonly string[]): Promise<Run> => run(here, ['validate', ...args]);
/** A dataset with a wrong topic on the line of its second standard. */
const wrongTopic = datasetText({
  ...dataset,
  standards: dataset.standards.map((one, at) => (at === 1 ? { ...one, topics: ['mobilty', ...one.topics.slice(1)] } : one)),
});

put('map.json', datasetText(dataset));
put('wrong.json', wrongTopic);

describe('validate', () => {
  test('CL6 a valid dataset is fine in every form: JSON, gzipped, compact, both, UTF-16', async () => {
    put('map.json.gz', gzipSync(datasetText(dataset)));
    put('map.smc', writeCompact(dataset));
    put('map.smc.gz', gzipSync(writeCompact(dataset)));
    put('utf16.json', Buffer.from(`\uFEFF${datasetText(dataset)}`, 'utf16le'));
    for (const file of ['map.json', 'map.json.gz', 'map.smc', 'map.smc.gz', 'utf16.json']) {
      expect(await validate(file)).toMatchObject({ code: 0, out: `${file}: a valid dataset\n`, said: '' });
    }
  });

  test('CL6 an issue says line and column, where, what it got, and the nearest valid value', async () => {
    const { code, out } = await validate('wrong.json');
    const line = wrongTopic.split('\n').findIndex((text) => text.includes('mobilty'));
    const column = wrongTopic.split('\n')[line]?.indexOf('"mobilty"') ?? -2;
    expect(code).toBe(1);
    expect(out).toContain(
      `wrong.json:${String(line + 1)}:${String(column + 1)} standards[1] "${dataset.standards[1]?.id ?? ''}": topics[0] "mobilty" is not a topic.`,
    );
    expect(out).toContain('Nearest: "mobility".');
  });

  test('CL6 a gzipped file has lines too, a compact one has none', async () => {
    put('wrong.json.gz', gzipSync(wrongTopic));
    expect((await validate('wrong.json.gz')).out).toMatch(/^wrong\.json\.gz:\d+:\d+ standards\[1\]/);
    const damaged = writeCompact(dataset).slice();
    damaged[40] = (damaged[40] ?? 0) ^ 1;
    put('damaged.smc', damaged);
    expect(await validate('damaged.smc')).toMatchObject({ code: 1 });
  });

  test('CL6 a syntax error says where the text ceases to be JSON and what was expected there', async () => {
    put('cut.json', datasetText(dataset).slice(0, 200));
    put('comma.json', '{\n"format":"standards-map"\n"version":1}');
    expect((await validate('comma.json')).out).toMatch(/^comma\.json:3:1: is not JSON.*Expected a comma or } there\.\n/);
    expect(await validate('cut.json')).toMatchObject({ code: 1 });
  });

  test('CL6 a key that is there twice is an error: the first value would be lost without a word', async () => {
    put('twice.json', datasetText(dataset).replace('"version":1', '"version":1,\n"title":"Another"'));
    const { code, out } = await validate('twice.json');
    expect(code).toBe(1);
    expect(out).toContain('twice.json: 1 error, 0 warnings\n');
    expect(out).toMatch(/twice\.json:\d+:1: the key "title" is there a second time/);
  });

  test('CL6 warnings are told, and are findings when they are counted so', async () => {
    put('future.json', datasetText(dataset).replace('"version":1', '"version":1,\n"colour":"red"'));
    const { code, out } = await validate('future.json');
    expect(code).toBe(0);
    expect(out).toMatch(/warning: future\.json:\d+:\d+.*colour/);
    expect((await validate('future.json', '--strict')).code).toBe(1);
  });

  test('CL6 --json is a line for each file, with all of it', async () => {
    const { code, out } = await validate('map.json', 'wrong.json', '--json');
    const [fine, wrong] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(1);
    expect(fine).toEqual({ file: 'map.json', ok: true, form: 'dataset', issues: [], warnings: [], total: 0 });
    expect(wrong).toMatchObject({ file: 'wrong.json', ok: false, total: 1, warnings: [] });
    expect(wrong?.['issues']).toMatchObject([
      { code: 'reference', severity: 'error', pointer: '/standards/1/topics/0', nearest: 'mobility' },
    ]);
  });

  test('CL6 a submission is told by its format and checked as one', async () => {
    const submission = {
      format: 'standards-map-submission',
      version: 1,
      id: 's1',
      body: 'iso',
      by: 'contact person of ISO',
      date: '2026-09-01',
      standards: [{ id: 'ISO 1', status: 'withdrawn' }],
    };
    put('submission.json', JSON.stringify(submission));
    expect(await validate('submission.json')).toMatchObject({ code: 0, out: 'submission.json: a valid submission\n' });
    put('submission-wrong.json', JSON.stringify({ ...submission, standards: [{ id: 'ISO 1', status: 'withdrawm' }] }));
    const { code, out } = await validate('submission-wrong.json');
    expect(code).toBe(1);
    expect(out).toMatch(/^submission-wrong\.json:1:\d+ standards\[0\] "ISO 1": status "withdrawm" .*Nearest: "withdrawn"/);
  });

  test('CL6 a folder stands for what is in it; links out of it are not followed', async () => {
    mkdirSync(join(here, 'inbox/deep'), { recursive: true });
    put('inbox/deep/b.json', datasetText(dataset));
    put('inbox/a.json', wrongTopic);
    put('inbox/notes.txt', 'nothing of ours');
    put('inbox/.hidden.json', '{');
    symlinkSync(here, join(here, 'inbox/out'));
    const { code, out, said } = await validate('inbox');
    expect(code).toBe(1);
    expect(out.match(/^inbox\/[^:]+/gm)?.filter((name, at, all) => all.indexOf(name) === at)).toEqual([
      'inbox/a.json',
      'inbox/deep/b.json',
    ]);
    expect(said).toContain('inbox/out: is a link');
  });

  test('CL1 what cannot be looked at is said for each file, and the others are still looked at', async () => {
    put('table.csv', 'Reference,Title\nISO 1,Metre\n');
    put('empty.json', '');
    const { code, out, said } = await validate('table.csv', 'empty.json', 'map.json');
    expect(code).toBe(2);
    expect(said).toContain('table.csv: is a table. Expected a dataset');
    expect(said).toContain('empty.json: is empty.');
    expect(out).toBe('map.json: a valid dataset\n');
    expect(await validate('absent.json')).toMatchObject({ code: 2, out: '' });
    expect(await validate()).toMatchObject({ code: 2, out: '' });
  });

  test('CL7 a file of 2 GB is refused by its size, before a byte of it is read, with a word on what to do', async () => {
    put('huge.json', '{');
    truncateSync(join(here, 'huge.json'), 2_000_000_000);
    const { code, said } = await validate('huge.json');
    expect(code).toBe(2);
    expect(said).toContain('huge.json: has 2,000 MB, expected at most 160 MB');
    expect(said).toContain('compact');
  });

  test('CL7 what is packed is counted as it comes out', async () => {
    put('bomb.json.gz', gzipSync(Buffer.alloc(170_000_000, 0x20)));
    expect((await validate('bomb.json.gz')).said).toContain('holds more than 160 MB');
    put(
      'nested.json.gz',
      [1, 2, 3, 4].reduce<Uint8Array>((bytes) => gzipSync(bytes), Buffer.from('{}')),
    );
    expect((await validate('nested.json.gz')).said).toContain('cannot be unpacked');
  });

  test('CL5 hostile texts in every field, in what is wrong too, are printed as nothing that a terminal obeys', async () => {
    let seen = 0;
    for (const [name, text] of Object.entries(PAYLOADS)) {
      const hostile = poisoned(text);
      put(
        'hostile.json',
        JSON.stringify({
          ...hostile,
          [`field ${text}`]: text,
          standards: hostile.standards.map((one) => ({ ...one, topics: [`${text}?`] })),
        }),
      );
      const { out, said } = await validate('hostile.json');
      expect(out.length, name).toBeGreaterThan(100);
      // eslint-disable-next-line no-control-regex -- these are what is looked for
      expect(`${out}${said}`.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g), name).toBeNull();
      seen += 1;
    }
    expect(seen).toBe(Object.keys(PAYLOADS).length);
  });
});

describe('validate --migrate', () => {
  test('CL8 an earlier version comes out as the present one, and what the step assumed is said', async () => {
    const row = { id: 'ISO 1:2020', sdo: ['ISO'], t: 'Metre', ty: 'IS', st: 'published', d: '2020-05', src: 'iso', w: 'ISO 1' };
    put('old.jsonl', `${JSON.stringify(row)}\n${JSON.stringify({ ...row, id: 'ISO 1:2024', d: '2024-05' })}\n`);
    const { code, out, said } = await validate('old.jsonl', '--migrate', '--out', 'new.json');
    expect([code, out]).toEqual([0, '']);
    expect(said).toContain('version 0 to 1');
    expect(said).toContain('version 0 kept neither');
    expect((await validate('new.json')).out).toBe('new.json: a valid dataset\n');
    expect((await validate('old.jsonl')).code).toBe(1);
  });

  test('CL8 what has issues is not written; what is of the present version is told so', async () => {
    put('bad.json', '[{"id":"ISO 1:2020","sdo":["ISO"],"ty":"IS","st":"publishd","d":"2020"}]');
    const { code, said } = await validate('bad.json', '--migrate', '--out', 'never.json');
    expect(code).toBe(1);
    expect(said).toContain('Nearest: "published"');
    expect(readdirSync(here)).not.toContain('never.json');
    const again = await validate('map.json', '--migrate');
    expect(again).toMatchObject({ code: 0, out: datasetText(dataset) });
    expect(again.said).toContain('is of the present version already');
  });
});

describe('CL6 stories', () => {
  const scenes = [
    { title: 'Fine', view: 'matrix', highlight: 'gaps' },
    { title: 'Not so', view: 'grpah', filter: 'status:in-forse', fields: 'titel' },
  ];
  const story = { format: 'standards-map-story', version: 1, id: 's', title: 'A talk', scenes };

  test('CL6 a story file is known by its format, and its problems have a place', async () => {
    put('talk.json', JSON.stringify({ ...story, scenes: scenes.slice(0, 1) }, null, 2));
    expect(await validate('talk.json')).toMatchObject({ code: 0, out: 'talk.json: a valid story\n', said: '' });
    put('empty.json', '{"format":"standards-map-story","version":1,"id":"s","title":"t",\n"scenes":[]}');
    expect(await validate('empty.json')).toMatchObject({ code: 1 });
    expect((await validate('empty.json')).out).toContain('empty.json:2:10: scenes a list of 0 is empty, expected at least 1.');
  });

  test('CL6 what a scene asks of the map and cannot have is a warning with the nearest that can be had', async () => {
    put('asks.json', JSON.stringify(story, null, 2));
    const { code, out } = await validate('asks.json');
    expect(code).toBe(0);
    expect(out).toMatch(/warning: asks\.json:\d+:\d+ scenes\[1\] "Not so": view: got "grpah", expected graph, .* Nearest: "graph"\./);
    expect(out).toMatch(/warning: .*scenes\[1\] "Not so": fields: got "titel", .* Nearest: "title"\./);
    expect(out).toContain('asks.json: 0 errors, 3 warnings\n');
    expect((await validate('asks.json', '--strict')).code).toBe(1);
  });

  test('CL6 the stories of a dataset are checked with it, filters against its records', async () => {
    const told = [{ title: 'Nowhere', filter: 'committee:"ISO/TC 269"' }];
    put('with-story.json', datasetText({ ...dataset, stories: [{ id: 'own', title: 't', scenes: told }] }));
    const { code, out } = await validate('with-story.json');
    expect(code).toBe(0);
    expect(out).toMatch(/warning: with-story\.json:\d+:\d+ stories\[0\] "own": scenes\[0\] "Nowhere": filter: .*Nearest: "ISO\/TC 268"/);
  });
});
