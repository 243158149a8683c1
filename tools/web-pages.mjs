// Opens pages in the browsers of this machine for tests that are about more than one page of a test runner: files on a disk, other hosts, a network
// that is cut. The network goes through a proxy that refuses everything and notes what it was asked for.
import { createServer } from 'node:net';
import { launch } from 'puppeteer-core';
import { chromiumOptions, wanted } from './browsers.mjs';
import { installedFirefox, installedWebKit } from './find-browsers.mjs';
import { WebKitLauncher } from './webkit-launcher.mjs';

/** A proxy on this machine that lets nothing through. `asked`: the first line of each request. */
export async function refusingProxy() {
  const asked = [];
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (data) => {
      asked.push(data.toString('latin1').split('\r\n', 1)[0]);
      socket.destroy();
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { asked, port: server.address().port, close: () => new Promise((done) => server.close(done)) };
}

/** What a browser does on its own is none of a page's requests, and is left out where it can be. */
const firefoxPreferences = (port, folder) => ({
  'network.proxy.type': 1,
  ...Object.fromEntries(
    ['http', 'ssl'].flatMap((name) => [
      [`network.proxy.${name}`, '127.0.0.1'],
      [`network.proxy.${name}_port`, port],
    ]),
  ),
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
  'browser.download.folderList': 2,
  'browser.download.dir': folder,
  'browser.download.useDownloadDir': true,
  'browser.download.always_ask_before_handling_new_types': false,
});

/**
 * The browsers that puppeteer drives here, as functions that start one whose network leads to `port` and whose downloads go to `folder`.
 *
 * @returns {Promise<readonly { name: string, open: (port: number, folder: string) => Promise<import('puppeteer-core').Browser> }[]>}
 * @throws Error when BROWSERS asks for one that is not here, or when there is none at all
 */
export async function cutOffBrowsers() {
  const asked = wanted();
  const isWanted = (name) => asked === undefined || asked.includes(name);
  const chromium = isWanted('chromium') ? await chromiumOptions() : undefined;
  const firefox = isWanted('firefox') ? installedFirefox() : undefined;
  const found = [
    chromium && {
      name: 'chromium',
      open: async (port, folder) => {
        const args = [...chromium.args, `--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'];
        const browser = await launch({ ...chromium, args });
        const session = await browser.target().createCDPSession();
        await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
        return browser;
      },
    },
    firefox && {
      name: 'firefox',
      open: (port, folder) =>
        launch({ browser: 'firefox', executablePath: firefox, headless: true, extraPrefsFirefox: firefoxPreferences(port, folder) }),
    },
  ].filter(Boolean);
  if (found.length === 0) throw new Error('no browser found that puppeteer drives; install one or set CHROME_PATH or FIREFOX_PATH');
  return found;
}

/** Somebody in WebKit, as far as its driver reaches: pages are opened, scripts run in them, keys pressed. */
class Visitor {
  #driver;

  constructor(driver) {
    this.#driver = driver;
  }

  open(url) {
    return this.#driver.startSession('visit', url);
  }

  /** What the body of a function answers: `done` is called with it. */
  ask(body) {
    return this.#driver.call('POST', '/execute/async', { script: `const done = arguments[arguments.length - 1]; ${body}`, args: [] });
  }

  press(key) {
    return this.#driver.sendKeys('visit', [key]);
  }

  close() {
    return this.#driver.stop();
  }
}

/**
 * WebKit, where its driver is here, as a function that starts one whose network leads to `port`. Empty where it is not here or not asked for.
 *
 * @returns {readonly { name: string, start: (port: number) => Visitor }[]}
 */
export function cutOffWebKit() {
  const asked = wanted();
  const found = asked === undefined || asked.includes('webkit') ? installedWebKit() : undefined;
  if (!found) return [];
  const start = (port) => {
    const proxy = { proxyType: 'manual', httpProxy: `127.0.0.1:${port}`, sslProxy: `127.0.0.1:${port}` };
    return new Visitor(new WebKitLauncher(found, { proxy }));
  };
  return [{ name: 'webkit', start }];
}
