import type { LaunchOptions } from 'puppeteer-core';

/** How Chromium is launched: one of this machine, else the packaged one. */
export function chromiumOptions(): Promise<LaunchOptions>;
