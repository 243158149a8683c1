import type { Browser } from 'puppeteer-core';

/** A proxy on this machine that lets nothing through. */
export declare function refusingProxy(): Promise<{
  /** The first line of each request: `CONNECT example.org:443 HTTP/1.1`. */
  readonly asked: readonly string[];
  readonly port: number;
  readonly close: () => Promise<void>;
}>;

/** The browsers that puppeteer drives here, as functions that start one whose network leads to `port` and whose downloads go to `folder`. */
export declare function cutOffBrowsers(): Promise<
  readonly { readonly name: string; readonly open: (port: number, folder: string) => Promise<Browser> }[]
>;

/** Somebody in WebKit, as far as its driver reaches. */
export interface Visitor {
  open(url: string): Promise<void>;
  /** What the body of a function answers: `done` is called with it. */
  ask(body: string): Promise<unknown>;
  press(key: string): Promise<void>;
  close(): Promise<void>;
}
/** WebKit, where its driver is here: starts one whose network leads to `port`. */
export function cutOffWebKit(): readonly { readonly name: string; readonly start: (port: number) => Visitor }[];
