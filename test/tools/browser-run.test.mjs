import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installedChromium, installedFirefox, installedWebKit } from '../../tools/find-browsers.mjs';
import { wanted } from '../../tools/browsers.mjs';

const root = resolve(import.meta.dirname, '../..');
const wtr = resolve(root, 'node_modules/@web/test-runner/dist/bin.js');

describe('browser tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'browser-run-'));
  const file = join(folder, 'counts.json');
  let status;
  let browsers;
  beforeAll(() => {
    const run = spawnSync(process.execPath, [wtr, '--config', 'test/web-test-runner.config.mjs', '--files', 'test/fixtures/browser/*.ts'], {
      cwd: root,
      env: { ...process.env, COUNTS: file },
      encoding: 'utf8',
    });
    ({ status } = run);
    browsers = JSON.parse(readFileSync(file, 'utf8'));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('run in every browser of this machine', () => {
    const here = { Chromium: installedChromium(), Firefox: installedFirefox(), WebKit: installedWebKit() };
    const names = browsers.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual(expect.arrayContaining(Object.keys(here).filter((name) => !wanted() && here[name])));
  });

  test('fail the run when one fails, in every browser', () => {
    expect(status).not.toBe(0);
    for (const { passed, failed } of browsers) expect({ passed, failed }).toEqual({ passed: 2, failed: 3 });
  });

  test('name the file that holds no test and the file that breaks down', () => {
    for (const { remarks } of browsers) {
      expect(remarks).toHaveLength(2);
      expect(remarks.map((remark) => remark.split(':')[0])).toEqual(
        expect.arrayContaining(['test/fixtures/browser/broken.ts', 'test/fixtures/browser/empty.ts']),
      );
    }
  });
});

describe('BROWSERS', () => {
  test('names the browsers that must be here', () => {
    expect(wanted({ BROWSERS: 'chromium, firefox' })).toEqual(['chromium', 'firefox']);
    expect(wanted({})).toBeUndefined();
    expect(() => wanted({ BROWSERS: 'netscape' })).toThrow('BROWSERS: netscape is not one of chromium, firefox, webkit');
  });

  test('makes one that is not here an error', () => {
    const run = spawnSync(process.execPath, [wtr, '--config', 'test/web-test-runner.config.mjs'], {
      cwd: root,
      env: { ...process.env, BROWSERS: 'webkit', PATH: '' },
      encoding: 'utf8',
    });
    expect(run.status).not.toBe(0);
    expect(run.stdout + run.stderr).toContain('BROWSERS asks for webkit, not found on this machine');
  });

  test('a path that names no browser is an error, not another browser', () => {
    expect(() => installedChromium({ CHROME_PATH: '/nowhere/chromium', PATH: '' })).toThrow('CHROME_PATH names /nowhere/chromium');
    expect(installedChromium({ CHROME_PATH: process.execPath })).toBe(process.execPath);
    expect(installedFirefox({ FIREFOX_PATH: process.execPath })).toBe(process.execPath);
    expect(installedWebKit({ PATH: '' })).toBeUndefined();
  });
});
