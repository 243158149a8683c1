// Launchers for @web/test-runner, made of whatever browsers this machine has.
import { ChromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { installedChromium, installedFirefox, installedWebKit, packagedChromium } from './find-browsers.mjs';
import { WebKitLauncher } from './webkit-launcher.mjs';

/** The browsers the tests know, by the names that BROWSERS takes. */
export const BROWSERS = ['chromium', 'firefox', 'webkit'];

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** ChromeLauncher 0.18 hands a used page to the next test file, with the media features, the mouse and the zoom it was left with. */
class FreshPageLauncher extends ChromeLauncher {
  async stopSession(id) {
    const result = await super.stopSession(id);
    await Promise.all(this.inactivePages.splice(0).map(({ puppeteerPage }) => puppeteerPage.close()));
    return result;
  }
}

const puppeteer = (options) =>
  new FreshPageLauncher(
    options,
    ({ browser }) => browser.defaultBrowserContext(),
    ({ context }) => context.newPage(),
    puppeteerCore,
    1, // a page in the background gets no focus
  );

/** Launch options of the installed Chromium, or of the packaged one where none is installed; for puppeteer too. */
export async function chromiumOptions() {
  const installed = installedChromium();
  const executablePath = installed ?? (await packagedChromium());
  if (!executablePath) return undefined;
  const unsandboxed = !installed || process.getuid?.() === 0 || Boolean(process.env.CI);
  return {
    browser: 'chrome',
    executablePath,
    headless: installed ? true : 'shell',
    args: unsandboxed ? ['--no-sandbox', '--disable-setuid-sandbox', ...QUIET] : QUIET,
    packaged: !installed,
  };
}

const firefoxOptions = () => {
  const executablePath = installedFirefox();
  return executablePath && { browser: 'firefox', executablePath, headless: true, extraPrefsFirefox: { 'webgl.force-enabled': true } };
};

/** The browsers that BROWSERS asks for, or undefined when it asks for none in particular. */
export function wanted(environment = process.env) {
  if (!environment.BROWSERS) return undefined;
  const names = environment.BROWSERS.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !BROWSERS.includes(name));
  if (unknown.length > 0) throw new Error(`BROWSERS: ${unknown.join(', ')} is not one of ${BROWSERS.join(', ')}`);
  return names;
}

/**
 * One launcher per browser found, in the order of `BROWSERS`; names on the console those not found.
 *
 * @throws Error when the environment's BROWSERS asks for one that is not here, or when there is none at all
 */
export async function launchers() {
  const asked = wanted();
  const makers = {
    chromium: async () => {
      const options = await chromiumOptions();
      return options && puppeteer(options);
    },
    firefox: () => {
      const options = firefoxOptions();
      return options && puppeteer(options);
    },
    webkit: () => {
      const found = installedWebKit();
      return found && new WebKitLauncher(found);
    },
  };
  const names = asked ?? BROWSERS;
  const made = await Promise.all(names.map((name) => makers[name]()));
  const missing = names.filter((_, index) => !made[index]);
  if (asked && missing.length > 0) throw new Error(`BROWSERS asks for ${missing.join(', ')}, not found on this machine`);
  if (missing.length > 0) console.warn(`Browser tests: not found on this machine: ${missing.join(', ')}`);
  // puppeteer-core 24 closes its browser on SIGTERM and lives on; an exit ends every browser
  process.once('SIGTERM', () => process.exit(143));
  const found = made.filter(Boolean);
  if (found.length === 0) throw new Error('Browser tests: no browser found; install one or set CHROME_PATH or FIREFOX_PATH');
  return found;
}
