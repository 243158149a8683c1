/** What browsers, workers and Node share beyond ECMAScript, as far as rooms without a DOM may use it; see tsconfig.pure.json. */

/** @source WHATWG URL Standard */
declare class URL {
  constructor(address: string, base?: string | URL);
  readonly hash: string;
  readonly host: string;
  readonly hostname: string;
  readonly href: string;
  readonly origin: string;
  readonly password: string;
  readonly pathname: string;
  readonly port: string;
  readonly protocol: string;
  readonly search: string;
  readonly username: string;
  static canParse(address: string, base?: string | URL): boolean;
}

/** @source High Resolution Time */
declare const performance: { now(): number };

/** @source WHATWG HTML, timers; the handle is a number in browsers and an object in Node */
declare function setTimeout(callback: () => void, ms: number): unknown;
declare function clearTimeout(timer: unknown): void;

/** @source WHATWG HTML, message channels */
declare class MessageChannel {
  readonly port1: MessagePort;
  readonly port2: MessagePort;
}
interface MessagePort {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

/** @source WHATWG HTML, base64 utility methods */
declare function atob(base64: string): string;

/** @source WebAssembly JavaScript Interface */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

/** @source WHATWG Encoding Standard; UTF-8 */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, bytes: Uint8Array): { readonly read: number; readonly written: number };
}
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}
