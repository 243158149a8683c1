import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonSchema, storyJsonSchema } from '../../src/model/json-schema.js';
import { parse } from '../../src/model/parse.js';
import { dataset, standard } from '../fixtures/small.js';

/** The small dataset as a value that a test may spoil. */
const spoiled = (spoil: (data: any) => void): unknown => {
  const data: unknown = JSON.parse(JSON.stringify(dataset()));
  spoil(data);
  return data;
};
const issuesOf = (json: unknown): readonly { code: string; severity: string; pointer: string; message: string; nearest?: string }[] => {
  const parsed = parse(json, { name: 'smart-cities.json' });
  return parsed.ok ? parsed.warnings : parsed.issues;
};
const only = (json: unknown) => {
  const issues = issuesOf(json);
  expect(issues).toHaveLength(1);
  return issues[0];
};

describe('a good dataset', () => {
  test('is accepted as a value and as text, and answered as a copy', () => {
    const data = dataset();
    const parsed = parse(data);
    expect(parsed).toEqual({ ok: true, dataset: data, warnings: [] });
    expect(parsed.ok && parsed.dataset).not.toBe(data);
    expect(parse(JSON.stringify(data))).toEqual({ ok: true, dataset: data, warnings: [] });
  });

  test('keeps a blank of the activity report as null', () => {
    const activity = {
      id: 'jca-2025-09',
      committee: 'ITU-T SG20',
      date: '2025-09',
      participants: null,
      inputDocuments: 11,
      deliverables: 2,
      outputLiaisonStatements: null,
      contactPoints: 50,
      termsOfReferenceUpdated: false,
      source: 'itu',
    };
    const parsed = parse(dataset({ activities: [activity] }));
    expect(parsed.ok && parsed.dataset.activities?.[0]?.participants).toBeNull();
  });

  test('may carry what later editions of the format know: a warning, and the field is left out of the copy', () => {
    const json = spoiled((d) => {
      d.standards[0].colour = 'red';
      d.mood = { good: [1] };
    });
    const parsed = parse(json, { name: 'smart-cities.json' });
    expect(parsed.ok && parsed.dataset).toEqual(dataset());
    expect(issuesOf(json).map((i) => [i.code, i.severity, i.pointer])).toEqual([
      ['unknown-field', 'warning', '/standards/0/colour'],
      ['unknown-field', 'warning', '/mood'],
    ]);
  });
});

