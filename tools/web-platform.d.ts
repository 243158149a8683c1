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
