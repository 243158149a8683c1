import { setMaxListeners } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { checkLink, LINK_RESULTS, type LinkFound, type LinkResult } from './link-check.js';
import { Hosts, type Clock } from './link-hosts.js';
import type { UsedLink } from './link-places.js';

/** What became of an address, and who uses it. */
export interface CheckedLink extends LinkFound, UsedLink {}

/** How many addresses came to what, and all of them: the broken ones first, then by address. */
export interface LinkReport {
  readonly counts: Readonly<Record<LinkResult, number>>;
  readonly links: readonly CheckedLink[];
}

/** How the addresses of a file are checked. */
export interface LinkSettings {
  /** Addresses that are asked about at once; at most two at one host. */
  readonly concurrency: number;
  /** Until a server has answered, ms. */
  readonly timeout: number;
  /** Between two questions to one host, ms. */
  readonly pause: number;
  readonly isPrivateAsked: boolean;
  readonly signal: AbortSignal;
  readonly progress: (share: number) => void;
  /** Default the one on the wall. */
  readonly clock?: Clock | undefined;
}

const WALL: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await after(ms, undefined, { signal }).catch((error: unknown) => {
      signal.throwIfAborted();
      throw error;
    });
  },
};

/** The addresses in turns of their hosts, so that no host is waited for while another could be asked. */
function inTurns(links: readonly UsedLink[]): readonly UsedLink[] {
  const hosts = new Map<string, UsedLink[]>();
  for (const link of links) {
    const { host } = new URL(link.url);
    const list = hosts.get(host);
    if (list) list.push(link);
    else hosts.set(host, [link]);
  }
  const lists = [...hosts.values()];
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list[turn] ?? [])).flat();
}

/** A report of what is known of addresses; those of which nothing is known are left out. */
export function linkReport(links: readonly UsedLink[], known: ReadonlyMap<string, LinkFound>): LinkReport {
  const checked = links.flatMap((link): readonly CheckedLink[] => {
    const found = known.get(link.url);
    return found ? [{ ...found, used: link.used }] : [];
  });
  const rank = ({ result }: LinkFound): number => LINK_RESULTS.indexOf(result);
  const sorted = [...checked].sort((a, b) => rank(a) - rank(b) || (a.url < b.url ? -1 : 1));
  const counts = { broken: 0, unreachable: 0, moved: 0, refused: 0, ok: 0 };
  for (const { result } of sorted) counts[result] += 1;
  return { counts, links: sorted };
}

/**
 * Asks the servers of addresses whether they are there, with no more haste than is polite. What is known already is not asked again.
 *
 * @param known answers by address; new ones are added as they come, so that they are there when the work is ended before its time
 * @throws the reason of the signal when that is aborted
 */
export async function checkLinks(links: readonly UsedLink[], known: Map<string, LinkFound>, settings: LinkSettings): Promise<LinkReport> {
  const { concurrency, clock = WALL, pause, signal, progress } = settings;
  const open = inTurns(links.filter(({ url }) => !known.has(url)));
  const hosts = new Hosts(clock, pause, signal);
  const all = open.length;
  let [turn, done] = [0, 0];
  // Every request listens to it
  setMaxListeners(4 * concurrency, signal);
  const work = async (): Promise<void> => {
    for (let link = open[turn++]; link; link = open[turn++]) {
      signal.throwIfAborted();
      known.set(link.url, await checkLink(link.url, { ...settings, hosts }));
      done += 1;
      progress(done / all);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, all) }, work));
  return linkReport(links, known);
}
