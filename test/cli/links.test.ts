import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { pauseOf, type LinkFound } from '../../src/cli/link-check.js';
import { Hosts, type Clock } from '../../src/cli/link-hosts.js';
import { linksIn } from '../../src/cli/link-places.js';
import { checkLinks, type LinkReport, type LinkSettings } from '../../src/cli/links.js';
import { without } from '../../src/intake/without.js';
import { parse } from '../../src/model/parse.js';
import { datasetText } from '../../src/pipeline/write.js';
import small from '../fixtures/small.json' with { type: 'json' };
import { folder, run } from './io.js';
import { localServer } from './server.js';

/** Statuses by how often an address was asked; the last one stays. */
const SERIES: Readonly<Record<string, readonly number[]>> = { '/busy': [429, 503, 200], '/always-busy': [503], '/too-often': [429] };
const REDIRECTS: Readonly<Record<string, readonly [number, string]>> = {
  '/moved': [301, '/ok'],
  '/moved-twice': [308, '/moved'],
  '/for-now': [302, '/ok'],
  '/moved-for-now': [301, '/for-now'],
  '/moved-gone': [301, '/gone'],
  '/circle': [302, '/circle-2'],
  '/circle-2': [302, '/circle'],
  '/script': [302, 'javascript:alert(1)'],
  '/file': [301, 'file:///etc/passwd'],
  '/login': [302, 'http://user:secret@127.0.0.1/'],
  '/front': [301, '/'],
  '/broken-location': [302, 'http://['],
};
const asks = new Map<string, number>();

const server = localServer((request, response) => {
  const path = (request.url ?? '').replace(/\?.*/, '');
  const isHead = request.method === 'HEAD';
  const say = (status: number, headers: Record<string, string> = {}): void => {
    response.writeHead(status, headers).end();
  };
  const redirect = REDIRECTS[path];
  const series = SERIES[path];
  const count = asks.get(path) ?? 0;
  asks.set(path, count + 1);
  if (redirect) say(redirect[0], { location: redirect[1] });
  else if (series)
    say(series[Math.min(count, series.length - 1)] ?? 0, path === '/too-often' ? { 'retry-after': '3600' } : { 'retry-after': '7' });
  else if (/^\/\d+$/.test(path)) say(Number(path.slice(1)));
  else if (path === '/gone') say(404);
  else if (path === '/no-head') say(isHead ? 405 : 200);
  else if (path === '/bad-head') say(isHead ? 404 : 200);
  else if (path === '/nowhere') say(301);
  else if (path === '/endless-chain') say(302, { location: `/endless-chain?${String(count)}` });
  else if (path === '/silent') return;
  else if (path === '/drip') response.socket?.write('HTTP/1.1 200 OK\r\nX-Slow: 1\r\n');
  else if (path === '/no-http') response.socket?.end('220 mail.example ESMTP\r\n\r\n');
  else if (path === '/cut') response.socket?.destroy();
  else if (path === '/endless-body') {
    response.writeHead(isHead ? 405 : 200);
    const more = (): void => {
      if (!response.destroyed && !isHead) response.write('x'.repeat(65_536), more);
    };
    if (isHead) response.end();
    else more();
  } else if (path === '/huge-headers') say(200, { 'x-huge': 'x'.repeat(100_000) });
  else say(200);
});

