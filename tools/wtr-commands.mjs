// Commands that browser tests send to the runner, beyond those of @web/test-runner-commands. Typed for tests in test/browser.ts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';

const SCREENSHOTS = resolve(import.meta.dirname, '../.cache/screenshots');

/** Media features, network conditions and the accessibility tree are only in Chromium's own protocol. */
const isChromium = ({ browser }) => browser.name === 'Chrome' || browser.name === 'Chromium';

const commands = {
  /** `false` where the browser has no such protocol; else `{ result }`. */
  async 'sm:cdp'({ method, parameters }, session, clients) {
    if (!isChromium(session)) return false;
    let client = clients.get(session.id);
    if (!client) {
      client = await session.browser.getPage(session.id).createCDPSession();
      clients.set(session.id, client);
    }
    return { result: (await client.send(method, parameters)) ?? null };
  },

  async 'sm:viewport'(size, { browser, id }) {
    if (browser.type !== 'puppeteer') return browser.setViewport(size);
    await browser.getPage(id).setViewport(size);
    return true;
  },

  async 'sm:wheel'({ x, y, deltaX = 0, deltaY = 0 }, { browser, id }) {
    if (browser.type === 'puppeteer') {
      const { mouse } = browser.getPage(id);
      await mouse.move(x, y);
      await mouse.wheel({ deltaX, deltaY });
    } else await browser.sendWheel({ x, y, deltaX, deltaY });
    return true;
  },

  /** The PNG in base64; also a file `.cache/screenshots/<name>-<browser>.png` when a name is given. */
  async 'sm:screenshot'({ name }, { browser, id }) {
    const image = browser.type === 'puppeteer' ? await browser.getPage(id).screenshot() : await browser.takeScreenshot();
    const png = Buffer.from(image);
    if (name) {
      mkdirSync(SCREENSHOTS, { recursive: true });
      writeFileSync(resolve(SCREENSHOTS, `${basename(name)}-${browser.name.toLowerCase()}.png`), png);
    }
    return png.toString('base64');
  },
};

/** @returns a plugin of @web/test-runner */
export function commandsPlugin() {
  const clients = new Map();
  return {
    name: 'standards-map-commands',
    executeCommand: ({ command, payload, session }) =>
      command in commands ? commands[command](payload ?? {}, session, clients) : undefined,
  };
}
