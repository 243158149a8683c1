import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadStory } from '../../src/element/presenting/find-story.js';
import { storyText } from '../../src/model/parse-story.js';

const HOSTILE = '</script><img src=x onerror="alert(1)">\u202E\u0000 =HYPERLINK("x")';
const STORY = { id: 'talk', title: 'A talk', scenes: [{ title: 'One' }, { title: 'Two', filter: 'sdo:iso' }] };
const TEXT = storyText(STORY);

/** What the server of this test answers, by path. */
const ANSWERS: Readonly<Record<string, (answer: ServerResponse) => void>> = {
  '/talk.json': (answer) => answer.end(TEXT),
  '/marked.json': (answer) => answer.end(`\uFEFF${TEXT}`),
  '/html.json': (answer) => answer.end('<!doctype html><p>Please log in'),
  '/data.json': (answer) => answer.end('{"format":"standards-map","version":1}'),
  '/empty.json': (answer) => answer.end(),
  '/gone.json': (answer) => {
    answer.statusCode = 404;
    answer.end('not here');
  },
  '/cut.json': (answer) => {
    answer.write(TEXT.slice(0, 20), () => answer.destroy());
  },
  // Never ends: whoever reads on reads for ever
  '/endless.json': (answer) => {
    const more = (): void => {
      while (!answer.destroyed && answer.write(' '.repeat(65_536)));
    };
    answer.on('drain', more);
    more();
  },
  // Never begins
  '/silent.json': () => undefined,
  '/moved.json': (answer) => {
    answer.writeHead(302, { location: '/talk.json' }).end();
  },
};
const asked: string[] = [];
const server = createServer((request, answer) => {
  const path = request.url ?? '';
  asked.push(path);
  const reply = ANSWERS[path];
  if (reply) reply(answer);
  else answer.end(storyText({ ...STORY, title: decodeURIComponent(path.slice(1)) }));
});
let base = '';
const load = (address: string, signal = new AbortController().signal, most?: number) => loadStory(address, base, signal, most);

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/page/index.html`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('PR2 a story file', () => {
  test('PR2 is read relative to the page, through a redirection, and with a byte order mark', async () => {
    expect(await load('../talk.json')).toEqual(STORY);
    expect(await load('/moved.json')).toEqual(STORY);
    expect(await load('/marked.json')).toEqual(STORY);
  });

  test('PR2 every kind of failure has a sentence of its own that names the file', async () => {
    await expect(load('/gone.json')).rejects.toThrow('gone.json: the server answered 404 Not Found. Expected a story.');
    await expect(load('/html.json')).rejects.toThrow(/html\.json.*JSON/);
    await expect(load('/data.json')).rejects.toThrow(/data\.json.*standards-map-story/);
    await expect(load('/empty.json')).rejects.toThrow(/empty\.json/);
    await expect(load('/cut.json')).rejects.toThrow(/cut\.json: could not be fetched\./);
    await expect(loadStory('http://127.0.0.1:1/a.json', base, new AbortController().signal)).rejects.toThrow(
      /a\.json: could not be fetched\./,
    );
  });

  test('PR2 an address that is none, or that runs or carries something, is never fetched', async () => {
    const before = asked.length;
    for (const address of [
      'javascript:alert(1)',
      'data:application/json,{}',
      'blob:http://x/1',
      'file:///etc/passwd',
      'http://[',
      'ftp://x/y',
    ])
      await expect(load(address), address).rejects.toThrow('is not an address of a story');
    expect(asked).toHaveLength(before);
  });

  test('PR2 no more is read of a file than a story can have', async () => {
    await expect(load('/endless.json')).rejects.toThrow('endless.json: is larger than a story can be. Expected at most 4000000 bytes.');
    const size = new TextEncoder().encode(TEXT).length;
    expect(await load('/talk.json', undefined, size)).toEqual(STORY);
    await expect(load('/talk.json', undefined, size - 1)).rejects.toThrow('is larger than a story can be');
  });

  test('PR2 ends as soon as it is not wanted any more, and says nothing else', async () => {
    for (const path of ['/silent.json', '/endless.json']) {
      const wanted = new AbortController();
      const loading = load(path, wanted.signal, Infinity);
      wanted.abort();
      await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
    }
    await expect(load('/talk.json', AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('E1 hostile texts arrive as the texts they are, or are refused with a sentence', async () => {
    const title = HOSTILE.replace('\u0000', '');
    const story = await load(`/${encodeURIComponent(title)}`).catch((error: unknown) => String(error));
    if (typeof story === 'string') expect(story).toMatch(/title/);
    else expect(story.title).toBe(title);
  });
});
