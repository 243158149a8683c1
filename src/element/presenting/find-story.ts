import { nearest } from '../../model/nearest.js';
import { parseStory } from '../../model/parse-story.js';
import type { Story } from '../../model/story.js';
import { storyInMaking } from '../story-store.js';
import { presentMessages } from '../messages-present.js';
import type { PresentingHost } from './presented.js';

/** Largest story file that is read, bytes: a scene has about a thousand. */
const LARGEST = 4_000_000;
const { errors } = presentMessages;

/** The body of an answer as text; undefined where it has more than `most` bytes, of which no more are read. */
async function textOf(response: Response, most: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > most) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/**
 * Fetches and checks a story file.
 *
 * @param base address of the page
 * @param most bytes that are read
 * @throws Error with a sentence for the reader; DOMException `AbortError` when `signal` was aborted
 */
export async function loadStory(address: string, base: string, signal: AbortSignal, most = LARGEST): Promise<Story> {
  if (!URL.canParse(address, base)) throw new Error(errors.address(address));
  const url = new URL(address, base);
  if (!/^https?:$/.test(url.protocol) && url.protocol !== new URL(base).protocol) throw new Error(errors.address(address));
  const name = url.pathname.split('/').at(-1) ?? url.host;
  let response: Response;
  let text: string | undefined;
  try {
    response = await fetch(url, { signal, headers: { accept: 'application/json, */*;q=0.5' } });
    text = response.ok ? await textOf(response, most) : '';
  } catch (error) {
    signal.throwIfAborted();
    throw new Error(errors.unreachable(name, error instanceof Error ? error.message : String(error)), { cause: error });
  }
  if (!response.ok) throw new Error(errors.answered(name, `${String(response.status)} ${response.statusText}`));
  if (text === undefined) throw new Error(errors.large(name, String(most)));
  const parsed = parseStory(text.replace(/^\uFEFF/, ''), { name });
  if (!parsed.ok) throw new Error(`standards-map: ${parsed.issues.map(({ message }) => message).join(' ')}`);
  return parsed.story;
}

/** Waits until there is a picture of the dataset asked for. */
async function catalogueOf(host: PresentingHost, signal: AbortSignal): Promise<void> {
  if (!host.src && !host.data && !host.catalogue) throw new Error(errors.noDataset);
  const ended = new AbortController();
  const failed = new Promise<never>((_, reject) => {
    host.addEventListener(
      'standards-error',
      () => {
        reject(new Error(errors.failed));
      },
      { signal: ended.signal },
    );
    signal.addEventListener(
      'abort',
      () => {
        reject(new DOMException(errors.superseded, 'AbortError'));
      },
      { signal: ended.signal },
    );
  });
  // A map that waits for the reader to come near is asked for now
  if (!host.catalogue) host.scrollIntoView({ block: 'nearest' });
  try {
    await Promise.race([host.ready, failed]);
  } finally {
    ended.abort();
  }
  if (!host.catalogue) throw new Error(errors.failed);
}

/**
 * The story that an element is to present, once there is a dataset to show it with.
 *
 * @param named address or `#` and id; empty: the first of the dataset, else the one in the making
 * @throws Error with a sentence where there is none
 */
export async function findStory(host: PresentingHost, named: string, signal: AbortSignal): Promise<Story> {
  const asked = named.trim();
  const isFile = asked !== '' && !asked.startsWith('#');
  const [loaded] = await Promise.all([
    isFile ? loadStory(asked, host.ownerDocument.baseURI, signal) : undefined,
    catalogueOf(host, signal),
  ]);
  signal.throwIfAborted();
  if (loaded) return loaded;
  const { catalogue } = host;
  const stories = catalogue?.dataset.stories ?? [];
  const making = (): Story | undefined => catalogue && storyInMaking(host, catalogue);
  if (asked === '') {
    const story = stories[0] ?? making();
    if (!story) throw new Error(errors.none);
    return story;
  }
  const id = asked.slice(1);
  const own = making();
  const story = stories.find((one) => one.id === id) ?? (own?.id === id ? own : undefined);
  if (!story) throw new Error(stories.length === 0 ? errors.none : errors.unknown(id, stories.map((one) => `#${one.id}`).join(', ')));
  return story;
}

/**
 * The number of a scene from 0.
 *
 * @throws RangeError where the story has no such scene
 */
export function sceneIndex({ scenes }: Story, asked: number | string): number {
  const index = typeof asked === 'number' ? asked : scenes.findIndex(({ title }) => title === asked);
  if (Number.isInteger(index) && index >= 0 && index < scenes.length) return index;
  const titles = scenes.map(({ title }) => title);
  const near = typeof asked === 'string' ? nearest(asked, titles) : undefined;
  throw new RangeError(
    errors.noScene(
      typeof asked === 'string' ? `“${asked}”` : String(asked),
      String(scenes.length - 1),
      near === undefined ? '' : ` Nearest: “${near}”.`,
    ),
  );
}
