import { lookup as resolveHost, type LookupAddress } from 'node:dns';
import { request as overHttp, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';

/** What a server says before any body: nothing of that is read. */
export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly retryAfter: string | undefined;
}

/** Why there is no answer. `isBrief`: asking again may help. */
export class NoAnswer extends Error {
  readonly isBrief: boolean;

  constructor(says: string, isBrief = false) {
    super(says);
    this.isBrief = isBrief;
  }
}

/** How a server is asked. */
export interface RequestSettings {
  /** Until the headers are all there, ms. */
  readonly timeout: number;
  /** Whether addresses of a private network are asked too. */
  readonly isPrivateAsked: boolean;
  readonly signal: AbortSignal;
}

/** What servers are told who asks. */
const AGENT = 'standards-map link check';
const MOST_HEADERS = 65_536;

/** Networks that nobody else can reach: a link into them is no use to a reader, and a check must not knock there for a stranger. @source IANA special-purpose registries */
const PRIVATE = new BlockList();
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
  ] as const),
  ...([
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');

const isPrivate = (address: string): boolean => PRIVATE.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** An error of our own kind, known by its code where it comes out of a socket. */
const inside = (host: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`leads into a private network (${host})`), { code: 'EPRIVATE' });

/** Looks names up as ever, and knows no address of a private network: also where a name means another address the second time. */
const publicOnly: LookupFunction = (host, options, done) => {
  resolveHost(host, { ...options, all: true }, (error, found: readonly LookupAddress[]) => {
    const open = error ? [] : found.filter(({ address }) => !isPrivate(address));
    const [first] = open;
    if (error) done(error, '');
    else if (!first) done(inside(host), '');
    else if (options.all === true) done(null, [...open]);
    else done(null, first.address, first.family);
  });
};

const SAYS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the name of the host is not known (DNS)',
  EAI_AGAIN: 'the name of the host could not be looked up now (DNS)',
  ECONNREFUSED: 'nothing answers there (connection refused)',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no way to the host',
  ETIMEDOUT: 'no connection came about',
  EPROTO: 'no secure connection: what answers there does not speak TLS',
  CERT_HAS_EXPIRED: 'the certificate has expired (TLS)',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is signed by nobody else (TLS)',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate is signed by nobody who is known (TLS)',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate is signed by nobody who is known (TLS)',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host (TLS)',
  HPE_HEADER_OVERFLOW: 'the headers are larger than 64 kB',
};
const BRIEF: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'EAI_AGAIN']);

/** An error of the network in words. @throws the error when it is none */
function noAnswer(error: unknown): NoAnswer {
  if (error instanceof NoAnswer) return error;
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  const { code, message } = error;
  if (code === 'EPRIVATE') return new NoAnswer(message);
  const said = Object.hasOwn(SAYS, code) ? SAYS[code] : undefined;
  if (said !== undefined) return new NoAnswer(said, BRIEF.has(code));
  if (code.startsWith('HPE_')) return new NoAnswer(`what comes back is no HTTP (${code})`);
  return new NoAnswer(/TLS|SSL|CERT/.test(code) ? `no secure connection (TLS: ${code})` : `no connection (${code})`);
}

function optionsOf(url: URL, method: string, { isPrivateAsked, signal }: RequestSettings): RequestOptions {
  const headers = { 'user-agent': AGENT, accept: '*/*', 'accept-language': 'en', connection: 'close' };
  return { method, agent: false, signal, maxHeaderSize: MOST_HEADERS, headers, ...(!isPrivateAsked && { lookup: publicOnly }) };
}

/**
 * Asks a server for the headers of an address, and hangs up.
 *
 * @throws NoAnswer when there is none; the reason of the signal when that is aborted
 */
export function ask(url: URL, method: 'HEAD' | 'GET', settings: RequestSettings): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    if (!settings.isPrivateAsked && isIP(host) !== 0 && isPrivate(host)) {
      reject(noAnswer(inside(host)));
      return;
    }
    const asked = (url.protocol === 'https:' ? overHttps : overHttp)(url, optionsOf(url, method, settings));
    const late = setTimeout(
      () => asked.destroy(new NoAnswer(`no answer within ${String(settings.timeout / 1000)} s`, true)),
      settings.timeout,
    );
    asked.once('response', (response) => {
      clearTimeout(late);
      const { statusCode = 0, headers } = response;
      resolve({ status: statusCode, location: headers.location, retryAfter: headers['retry-after'] });
      // The body, however long, stays where it is; what a hung-up connection says of it does not matter
      response.on('error', () => undefined);
      asked.destroy();
    });
    asked.on('error', (error: unknown) => {
      clearTimeout(late);
      if (settings.signal.aborted) reject(settings.signal.reason instanceof Error ? settings.signal.reason : new Error('interrupted'));
      else {
        try {
          reject(noAnswer(error));
        } catch (other) {
          reject(other instanceof Error ? other : new Error(String(other)));
        }
      }
    });
    asked.end();
  });
}
