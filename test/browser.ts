import { executeServerCommand } from '@web/test-runner-commands';

/** WebKit refuses more than 100 changes of a page's history in 10 s, and those of tests count too. @source WebKit, History.cpp */
const SPAN_MS = 10_000;
/** Changes that a test may find behind it when it begins; its own come on top. */
const ENOUGH = 40;
const isWebKit = navigator.userAgent.includes('AppleWebKit') && !navigator.userAgent.includes('Chrome');
const changes: number[] = [];
for (const name of ['pushState', 'replaceState'] as const) {
  const { value: change } = Object.getOwnPropertyDescriptor(History.prototype, name) as TypedPropertyDescriptor<History['pushState']>;
  History.prototype[name] = function (this: History, ...given) {
    changes.push(performance.now());
    change?.apply(this, given);
  };
}

if (isWebKit)
  beforeEach(async () => {
    const many = (): boolean => changes.filter((at) => at > performance.now() - SPAN_MS).length > ENOUGH;
    while (many()) await new Promise((done) => setTimeout(done, 250));
  });

/** What tests ask of the browser they run in; carried out by tools/wtr-commands.mjs. Sizes in CSS px. */

/**
 * Sends one command of the Chrome DevTools Protocol, for example `Accessibility.getFullAXTree`.
 *
 * @returns its result, or undefined in Firefox and WebKit, which have no such protocol
 */
export async function cdp<Result>(method: string, parameters: object = {}): Promise<Result | undefined> {
  const answer = await executeServerCommand<{ result: Result } | false, object>('sm:cdp', { method, parameters });
  return answer === false ? undefined : answer.result;
}

/**
 * Emulates media features, such as `{ 'prefers-reduced-motion': 'reduce', 'forced-colors': 'active' }`; `{}` ends it.
 *
 * @returns whether the browser can do it: Chromium only
 */
export async function mediaFeatures(features: Readonly<Record<string, string>>): Promise<boolean> {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  return (await cdp<object>('Emulation.setEmulatedMedia', { features: list })) !== undefined;
}

/**
 * Makes the page `width` × `height`; every test file starts at 800 × 600.
 *
 * @returns whether it has that size now: WebKitGTK's window gets no narrower than about 450 px
 */
export async function viewport(width: number, height: number): Promise<boolean> {
  return executeServerCommand<boolean, object>('sm:viewport', { width, height });
}

/** Waits until the page has been drawn once more. */
export async function drawn(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}

/**
 * Turns the wheel over a point of the page; a positive `deltaY` scrolls down.
 *
 * WebKitGTK 2.50 asks the last drawn frame whether anybody listens to the wheel, so one is drawn first.
 */
export async function wheel(x: number, y: number, deltaY: number, deltaX = 0): Promise<void> {
  await drawn();
  await executeServerCommand('sm:wheel', { x, y, deltaX, deltaY });
}

/**
 * Takes a picture of the page.
 *
 * @param name also writes `.cache/screenshots/<name>-<browser>.png` when given
 * @returns the PNG
 */
export async function screenshot(name?: string): Promise<Blob> {
  const base64 = await executeServerCommand<string, object>('sm:screenshot', { name });
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}
