import { parseStory } from '../model/parse-story.js';
import type { Scene, Story } from '../model/story.js';
import type { ReadText } from './kept-store.js';
import { isFields, readJson } from './parse-json.js';

/** A story in the making: unlike one that can be presented it may have no scene yet, and no title. */
export interface Draft {
  readonly title: string;
  readonly scenes: readonly Scene[];
}

/** Most scenes of a story, and longest texts, in UTF-16 units: those of a story file. */
export const MOST_SCENES = 1000;
export const LONGEST_TITLE = 1000;
export const LONGEST_TEXT = 4000;

/** Id of the story in the making where it is presented or written to a file without one of its own. */
export const DRAFT_ID = 'kept-views';

export const NO_DRAFT: Draft = Object.freeze({ title: '', scenes: Object.freeze([]) });

const FORMAT = 'standards-map-draft';
const VERSION = 1;

/** A scene as a story file may have it; undefined for anything else. */
function sceneIn(value: unknown): Scene | undefined {
  const read = parseStory({ format: 'standards-map-story', version: 1, id: DRAFT_ID, title: DRAFT_ID, scenes: [value] });
  return read.ok && read.warnings.length === 0 ? read.story.scenes[0] : undefined;
}

const isSame = (a: Scene, b: Scene): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Both stories: the scenes of the second that the first has not come after its own. */
export function draftUnion(first: Draft, second: Draft): Draft {
  const more = second.scenes.filter((scene) => !first.scenes.some((one) => isSame(one, scene)));
  const title = first.title || second.title;
  return more.length === 0 && title === first.title ? first : { title, scenes: [...first.scenes, ...more].slice(0, MOST_SCENES) };
}

/** What a stored text says; never throws. What is no story in the making has no scenes and is not flawless; what a later edition wrote is left alone. */
export function parseDraft(text: string): ReadText<Draft> {
  const root = readJson(text);
  if (!isFields(root) || root['format'] !== FORMAT) return { kept: NO_DRAFT, flawless: false };
  const { version, title, scenes } = root;
  if (typeof version === 'number' && version > VERSION) return { kept: NO_DRAFT, flawless: false, newer: true };
  if (version !== VERSION || !Array.isArray(scenes)) return { kept: NO_DRAFT, flawless: false };
  const read = scenes.slice(0, MOST_SCENES).map(sceneIn);
  const isTitled = typeof title === 'string' && title.length <= LONGEST_TITLE;
  return {
    kept: { title: isTitled ? title : '', scenes: read.filter((scene) => scene !== undefined) },
    flawless: isTitled && scenes.length <= MOST_SCENES && !read.includes(undefined),
  };
}

/** A story in the making as the text that `parseDraft` reads. @param dataset title of the dataset that it is of */
export const draftText = ({ title, scenes }: Draft, dataset: string): string =>
  JSON.stringify({ format: FORMAT, version: VERSION, dataset, title, scenes });

/** The story that can be presented and written to a file; undefined where there is no scene yet. @param untitled title of one without */
export const storyOf = ({ title, scenes }: Draft, untitled: string, id = DRAFT_ID): Story | undefined =>
  scenes.length === 0 ? undefined : { id, title: title.trim() || untitled, scenes };
