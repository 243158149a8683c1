// A launcher of @web/test-runner for WebKitGTK through its own WebDriver, with an Xvfb of its own where there is no display.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.mjs';

const BUTTONS = { left: 0, middle: 1, right: 2 };
/** Names of keys as the commands of @web/test-runner send them, to the code points of WebDriver. @source W3C WebDriver 2, 17.4.2 */
const KEYS = {
  ...{ Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C' },
  ...{ Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', Delete: '\uE017', Meta: '\uE03D' },
  ...{ ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015' },
};

/** One window, one test file at a time. */
export class WebKitLauncher {
  name = 'WebKit';
  type = 'webdriver';
  concurrency = 1;
  #found;
  #capabilities;
  #children = [];
  #base = '';
  #starting;
  #active;
  #url = '';
  #end;

  /** @param capabilities what is asked of WebDriver besides, such as a proxy */
  constructor(found, capabilities = {}) {
    this.#found = found;
    this.#capabilities = capabilities;
    process.once('exit', () => this.#kill());
  }

  async initialize() {}

  async startSession(id, url) {
    this.#starting ??= this.#start();
    await this.#starting;
    this.#active = id;
    this.#url = url;
    if (!(await this.setViewport({ width: 800, height: 600 }))) throw new Error('WebKit: the page did not become 800 × 600');
    await this.call('POST', '/url', { url });
  }

  async stopSession() {
    this.#active = undefined;
    // a driver and a browser of its own for every file: what one file leaves behind, a crash too, meets no other
    await this.call('DELETE', '');
    this.#kill();
    this.#starting = undefined;
    return {};
  }

  isActive(id) {
    return this.#active === id;
  }

  getBrowserUrl() {
    return this.#url;
  }

  startDebugSession() {
    throw new Error('WebKitGTK has no debug session here; debug in Chromium or Firefox');
  }

  async stop() {
    if (this.#base.includes('/session/'))
      await this.call('DELETE', '').catch((error) => console.warn(`WebKit did not close: ${error.message}`));
    this.#kill();
  }

  /** One WebDriver command of this session. */
  async call(method, path, body = {}) {
    const answer = await fetch(this.#base + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
    }).catch((error) => {
      throw new Error(`WebKit: ${method} ${path}: ${this.#end ?? error.message}`);
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebKit: ${method} ${path}: ${value?.message || value?.error || answer.status}`);
    return value;
  }

  /**
   * Makes the page itself this large: the window has bars of its own, which keep it from getting narrower than about 450 px.
   *
   * @returns whether the page has that size now
   */
  async setViewport({ width, height }) {
    for (let round = 0; round < 10; round++) {
      const [innerWidth, innerHeight] = await this.call('POST', '/execute/sync', { script: 'return [innerWidth, innerHeight]', args: [] });
      if (innerWidth === width && innerHeight === height) return true;
      const window = await this.call('GET', '/window/rect');
      await this.call('POST', '/window/rect', { width: window.width + width - innerWidth, height: window.height + height - innerHeight });
      await pause(50);
    }
    return false;
  }

  async sendKeys(_id, keys) {
    const strokes = (typeof keys === 'string' ? [...keys] : keys).flatMap((key) => (key in KEYS ? [KEYS[key]] : [...key]));
    await this.#actions({
      type: 'key',
      id: 'keyboard',
      actions: strokes.flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))),
    });
  }

  async sendMouseMove(_id, x, y) {
    await this.#mouse({ type: 'pointerMove', x, y, duration: 0 });
  }

  async sendMouseClick(_id, x, y, button = 'left') {
    const press = { button: BUTTONS[button] };
    await this.#mouse({ type: 'pointerMove', x, y, duration: 0 }, { type: 'pointerDown', ...press }, { type: 'pointerUp', ...press });
  }

  async sendMouseDown(_id, button = 'left') {
    await this.#mouse({ type: 'pointerDown', button: BUTTONS[button] });
  }

  async sendMouseUp(_id, button = 'left') {
    await this.#mouse({ type: 'pointerUp', button: BUTTONS[button] });
  }

  async resetMouse() {
    await this.call('DELETE', '/actions');
  }

  async sendWheel({ x, y, deltaX, deltaY }) {
    await this.#actions({
      type: 'wheel',
      id: 'wheel',
      actions: [{ type: 'scroll', x, y, deltaX, deltaY, duration: 0, origin: 'viewport' }],
    });
  }

  async takeScreenshot() {
    return Buffer.from(await this.call('GET', '/screenshot'), 'base64');
  }

  #actions(source) {
    return this.call('POST', '/actions', { actions: [source] });
  }

  #mouse(...actions) {
    return this.#actions({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  async #start() {
    const env = { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', NO_AT_BRIDGE: '1' };
    env.DISPLAY ||= await this.#display();
    const port = await freePort();
    this.#base = `http://127.0.0.1:${port}`;
    const driver = spawn(this.#found.driver, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore', detached: true });
    driver.once('exit', (code, signal) => (this.#end = `WebKitWebDriver ended with ${signal ?? code}`));
    this.#children.push(driver);
    await this.#answers();
    const { browser } = this.#found;
    const options = { ...this.#capabilities, 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
    const { sessionId, capabilities } = await this.call('POST', '/session', { capabilities: { alwaysMatch: options } });
    this.#base += `/session/${sessionId}`;
    this.version = capabilities.browserVersion;
  }

  /** Waits until the driver listens: it says so nowhere else. */
  async #answers() {
    const end = Date.now() + 20_000;
    for (;;) {
      try {
        return await this.call('GET', '/status');
      } catch (error) {
        if (Date.now() > end) throw error;
        await pause(100);
      }
    }
  }

  #display() {
    const { xvfb } = this.#found;
    const screen = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
    const child = spawn(xvfb, screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true });
    this.#children.push(child);
    return new Promise((done, fail) => {
      child.once('error', fail);
      child.once('exit', (code) => fail(new Error(`Xvfb ended with ${code} before it had a display`)));
      child.stdio[3].once('data', (number) => done(`:${String(number).trim()}`));
    });
  }

  /** Ends the driver with the browser it started, and the display. Both lead a process group of their own. */
  #kill() {
    for (const { pid, exitCode } of this.#children.splice(0)) {
      if (pid === undefined || exitCode !== null) continue;
      try {
        process.kill(-pid);
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    }
  }
}
