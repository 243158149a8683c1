import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { anchors, codeBlocks, linkTargets, machinePaths, npmScripts } from './docs.js';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(resolve(root, path)));
const pages = tracked.filter((path) => path.endsWith('.md'));

/** Why the relative target of a link leads nowhere; undefined when it leads somewhere or is an address. */
function deadLink(page: string, target: string): string | undefined {
  if (/^[a-z][a-z+.-]*:/i.test(target)) return undefined;
  const [path = '', fragment] = target.split('#');
  const file = path === '' ? resolve(root, page) : resolve(root, dirname(page), decodeURIComponent(path));
  if (!existsSync(file)) return `${page}: ${target} does not exist`;
  if (fragment && file.endsWith('.md') && !anchors(readFileSync(file, 'utf8')).includes(fragment))
    return `${page}: ${target} has no such heading`;
  return undefined;
}

describe('the documents', () => {
  test('start with two commands: one to see it, one to test it', () => {
    expect(codeBlocks(read('README.md')).slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  });

  test('name only scripts that package.json has', () => {
    const texts = [...pages, '.ci/run'].map((path) => [path, read(path)] as const);
    const known = Object.keys(manifest.scripts);
    expect(texts.flatMap(([path, text]) => npmScripts(text).flatMap((name) => (known.includes(name) ? [] : [`${path}: ${name}`])))).toEqual(
      [],
    );
    expect(npmScripts(read('README.md'))).toContain('start');
  });

  test('have no relative link that leads nowhere', () => {
    expect(pages).toContain('README.md');
    expect(pages.flatMap((page) => linkTargets(read(page)).flatMap((target) => deadLink(page, target) ?? []))).toEqual([]);
  });
});

describe('the project', () => {
  test('has scripts whose files exist', () => {
    const files = Object.values(manifest.scripts).flatMap((script) => script.match(/\b(?:tools|src|test)\/[\w./-]+/g) ?? []);
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !existsSync(resolve(root, file)))).toEqual([]);
  });

  test('locks versions without saying from which registry', () => {
    const lock = read('package-lock.json');
    expect(lock.match(/"resolved"/g)).toBeNull();
    expect(lock.match(/https?:\/\/[^"]*\.tgz/g)).toBeNull();
  });

  test('names no folder of one machine', () => {
    const texts = tracked.filter((path) => !/\.(png|gz|xlsx|woff2)$/.test(path) && path !== 'test/docs.test.ts');
    expect(texts.flatMap((path) => machinePaths(read(path)).map((place) => `${path}: ${place}`))).toEqual([]);
  });
});

describe('the check itself', () => {
  test('reads code blocks, links, scripts and headings of a page', () => {
    const page = [
      '# The *map*: 2 parts',
      '```sh\nnpm ci && npm start\n```',
      'See [data](data/README.md#where "title"), ![picture](a.png), `[not](this)`, <img src="b.svg">, npm run data.',
      '[ref]: CHANGELOG.md',
    ].join('\n\n');
    expect(codeBlocks(page)).toEqual(['npm ci && npm start']);
    expect(linkTargets(page)).toEqual(['data/README.md#where', 'a.png', 'b.svg', 'CHANGELOG.md']);
    expect(npmScripts(page)).toEqual(['data', 'start']);
    expect(anchors(page)).toEqual(['the-map-2-parts']);
  });

  test('sees a link that leads nowhere', () => {
    expect(deadLink('data/x.md', 'gone.md')).toBe('data/x.md: gone.md does not exist');
    expect(deadLink('CONTRIBUTING.md', 'CONTRIBUTING.md#no-such-heading')).toBe(
      'CONTRIBUTING.md: CONTRIBUTING.md#no-such-heading has no such heading',
    );
    expect(deadLink('README.md', 'https://example.org/gone')).toBeUndefined();
    expect(deadLink('test/x.md', '../package.json')).toBeUndefined();
  });

  test('sees a folder of one machine, not the path of an address', () => {
    // put together here, so that this page names none itself
    const folder = ['', 'work', 'project', 'a.txt'].join('/');
    expect(machinePaths(`cat ${folder} and "/home/me/b"`)).toEqual([folder, '/home/me/b']);
    expect(machinePaths(`https://example.org${folder} /usr/lib/b ..${folder}`)).toEqual([]);
  });
});
