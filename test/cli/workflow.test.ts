import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Dataset } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import { installInto, shell as shellOf } from './installed.js';
import { folder } from './io.js';

const root = resolve(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'data/workflow/README.md'), 'utf8');
const here = folder();
const map = join(here, 'my-map');

/** The fenced blocks of one language in the guide. */
const blocks = (language: string): readonly string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, block = '']) => block);

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}
const workflow = parseYaml(readFileSync(join(root, 'data/workflow/map.yml'), 'utf8')) as Workflow;

/** What a job runs, by the names of its steps. */
const scriptOf = (job: string, step: string): string => {
  const script = workflow.jobs[job]?.steps.find(({ name }) => name === step)?.run;
  if (script === undefined) throw new Error(`map.yml: job ${job} has no step “${step}” that runs something`);
  return script;
};

/** What the scripts find beside the package: a name for commits, and where a job leaves its summary. */
const shell = (cwd: string, script: string): string =>
  shellOf(cwd, script, map, { GIT_CONFIG_GLOBAL: join(here, 'gitconfig'), GITHUB_STEP_SUMMARY: join(here, 'summary.md') });

const read = (file: string): Dataset => {
  const parsed = parse(readFileSync(join(map, file), 'utf8'), { name: file });
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join('\n'));
  return parsed.dataset;
};

// Dozens of processes: a busy machine takes a minute for what takes seconds otherwise
describe('WF1 a map without a server, by the guide and its jobs', { timeout: 600_000 }, () => {
  const scripts = blocks('sh');

  beforeAll(() => {
    writeFileSync(join(here, 'gitconfig'), '[user]\n  name = Keeper\n  email = keeper@example.org\n');
    // What `npm install standards-map` leaves, without a network
    const [install = ''] = scripts;
    expect(install.trim().split('\n').at(-1)).toBe('npm init --yes && npm install standards-map');
    shell(here, install.replace(' && npm install standards-map', ''));
    installInto(map);
  });

  test('every command of the guide runs, one after the other, from an empty folder to an edition and its report', () => {
    const [, setUp = '', template = '', takeIn = '', edition = '', site = '', report = '', ...more] = scripts;
    expect(more).toEqual([]);
    shell(map, setUp);
    // What is pushed first has no submission yet, and its jobs are fine: all that they need is in the repository
    const pushed = join(here, 'pushed');
    shell(here, 'git clone -q my-map pushed && ln -s ../my-map/node_modules pushed/node_modules');
    for (const step of ['Validate what was sent', 'Make the edition', 'Say what changes']) shell(pushed, scriptOf('edition', step));
    expect(readFileSync(join(pushed, 'build/map.json'), 'utf8')).toBe(readFileSync(join(map, 'map.json'), 'utf8'));
    shell(map, template);
    expect(readFileSync(join(map, 'contact-table.xlsx')).subarray(0, 2).toString()).toBe('PK');
    writeFileSync(join(map, 'contact-table.csv'), blocks('csv')[0] ?? '');
    shell(map, takeIn);
    const said = shell(map, edition);
    expect(said).toContain('ISO 99999');
    expect(said).toContain('ISO 37122');
    shell(map, site);
    expect(existsSync(join(map, 'site/map.json'))).toBe(true);
    shell(map, report);
    expect(readFileSync(join(map, 'build/liaison-pack.docx')).subarray(0, 2).toString()).toBe('PK');

    const [before, after] = [read('map.json'), read('build/map.json')];
    expect(after.standards).toHaveLength(before.standards.length + 1);
    expect(after.standards.find(({ id }) => id === 'ISO 37122')?.status).toBe('under-revision');
    expect(after.submissions?.map(({ body, by, date, liaison }) => ({ body, by, date, liaison }))).toEqual([
      { body: 'iso', by: 'contact person of ISO', date: '2026-11-20', liaison: 'ISO/TC 268 N 1234' },
    ]);
    const places = new Map(after.standards.map(({ id, xy }) => [id, String(xy)]));
    expect(before.standards.filter(({ id, xy }) => places.get(id) !== String(xy))).toEqual([]);
  });

  test('the job of a pull request makes the same edition, and its summary says what changes', () => {
    const byHand = readFileSync(join(map, 'build/map.json'), 'utf8');
    for (const step of ['Validate what was sent', 'Make the edition', 'Say what changes']) shell(map, scriptOf('edition', step));
    expect(readFileSync(join(map, 'build/map.json'), 'utf8')).toBe(byHand);
    const summary = readFileSync(join(here, 'summary.md'), 'utf8');
    expect(summary).toContain('ISO 99999');
    expect(summary).toContain('ISO 37122');
  });

  test('the job of the main branch publishes a page with the edition, which the next one is held against', () => {
    shell(map, scriptOf('publish', 'Publish the edition'));
    for (const file of ['index.html', 'map.json', 'standards-map.min.js']) expect(existsSync(join(map, 'site', file))).toBe(true);
    const page = readFileSync(join(map, 'site/index.html'), 'utf8');
    for (const [, target = ''] of page.matchAll(/\b(?:src|href)="(?!data:)([^"]+)"/g))
      expect(existsSync(join(map, 'site', target))).toBe(true);
    shell(
      map,
      scriptOf('publish', 'Keep it as the edition that the next one is held against').replace('git push', 'git log -1 --format=%s'),
    );
    shell(map, scriptOf('edition', 'Make the edition'));
    expect(shell(map, 'npx standards-map diff map.json build/map.json --json')).toContain('{');
    expect(readFileSync(join(map, 'build/map.json'), 'utf8')).toBe(readFileSync(join(map, 'map.json'), 'utf8'));
  });

  test('a submission that cannot be used fails its job and leaves the edition as it was', () => {
    const before = readFileSync(join(map, 'map.json'), 'utf8');
    writeFileSync(join(map, 'sources/submissions/bad.json'), '{"format":"standards-map-submission","version":1,"id":"x"}');
    expect(() => shell(map, scriptOf('edition', 'Validate what was sent'))).toThrow();
    expect(() => shell(map, scriptOf('edition', 'Make the edition'))).toThrow();
    expect(existsSync(join(map, 'build/map.json'))).toBe(false);
    expect(readFileSync(join(map, 'map.json'), 'utf8')).toBe(before);
  });

  test('whatever the jobs run beside the commands above is an installation, a push or a comment', () => {
    const tested = ['Validate what was sent', 'Make the edition', 'Say what changes', 'Publish the edition'];
    const others = Object.values(workflow.jobs).flatMap(({ steps }) =>
      steps.filter(({ name = '', run }) => run !== undefined && !tested.includes(name)),
    );
    expect(others.map(({ run = '' }) => run.trim().split('\n')[0]?.split(' ').slice(0, 3).join(' ')).sort()).toEqual([
      'gh pr comment',
      'git config user.name',
      'npm ci --ignore-scripts',
      'npm ci --ignore-scripts',
    ]);
  });
});