/** A clock that goes on as soon as somebody waits for it. */
function quickClock(): Clock & { readonly slept: number[] } {
  let now = 1_700_000_000_000;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: (ms, signal) => {
      signal.throwIfAborted();
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}

const settings = (given: Partial<LinkSettings> = {}): LinkSettings => ({
  ...{ concurrency: 8, timeout: 10_000, pause: 0, isPrivateAsked: true, signal: new AbortController().signal, clock: quickClock() },
  progress: () => undefined,
  ...given,
});
const check = async (paths: readonly string[], given: Partial<LinkSettings> = {}): Promise<LinkReport> =>
  checkLinks(
    paths.map((path) => ({ url: path.startsWith('http') ? path : `${server.base()}${path}`, used: [] })),
    new Map(),
    settings(given),
  );
const one = async (path: string, given: Partial<LinkSettings> = {}): Promise<LinkFound | undefined> =>
  (await check([path], given)).links[0];

beforeEach(() => {
  asks.clear();
  server.asked.length = 0;
});

describe('CL9 what became of an address', () => {
  test.each([
    ['/ok', 'ok', 200],
    ['/204', 'ok', 204],
    ['/404', 'broken', 404],
    ['/410', 'broken', 410],
    ['/401', 'refused', 401],
    ['/403', 'refused', 403],
    ['/406', 'refused', 406],
    ['/451', 'refused', 451],
    ['/500', 'unreachable', 500],
    ['/502', 'unreachable', 502],
    ['/moved', 'moved', 200],
    ['/moved-gone', 'broken', 404],
    ['/nowhere', 'unreachable', 301],
  ])('%s is %s', async (path, result, status) => {
    expect(await one(path)).toMatchObject({ url: `${server.base()}${path}`, result, status });
  });

  test('HEAD is tried first, and GET where HEAD is refused or says that there is nothing', async () => {
    await check(['/ok', '/no-head', '/bad-head', '/501'], { concurrency: 1 });
    expect(server.asked).toEqual(['HEAD /ok', 'HEAD /no-head', 'GET /no-head', 'HEAD /bad-head', 'GET /bad-head', 'HEAD /501', 'GET /501']);
    expect(await one('/bad-head')).toMatchObject({ result: 'ok' });
  });

  test('what has moved for good names the new address; a redirect for now is fine, and says where it leads', async () => {
    expect(await one('/moved-twice')).toMatchObject({ result: 'moved', to: `${server.base()}/ok` });
    expect(await one('/moved-for-now')).toMatchObject({ result: 'moved', to: `${server.base()}/for-now` });
    expect(await one('/for-now')).toMatchObject({ result: 'ok', to: `${server.base()}/ok` });
    expect(await one('/front')).toMatchObject({ result: 'moved', says: expect.stringContaining('front page') as string });
  });

  test.each([
    ['/script', 'leads to javascript:'],
    ['/file', 'leads to file:'],
    ['/login', 'leads to http:'],
    ['/broken-location', 'leads to http:'],
  ])('%s leads where no browser follows, and nobody goes there', async (path, says) => {
    expect(await one(path)).toMatchObject({ result: 'broken', says: expect.stringContaining(says) as string });
    expect(server.asked).toEqual([`HEAD ${path}`]);
  });

  test('redirects in a circle, and without end, come to an end', async () => {
    expect(await one('/circle')).toMatchObject({ result: 'unreachable', says: expect.stringContaining('circle') as string });
    expect(await one('/endless-chain')).toMatchObject({ result: 'unreachable', says: 'redirects more than 10 times' });
    expect(server.asked.length).toBeLessThan(20);
  });

  test('a server that never answers, or sends headers without end, is left after the time that it was given', async () => {
    for (const path of ['/silent', '/drip'])
      expect(await one(path, { timeout: 60 })).toMatchObject({ result: 'unreachable', says: 'no answer within 0.06 s' });
  });

  test('a cut connection is tried once more; what is no HTTP, or has 100 kB of headers, is out of reach', async () => {
    expect(await one('/cut')).toMatchObject({ result: 'unreachable', says: 'the connection was cut' });
    expect(server.asked).toEqual(['HEAD /cut', 'GET /cut']);
    expect(await one('/no-http')).toMatchObject({ result: 'unreachable', says: expect.stringContaining('no HTTP') as string });
    expect(await one('/huge-headers')).toMatchObject({ result: 'unreachable', says: 'the headers are larger than 64 kB' });
  });

  test('no TLS, no such name, nobody at the port', async () => {
    expect(await one(`https://127.0.0.1:${String(server.port())}/`)).toMatchObject({
      result: 'unreachable',
      says: expect.stringContaining('TLS') as string,
    });
    // A label has at most 63 letters: no server of names is asked for it
    expect(await one(`http://${'a'.repeat(64)}.example/`)).toMatchObject({
      result: 'unreachable',
      says: expect.stringContaining('DNS') as string,
    });
    expect(await one('http://127.0.0.1:9/')).toMatchObject({
      result: 'unreachable',
      says: expect.stringContaining('nothing answers') as string,
    });
  });

  test('bodies are not read: one without end is hung up on', async () => {
    expect(await one('/endless-body')).toMatchObject({ result: 'ok', status: 200 });
    await expect.poll(() => server.open()).toBe(0);
  });
});

describe('CL9 servers are asked politely', () => {
  test('a busy server is left alone for as long as it says, then asked again', async () => {
    const clock = quickClock();
    expect(await one('/busy', { clock })).toMatchObject({ result: 'ok' });
    expect(clock.slept).toEqual([7000, 7000]);
    expect(server.asked).toHaveLength(3);
  });

  test('the third time is the last; an hour is not waited for', async () => {
    expect(await one('/always-busy')).toMatchObject({ result: 'unreachable', status: 503 });
    expect(server.asked).toHaveLength(3);
    const clock = quickClock();
    expect(await one('/too-often', { clock })).toMatchObject({ result: 'refused', says: expect.stringContaining('3600') as string });
    expect(clock.slept).toEqual([]);
  });

  test('Retry-After is a number of seconds or a day; everything else says nothing', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    expect(pauseOf('120', now)).toBe(120_000);
    expect(pauseOf('Sun, 22 Nov 2026 12:00:30 GMT', now)).toBe(30_000);
    expect(pauseOf('Sun, 22 Nov 2026 11:00:00 GMT', now)).toBe(0);
    expect([pauseOf('soon', now), pauseOf(undefined, now), pauseOf('-5', now) ?? 0]).toEqual([undefined, undefined, 0]);
  });

  test('two at a time at one host, whatever the number of all; other hosts are not waited for', async () => {
    const hosts = new Hosts(quickClock(), 0, new AbortController().signal);
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const all = ['a 1', 'a 2', 'a 3', 'a 4', 'b 1'].map((name) =>
      hosts.inTurn(name.slice(0, 1), () => {
        begun.push(name);
        return new Promise<void>((end) => ends.set(name, end));
      }),
    );
    await expect.poll(() => begun).toEqual(['a 1', 'a 2', 'b 1']);
    ends.get('a 2')?.();
    await expect.poll(() => begun).toEqual(['a 1', 'a 2', 'b 1', 'a 3']);
    ends.get('a 1')?.();
    await expect.poll(() => begun.length).toBe(5);
    for (const end of ends.values()) end();
    await Promise.all(all);
  });

  test('between two beginnings at one host is a pause', async () => {
    const clock = quickClock();
    const report = await check(
      Array.from({ length: 12 }, (_, i) => `/204?${String(i)}`),
      { clock, pause: 300 },
    );
    expect(report.counts.ok).toBe(12);
    expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(11 * 300);
  });

  test('an address of a private network is not asked, by name or by number, unless that is wished', async () => {
    const given = { isPrivateAsked: false };
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '169.254.169.254', '[::ffff:10.0.0.1]', '2130706433'])
      expect(await one(`http://${host}:${String(server.port())}/`, given)).toMatchObject({
        result: 'unreachable',
        says: expect.stringContaining('private network') as string,
      });
    expect(server.asked).toEqual([]);
  });

  test('nothing is asked after the work was ended, and the answers so far are there', async () => {
    const stop = new AbortController();
    const known = new Map<string, LinkFound>();
    const reason = new Error('interrupted');
    const links = ['/ok', '/silent', '/204'].map((path) => ({ url: `${server.base()}${path}`, used: [] }));
    const clock: Clock = { ...quickClock(), sleep: () => Promise.resolve() };
    const progress = (): void => {
      stop.abort(reason);
    };
    await expect(checkLinks(links, known, settings({ concurrency: 1, signal: stop.signal, progress, clock }))).rejects.toBe(reason);
    expect([...known.keys()]).toEqual([`${server.base()}/ok`]);
    expect(server.asked).toEqual(['HEAD /ok']);
  });

  test('a request that is under way is ended with the work', async () => {
    const stop = new AbortController();
    const reason = new Error('interrupted');
    const asked = check(['/silent'], { signal: stop.signal });
    await expect.poll(() => server.asked.length).toBe(1);
    stop.abort(reason);
    await expect(asked).rejects.toBe(reason);
  });
});

