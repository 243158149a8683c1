// Finds the browsers of this machine; downloads nothing.
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** Where the packaged Chromium is unpacked: a folder of the project, so that no other user of the machine can put a file there first. */
const UNPACKED = resolve(import.meta.dirname, '../.cache/chromium');

/** The first of these programs that is on the PATH, or undefined. */
export function onPath(names, environment = process.env) {
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  const suffixes = process.platform === 'win32' ? ['.exe', ''] : [''];
  return names
    .flatMap((name) => folders.flatMap((folder) => suffixes.map((suffix) => join(folder, name + suffix))))
    .find((file) => existsSync(file));
}

const firstFile = (files) => files.find((file) => Boolean(file) && existsSync(file));

const named = (variable, environment) => {
  const file = environment[variable];
  if (file && !existsSync(file)) throw new Error(`${variable} names ${file}, which does not exist`);
  return file || undefined;
};

/** An installed Chromium, Chrome or Edge: CHROME_PATH, then the PATH, then the usual places of macOS and Windows. */
export function installedChromium(environment = process.env) {
  const programs = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chromium-headless-shell', 'microsoft-edge'];
  return (
    named('CHROME_PATH', environment) ??
    onPath(programs, environment) ??
    firstFile([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:/Program Files/Google/Chrome/Application/chrome.exe',
      'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
    ])
  );
}

/** An installed Firefox: FIREFOX_PATH, then the PATH, then the usual places of macOS and Windows. */
export function installedFirefox(environment = process.env) {
  return (
    named('FIREFOX_PATH', environment) ??
    onPath(['firefox', 'firefox-esr'], environment) ??
    firstFile(['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:/Program Files/Mozilla Firefox/firefox.exe'])
  );
}

/** WebKitGTK's driver and browser, when both are here and there is a display or an Xvfb to make one. */
export function installedWebKit(environment = process.env) {
  const driver = onPath(['WebKitWebDriver'], environment);
  const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib'];
  const browser = firstFile(
    folders.flatMap((folder) => ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((name) => `${folder}/${name}/MiniBrowser`)),
  );
  const xvfb = onPath(['Xvfb'], environment);
  return driver && browser && (environment.DISPLAY || xvfb) ? { driver, browser, xvfb } : undefined;
}

/**
 * The headless Chromium inside the development dependency @sparticuz/chromium, unpacked once: Linux on x64 only.
 *
 * Version 147 unpacks to `os.tmpdir()` and brings its own libraries only where it believes to be in Amazon's Lambda;
 * both are said to it through the environment while it loads.
 */
export async function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  mkdirSync(UNPACKED, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = UNPACKED;
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
