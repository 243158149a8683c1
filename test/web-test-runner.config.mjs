// Browser tests: every test/**/*.browser.ts in every browser of this machine at once.
// One file: npx wtr --config test/web-test-runner.config.mjs --files test/element/map.browser.ts; one browser: BROWSERS=chromium.
import { resolve } from 'node:path';
import { defaultReporter } from '@web/test-runner';
import { launchers } from '../tools/browsers.mjs';
import { freePort } from '../tools/free-port.mjs';
import { commandsPlugin } from '../tools/wtr-commands.mjs';
import { countsReporter } from '../tools/wtr-counts.mjs';
import { gatePlugin } from '../tools/wtr-gate.mjs';
import { hostsPlugin } from '../tools/wtr-hosts.mjs';
import { vitePlugin } from '../tools/wtr-vite-plugin.mjs';

export default {
  rootDir: resolve(import.meta.dirname, '..'),
  files: 'test/**/*.browser.ts',
  // never the port of an earlier run: a page that outlived it would ask this one for its files
  port: await freePort(),
  nodeResolve: false,
  staticLogging: !process.stdout.isTTY,
  plugins: [commandsPlugin(), hostsPlugin(), gatePlugin(), vitePlugin()],
  browsers: await launchers(),
  concurrentBrowsers: 3,
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: { config: { ui: 'bdd', timeout: 60_000, forbidOnly: Boolean(process.env.COUNTS) } },
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: Boolean(process.stdout.isTTY) }), countsReporter()],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
};