describe('a bad dataset is answered with issues, one for each problem', () => {
  test('text that is not JSON', () => {
    expect(only('{"format": oops')).toMatchObject({ code: 'json', pointer: '' });
    expect(only('<!doctype html>')?.message).toMatch(/^smart-cities\.json: is not JSON, it begins "<!doctype html>"\./);
  });

  test.each([null, 7, true, [], [1], undefined, 'null', '[]'])('%j, which is no dataset', (json) => {
    expect(only(json)?.message).toContain('expected an object of the format "standards-map", version 1');
  });

  test('another version of the format', () => {
    expect(
      only(
        spoiled((d) => {
          d.version = 2;
        }),
      ),
    ).toMatchObject({
      code: 'version',
      pointer: '/version',
      message: 'smart-cities.json: version 2 is not what this library reads, expected 1. A newer release of standards-map reads it.',
    });
    expect(
      only(
        spoiled((d) => {
          d.format = 'gexf';
        }),
      ),
    ).toMatchObject({ code: 'version', pointer: '/format' });
  });

  test('a missing field', () => {
    expect(
      only(
        spoiled((d) => {
          delete d.standards[1].title;
        }),
      )?.message,
    ).toBe('smart-cities.json standards[1] "ISO/TS 37151": title is missing, expected text.');
    expect(
      only(
        spoiled((d) => {
          delete d.standards[1].role;
        }),
      ),
    ).toMatchObject({ code: 'missing', pointer: '/standards/1/role' });
  });

  test('a field of the wrong type', () => {
    expect(
      only(
        spoiled((d) => {
          d.standards[1].title = 5;
        }),
      ),
    ).toMatchObject({
      code: 'type',
      message: 'smart-cities.json standards[1] "ISO/TS 37151": title 5 is not text.',
    });
    expect(
      only(
        spoiled((d) => {
          d.standards[1].aliases = 'ISO 37151';
        }),
      ),
    ).toMatchObject({ code: 'type' });
  });

  test('a value that is not in its closed list, with the nearest one', () => {
    expect(
      only(
        spoiled((d) => {
          d.standards[0].status = 'in force';
        }),
      ),
    ).toMatchObject({ code: 'enum', nearest: 'in-force' });
    expect(
      only(
        spoiled((d) => {
          d.standards[0].role = 'vocabluary';
        }),
      ),
    ).toMatchObject({ code: 'enum', nearest: 'vocabulary' });
  });

  test('a topic that does not exist, in the words of the format', () => {
    expect(
      only(
        spoiled((d) => {
          d.standards[0].topics[0] = 'asessment';
        }),
      ),
    ).toEqual({
      code: 'reference',
      severity: 'error',
      pointer: '/standards/0/topics/0',
      nearest: 'assessment',
      message: 'smart-cities.json standards[0] "ISO 37122": topics[0] "asessment" is not a topic. Nearest: "assessment".',
    });
  });

  test.each<[string, (d: any) => void, string]>([
    [
      'committee of a standard',
      (d) => {
        d.standards[0].committees = ['ISO/TC 286'];
      },
      '/standards/0/committees/0',
    ],
    [
      'publisher',
      (d) => {
        d.standards[0].publishers = ['isso'];
      },
      '/standards/0/publishers/0',
    ],
    [
      'source of a standard',
      (d) => {
        d.standards[0].sources = ['bsi'];
      },
      '/standards/0/sources/0',
    ],
    [
      'parent of a committee',
      (d) => {
        d.committees[1].parent = 'ISO/TC 999';
      },
      '/committees/1/parent',
    ],
    [
      'SDO of a committee',
      (d) => {
        d.committees[1].sdo = 'x';
      },
      '/committees/1/sdo',
    ],
    [
      'successor of a committee',
      (d) => {
        d.committees[1].successors = [{ committee: 'ISO/IEC JTC 4' }];
      },
      '/committees/1/successors/0/committee',
    ],
    [
      'member of a joint SDO',
      (d) => {
        d.sdos[3].jointOf = ['iso', 'iecc'];
      },
      '/sdos/3/jointOf/1',
    ],
    [
      'object of a relation',
      (d) => {
        d.standards[3].relations[0].to = 'ISO 37123';
      },
      '/standards/3/relations/0/to',
    ],
    [
      'what a fact is about',
      (d) => {
        d.facts = [{ about: 'U4SSC', kind: 'mandate', text: 't', source: 'itu' }];
      },
      '/facts/0/about',
    ],
    [
      'source of a fact',
      (d) => {
        d.facts = [{ about: 'iso', kind: 'mandate', text: 't', source: 'x' }];
      },
      '/facts/0/source',
    ],
    [
      'standard of a finding',
      (d) => {
        d.findings = [{ id: 'f', standards: ['ISO 37122', 'ISO 1'], verdict: 'overlap', reason: 'r', by: 'b', date: '2026' }];
      },
      '/findings/0/standards/1',
    ],
    [
      'standard of a scene',
      (d) => {
        d.stories = [{ id: 's', title: 't', scenes: [{ title: 't', selected: ['ISO 1'] }] }];
      },
      '/stories/0/scenes/0/selected/0',
    ],
    [
      'record that a scene shows',
      (d) => {
        d.stories = [
          {
            id: 's',
            title: 't',
            scenes: [
              { title: 't', selected: ['ISO/TC 268'] },
              { title: 't', show: ['energy', 'iso', 'ISO 1'] },
            ],
          },
        ];
      },
      '/stories/0/scenes/1/show/2',
    ],
    [
      'record that a scene moves',
      (d) => {
        d.stories = [{ id: 's', title: 't', scenes: [{ title: 't', moved: [{ id: 'ISO 1', x: 0, y: 0 }] }] }];
      },
      '/stories/0/scenes/0/moved/0/id',
    ],
    [
      'topic of a claim',
      (d) => {
        d.claims = [{ id: 'c', text: 't', topics: ['x'], date: '2026', source: 'itu' }];
      },
      '/claims/0/topics/0',
    ],
    [
      'SDO of a claim',
      (d) => {
        d.claims = [{ id: 'c', text: 't', topics: ['energy'], sdo: 'x', date: '2026', source: 'itu' }];
      },
      '/claims/0/sdo',
    ],
    [
      'source of a claim',
      (d) => {
        d.claims = [{ id: 'c', text: 't', topics: ['energy'], date: '2026', source: 'itux' }];
      },
      '/claims/0/source',
    ],
    [
      'source of a framework of goals',
      (d) => {
        d.goalFrameworks = [{ id: 'sdg', label: 'l', source: 'x' }];
      },
      '/goalFrameworks/0/source',
    ],
    [
      'framework of a goal',
      (d) => {
        d.goals = [{ id: 'g', framework: 'sdg', code: '1', label: 'l' }];
      },
      '/goals/0/framework',
    ],
    [
      'goal of a line',
      (d) => {
        d.goalFrameworks = [{ id: 'sdg', label: 'l', source: 'itu' }];
        d.goals = [{ id: 'g', framework: 'sdg', code: '1', label: 'l' }];
        d.goalTopics = [{ goal: 'h', topic: 'energy', reason: 'r', source: 'itu', by: 'b', date: '2026' }];
      },
      '/goalTopics/0/goal',
    ],
    [
      'topic of a line',
      (d) => {
        d.goalFrameworks = [{ id: 'sdg', label: 'l', source: 'itu' }];
        d.goals = [{ id: 'g', framework: 'sdg', code: '1', label: 'l' }];
        d.goalTopics = [{ goal: 'g', topic: 'enery', reason: 'r', source: 'itu', by: 'b', date: '2026' }];
      },
      '/goalTopics/0/topic',
    ],
    [
      'topic of an expectation',
      (d) => {
        d.expectations = [{ topics: ['energy', 'enery'], state: 'no-data', reason: 'r', by: 'b', date: '2026' }];
      },
      '/expectations/0/topics/1',
    ],
    [
      'SDO of an expectation',
      (d) => {
        d.expectations = [{ topics: ['energy'], sdo: 'x', state: 'expected', reason: 'r', by: 'b', date: '2026' }];
      },
      '/expectations/0/sdo',
    ],
    [
      'source of an expectation',
      (d) => {
        d.expectations = [{ topics: ['energy'], role: 'vocabulary', state: 'expected', reason: 'r', by: 'b', date: '2026', source: 'x' }];
      },
      '/expectations/0/source',
    ],
    [
      'SDO of a source',
      (d) => {
        d.sources[0].sdos = ['nobody'];
      },
      '/sources/0/sdos/0',
    ],
  ])('a dangling reference: %s', (_what, spoil, pointer) => {
    expect(only(spoiled(spoil))).toMatchObject({ code: 'reference', severity: 'error', pointer });
  });

  test.each([
    [{ topics: ['energy'], role: 'vocabulri', state: 'expected' }, 'enum', '/expectations/0/role'],
    [{ topics: ['energy'], role: 'vocabulary', state: 'nodata' }, 'enum', '/expectations/0/state'],
    [{ topics: ['energy'], state: 'expected' }, 'range', '/expectations/0'],
    [{ topics: ['energy', 'energy'], state: 'expected' }, 'range', '/expectations/0'],
    [{ topics: ['energy'], role: 'vocabulary', sdo: 'iso', state: 'expected' }, 'range', '/expectations/0'],
  ])('an expectation that speaks of no cell: %j', (given, code, pointer) => {
    const spoil = spoiled((d) => {
      d.expectations = [{ reason: 'r', by: 'b', date: '2026', ...given }];
    });
    expect(only(spoil)).toMatchObject({ code, severity: 'error', pointer });
  });

  test('a no-data statement may speak of a whole topic, a claim may say where and of which roles', () => {
    const statement = { topics: ['energy'], state: 'no-data' as const, reason: 'r', by: 'b', date: '2026', source: 'itu' };
    const claim = {
      id: 'c',
      text: 't',
      topics: ['energy'],
      roles: ['vocabulary' as const],
      sdo: 'iso',
      titles: ['smart cit'],
      clause: '5.2',
      date: '2015',
      source: 'itu',
      note: 'n',
    };
    expect(issuesOf(dataset({ expectations: [statement], claims: [claim] }))).toEqual([]);
    expect(only(dataset({ claims: [{ ...claim, roles: ['x' as never] }] }))).toMatchObject({ code: 'enum', pointer: '/claims/0/roles/0' });
  });

  test('a relation that leaves the dataset must say so; one that says so may', () => {
    const relation = { type: 'adopts', to: 'ISO 9999', evidence: 'catalogue' };
    expect(only(dataset({ standards: [standard('ISO 1', { relations: [relation as never] })] }))?.message).toContain(
      'mark the relation "external": true',
    );
    expect(issuesOf(dataset({ standards: [standard('ISO 1', { relations: [{ ...relation, type: 'adopts', external: true }] })] }))).toEqual(
      [],
    );
  });

  test('a duplicate id', () => {
    expect(
      only(
        spoiled((d) => {
          d.standards.push({ ...d.standards[0] });
        }),
      )?.message,
    ).toBe(
      'smart-cities.json standards[5] "ISO 37122": id "ISO 37122" is already the id of standards[0]. Give every record an id of its own.',
    );
    expect(
      only(
        spoiled((d) => {
          d.topics.push(d.topics[1]);
        }),
      ),
    ).toMatchObject({ code: 'duplicate', pointer: '/topics/4/id' });
  });

  test('a cycle in committee parents, reported once', () => {
    const issue = only(
      spoiled((d) => {
        d.committees[0].parent = 'ISO/TC 268/SC 1';
      }),
    );
    expect(issue).toMatchObject({ code: 'cycle', pointer: '/committees/0/parent' });
    expect(issue?.message).toContain('"ISO/TC 268" → "ISO/TC 268/SC 1" → "ISO/TC 268"');
  });

  test('a cycle in supersession, also a long one', () => {
    const ids = Array.from({ length: 3000 }, (_, i) => `ISO ${String(i)}`);
    const standards = ids.map((id, i) =>
      standard(id, { relations: [{ type: 'supersedes', to: ids[(i + 1) % ids.length] ?? '', evidence: 'e' }] }),
    );
    expect(only(dataset({ standards }))).toMatchObject({ code: 'cycle', pointer: '/standards/0/relations' });
    const chain = standards.slice(0, -1).concat(standard('ISO 2999'));
    expect(issuesOf(dataset({ standards: chain }))).toEqual([]);
  });

  test('a standard related to itself', () => {
    expect(
      only(
        spoiled((d) => {
          d.standards[3].relations[0].to = 'ISO/IEC 30141';
        }),
      ),
    ).toMatchObject({ code: 'cycle' });
  });

  test.each(['2019-02-30', '2019-13', '1492', '19', '2019-5-1', 'May 2019', '2019-05-23T00:00', '9999'])(
    'an impossible date: %s',
    (date) => {
      expect(
        only(
          spoiled((d) => {
            d.standards[0].editions[0].date = date;
          }),
        ),
      ).toMatchObject({ code: 'date', pointer: '/standards/0/editions/0/date' });
    },
  );

  test('a committee dissolved before it was created', () => {
    expect(
      only(
        spoiled((d) => {
          d.committees[0].created = '2012-03';
          d.committees[0].dissolved = '2011';
        }),
      ),
    ).toMatchObject({ code: 'date' });
    expect(
      issuesOf(
        spoiled((d) => {
          d.committees[0].created = '2012-03';
          d.committees[0].dissolved = '2012';
        }),
      ),
    ).toEqual([]);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//iso.org',
    'iso.org',
    'https:iso.org',
    'https://a:b@iso.org/',
    'ftp://iso.org/',
    'https://',
    ' https://iso.org',
    'http:///x',
  ])('a link that is not http or https: %s', (url) => {
    expect(
      only(
        spoiled((d) => {
          d.standards[0].url = url;
        }),
      ),
    ).toMatchObject({ code: 'link', pointer: '/standards/0/url' });
  });

  test('keys that could reach a prototype, at any depth', () => {
    const text = JSON.stringify(dataset()).replace('"title":"A small map"', '"title":"A small map","__proto__":{"x":1}');
    expect(only(text)).toMatchObject({ code: 'key', pointer: '/__proto__' });
    expect(
      only(
        spoiled((d) => {
          d.standards[0].editions[0].constructor = {};
        }),
      ),
    ).toMatchObject({ code: 'key', pointer: '/standards/0/editions/0/constructor' });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('text beyond its limit, and lists that are empty where one entry is needed', () => {
    expect(
      only(
        spoiled((d) => {
          d.standards[0].title = 'x'.repeat(1001);
        }),
      )?.message,
    ).toContain('has 1001 characters, expected at most 1000');
    expect(
      issuesOf(
        spoiled((d) => {
          d.standards[0].topics = [];
          d.standards[0].reasons = [];
        }),
      ).map((i) => i.code),
    ).toEqual(['missing', 'missing']);
    expect(
      only(
        spoiled((d) => {
          d.standards[0].editions = [];
        }),
      ),
    ).toMatchObject({ code: 'missing' });
  });

  test('a reason missing for a topic', () => {
    expect(
      only(
        spoiled((d) => {
          d.standards[1].reasons.pop();
        }),
      )?.message,
    ).toContain('has 1 reasons for 2 topics');
  });

  test('coordinates that would stop the layout for ever', () => {
    expect(
      only(
        JSON.stringify(
          spoiled((d) => {
            d.standards[0].xy = [1, 2];
          }),
        ).replace('[1,2]', '[1e999,2]'),
      )?.pointer,
    ).toBe('/standards/0/xy/0');
    expect(
      only(
        spoiled((d) => {
          d.standards[0].xy = [1e308, 2];
        }),
      ),
    ).toMatchObject({ code: 'range' });
  });

  test('a title in a language that is none', () => {
    expect(
      only(
        spoiled((d) => {
          d.standards[0].titles = { 'FR FR': 'x' };
        }),
      )?.pointer,
    ).toContain('/standards/0/titles');
  });

  test('nesting that would exhaust the stack', () => {
    expect(only('{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000))).toMatchObject({ code: 'depth' });
  });

  test('all of them in one pass', () => {
    const json = spoiled((d) => {
      d.standards[0].status = 'in force';
      d.standards[1].topics[0] = 'nothing-near';
      d.standards[2].url = 'javascript:1';
      d.committees[0].parent = 'ISO/TC 268';
      d.asOf = 'today';
    });
    expect(new Set(issuesOf(json).map((i) => i.code))).toEqual(new Set(['enum', 'reference', 'link', 'cycle', 'date']));
    expect(issuesOf(json)).toHaveLength(5);
  });

  test('many of them: a thousand are kept, all are counted', () => {
    const parsed = parse(dataset({ standards: Array.from({ length: 1500 }, (_, i) => standard(`ISO ${String(i)}`, { topics: ['x'] })) }));
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && [parsed.issues.length, parsed.total]).toEqual([1000, 1500]);
  });
});

test('parse never throws, whatever it is given', () => {
  fc.assert(
    fc.property(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      (value) => typeof parse(value).ok === 'boolean',
    ),
    { numRuns: 300, seed: 1 },
  );
  fc.assert(
    fc.property(fc.string(), (text) => !parse(text).ok),
    { numRuns: 300, seed: 1 },
  );
});

test('any one value of a good dataset replaced by another still gives an answer', () => {
  const paths: (string | number)[][] = [];
  const walk = (value: unknown, path: (string | number)[]): void => {
    paths.push(path);
    if (typeof value === 'object' && value !== null)
      for (const [k, v] of Object.entries(value)) walk(v, [...path, Array.isArray(value) ? Number(k) : k]);
  };
  walk(dataset(), []);
  fc.assert(
    fc.property(fc.constantFrom(...paths.slice(1)), fc.jsonValue(), (path, value) => {
      const json = spoiled((d) => {
        const holder = path.slice(0, -1).reduce((at, step) => at[step], d);
        holder[path.at(-1) ?? ''] = value;
      });
      const parsed = parse(json);
      return parsed.ok || (parsed.issues.length > 0 && parsed.issues.every((i) => i.message.length < 2000));
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('data/schema.json is what the schema generates', () => {
  expect(JSON.parse(readFileSync('data/schema.json', 'utf8'))).toEqual(jsonSchema());
});

test('data/story-schema.json is what the schema of a story generates', () => {
  expect(JSON.parse(readFileSync('data/story-schema.json', 'utf8'))).toEqual(storyJsonSchema());
});