describe('CL9 validate --links', () => {
  const here = folder();
  const parsed = parse(small);
  if (!parsed.ok) throw new Error('small.json is not valid');
  const { dataset } = parsed;
  const bare = dataset.standards.map((standard) => without(standard, 'url'));
  const withLinks = (paths: readonly string[]): string =>
    datasetText({
      ...dataset,
      sources: dataset.sources.map((source) => without(source, 'url')),
      sdos: dataset.sdos.map((sdo) => without(sdo, 'url')),
      committees: dataset.committees.map((committee) => without(committee, 'url')),
      facts: [],
      standards: bare.map((standard, at) => (paths[at] === undefined ? standard : { ...standard, url: `${server.base()}${paths[at]}` })),
    });
  const validate = (...args: readonly string[]) => run(here, ['validate', 'map.json', '--links', '--private', '--pause', '0', ...args]);
  const [first, second] = bare.map(({ id }) => id);

  test('each address is asked once, with all who use it; the broken ones come first', async () => {
    writeFileSync(join(here, 'map.json'), withLinks(['/404', '/404#part', '/ok', '/moved']));
    const { code, out, said } = await validate();
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 4)).toEqual([
      'map.json: a valid dataset',
      `broken      404  ${server.base()}/404 is not there; used by standards ${JSON.stringify(first)}, standards ${JSON.stringify(second)}`,
      expect.stringContaining(`moved       200  ${server.base()}/moved → ${server.base()}/ok; used by`) as string,
      'map.json: 3 addresses: 1 broken, 0 unreachable, 1 moved, 0 refused, 1 ok',
    ]);
    expect(said).toContain('3 addresses');
    expect(server.asked.filter((line) => line === 'HEAD /404')).toHaveLength(1);
  });

  test('refused and moved are no findings; moved is one when warnings count', async () => {
    writeFileSync(join(here, 'map.json'), withLinks(['/403', '/moved']));
    expect((await validate()).code).toBe(0);
    expect((await validate('--strict')).code).toBe(1);
  });

  test('--json has them all with the file', async () => {
    writeFileSync(join(here, 'map.json'), withLinks(['/403', '/ok']));
    const { out } = await validate('--json');
    const { links, ok } = JSON.parse(out) as { ok: boolean; links: LinkReport };
    expect(ok).toBe(true);
    expect(links.counts).toEqual({ broken: 0, unreachable: 0, moved: 0, refused: 1, ok: 1 });
    expect(links.links.map(({ url, result }) => [url, result])).toEqual([
      [`${server.base()}/403`, 'refused'],
      [`${server.base()}/ok`, 'ok'],
    ]);
  });

  test('--resume keeps the answers, and asks only what it has none for or what was out of reach', async () => {
    writeFileSync(join(here, 'map.json'), withLinks(['/ok', '/500']));
    await validate('--resume', 'links.jsonl');
    expect(readFileSync(join(here, 'links.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2);
    server.asked.length = 0;
    const { code, said } = await validate('--resume', 'links.jsonl');
    expect(server.asked).toEqual(['HEAD /500', 'GET /500']);
    expect(said).toContain('1 of them known');
    expect(code).toBe(1);
    expect((await validate('--resume', 'map.json')).code).toBe(2);
    expect(readFileSync(join(here, 'map.json'), 'utf8')).toBe(withLinks(['/ok', '/500']));
  });

  test('--resume keeps what is known when the work is ended before its time', async () => {
    writeFileSync(join(here, 'map.json'), withLinks(['/ok', '/silent']));
    const stop = new AbortController();
    const reason = new Error('interrupted');
    const progress = (task: string): void => {
      if (task.startsWith('asking')) stop.abort(reason);
    };
    const args = ['validate', 'map.json', '--links', '--private', '--pause', '0', '--concurrency', '1', '--resume', 'part.jsonl'];
    await expect(run(here, args, { signal: stop.signal, progress })).rejects.toBe(reason);
    expect(readFileSync(join(here, 'part.jsonl'), 'utf8')).toContain('/ok"');
  });

  test('--only asks one host and those below it; wrong numbers are told', async () => {
    const links = linksIn(
      {
        standards: ['http://iso.org/a', 'https://www.iso.org/b', 'https://notiso.org/c', 'ftp://iso.org/'].map((url, at) => ({
          id: `S${String(at)}`,
          url,
        })),
      },
      ['ISO.org'],
    );
    expect(links.map(({ url }) => url)).toEqual(['http://iso.org/a', 'https://www.iso.org/b']);
    for (const wrong of [
      ['--concurrency', '0'],
      ['--timeout', 'soon'],
      ['--pause', '-1'],
    ])
      expect(await validate(...wrong)).toMatchObject({ code: 2, out: '' });
  });

  test('a file with issues is not asked about', async () => {
    writeFileSync(join(here, 'map.json'), withLinks(['/ok']).replace('"version":1', '"version":7'));
    expect((await validate()).code).toBe(1);
    expect(server.asked).toEqual([]);
  });
});
