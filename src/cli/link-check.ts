import type { Hosts } from './link-hosts.js';
import { ask, NoAnswer, type Answer, type RequestSettings } from './link-request.js';

/**
 * What became of an address. `broken`: the server says that there is nothing (404, 410), or sends the reader where no browser goes. `unreachable`:
 * there is no answer, or none that helps. `refused`: the server does not serve robots, which says nothing of readers. `moved`: it answers
 * elsewhere, for good.
 */
export const LINK_RESULTS = ['broken', 'unreachable', 'moved', 'refused', 'ok'] as const;
export type LinkResult = (typeof LINK_RESULTS)[number];

/** What was found out about one address. */
export interface LinkFound {
  readonly url: string;
  readonly result: LinkResult;
  /** The last status of a server; absent where none answered. */
  readonly status?: number;
  /** Of what has moved: the new address. Of others: where temporary redirects lead. */
  readonly to?: string;
  /** What a reader should know beside the result. */
  readonly says?: string;
}

/** How addresses are checked. */
export interface CheckSettings extends RequestSettings {
  readonly hosts: Hosts;
}

const MOST_REDIRECTS = 10;
const MOST_TRIES = 3;
/** The first pause before asking again, ms; each further one is twice as long. */
const PAUSE = 1000;
/** Longest pause that a server is granted, ms. */
const LONGEST_PAUSE = 60_000;
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const BUSY: ReadonlySet<number> = new Set([429, 503]);
const GONE: ReadonlySet<number> = new Set([404, 410]);

/** How long a server wants to be left alone, ms; undefined where it does not say. @source RFC 9110, 10.2.3 */
export function pauseOf(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined;
  if (/^\d{1,9}$/.test(retryAfter.trim())) return 1000 * Number(retryAfter);
  const day = Date.parse(retryAfter);
  return Number.isNaN(day) ? undefined : Math.max(0, day - now);
}

/** Asks once, in its turn with others of the host; GET where HEAD is refused, fails, or says that there is nothing: not every server does HEAD well. */
async function askedOnce(url: URL, isFirst: boolean, settings: CheckSettings): Promise<Answer> {
  const { hosts } = settings;
  const head = isFirst ? await hosts.inTurn(url.host, () => ask(url, 'HEAD', settings)) : undefined;
  return head && (head.status < 400 || BUSY.has(head.status)) ? head : hosts.inTurn(url.host, () => ask(url, 'GET', settings));
}

/** Asks until the server is not busy any more, or for the third time; once more where the connection failed. */
async function asked(url: URL, settings: CheckSettings): Promise<Answer> {
  const { hosts } = settings;
  for (let tries = 1; ; tries++) {
    const answer = await askedOnce(url, tries === 1, settings).catch((error: unknown) => {
      if (!(error instanceof NoAnswer) || !error.isBrief || tries > 1) throw error;
      return undefined;
    });
    if (answer && !BUSY.has(answer.status)) return answer;
    const wanted = pauseOf(answer?.retryAfter, hosts.now()) ?? PAUSE * 2 ** (tries - 1);
    if (answer && (tries >= MOST_TRIES || wanted > LONGEST_PAUSE)) return answer;
    hosts.leaveAlone(url.host, wanted);
  }
}

function judged(url: string, at: URL, permanent: string | undefined, { status, retryAfter }: Answer): LinkFound {
  const to = permanent ?? (at.href === url ? undefined : at.href);
  const found = { url, status, ...(to !== undefined && { to }) };
  if (GONE.has(status)) return { ...found, result: 'broken', says: status === 410 ? 'is gone for good' : 'is not there' };
  if (status === 429)
    return {
      ...found,
      result: 'refused',
      says: `is asked too often${retryAfter === undefined ? '' : `, and wants to be left alone (Retry-After: ${retryAfter.slice(0, 40)})`}`,
    };
  if (status >= 500 || status < 200) return { ...found, result: 'unreachable', says: 'the server has a fault' };
  if (status >= 400) return { ...found, result: 'refused', says: 'does not serve programs; look yourself' };
  if (permanent === undefined) return { ...found, result: 'ok' };
  const isFront = at.pathname === '/' && at.search === '' && new URL(url).pathname !== '/';
  return { ...found, result: 'moved', ...(isFront && { says: 'leads to a front page, so that what was there may be gone' }) };
}

/** Where a redirect leads; undefined where it leads nowhere that a reader could go. */
function next(at: URL, location: string): URL | undefined {
  if (!URL.canParse(location, at.href)) return undefined;
  const url = new URL(location, at);
  const isOpen = (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === '';
  return isOpen ? url : undefined;
}

const schemeOf = (location: string): string => (/^\s*([a-z][a-z0-9+.-]{0,20}):/i.exec(location)?.[1] ?? 'something').toLowerCase();

/**
 * Checks one address: follows redirects, and asks again where a server is busy.
 *
 * @throws the reason of the signal when that is aborted
 */
export async function checkLink(url: string, settings: CheckSettings): Promise<LinkFound> {
  let at = new URL(url);
  let permanent: string | undefined;
  let isPermanent = true;
  const seen = new Set<string>();
  try {
    for (;;) {
      seen.add(at.href);
      const answer = await asked(at, settings);
      const { status, location } = answer;
      if (!REDIRECTS.has(status)) return judged(url, at, permanent, answer);
      if (location === undefined) return { url, result: 'unreachable', status, says: 'redirects without saying where' };
      const to = next(at, location);
      if (!to) {
        const scheme = schemeOf(location);
        return { url, result: 'broken', status, says: `leads to ${scheme}: and no browser follows there` };
      }
      isPermanent &&= PERMANENT.has(status);
      if (isPermanent) permanent = to.href;
      if (seen.has(to.href))
        return { url, result: 'unreachable', status, says: 'redirects in a circle, as some servers do to visitors without cookies' };
      if (seen.size > MOST_REDIRECTS)
        return { url, result: 'unreachable', status, says: `redirects more than ${String(MOST_REDIRECTS)} times` };
      at = to;
    }
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { url, result: 'unreachable', ...(at.href !== url && { to: at.href }), says: error.message };
  }
}
