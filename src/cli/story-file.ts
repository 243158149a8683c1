import { parseStory } from '../model/parse-story.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Story } from '../model/dataset.js';
import { sceneStrangers } from '../state/scene-records.js';
import { Unusable, type Io } from './command.js';
import { readDocument } from './document.js';

const WHAT = 'a story of standards-map: {"format": "standards-map-story", "version": 1, …}';

/**
 * The story that `--story` asks for: of the dataset where it begins with `#`, else of a file. What its scenes name and what is shown does not have is told.
 *
 * @param stories those of the whole dataset
 * @throws Unusable that says what is wrong with it
 */
export async function askedStory(asked: string, stories: readonly Story[], known: Catalogue, io: Io): Promise<Story> {
  const story = asked.startsWith('#') ? ownStory(asked, stories) : await readStory(asked, io);
  for (const [at, scene] of story.scenes.entries())
    for (const { id, nearest } of sceneStrangers(known, scene))
      io.say(
        `${asked} scenes[${String(at)}] "${scene.title}": ${id} is not in the file.${nearest === undefined ? '' : ` Nearest: ${nearest}.`}`,
      );
  return story;
}

function ownStory(asked: string, stories: readonly Story[]): Story {
  const story = stories.find(({ id }) => `#${id}` === asked);
  if (story) return story;
  const there = stories.length === 0 ? 'none' : stories.map(({ id }) => `#${id}`).join(', ');
  throw new Unusable(`--story: the dataset has no story ${asked}. It has ${there}.`);
}

async function readStory(file: string, io: Io): Promise<Story> {
  const document = await readDocument(file, WHAT, io);
  if (document.form !== 'json') throw new Unusable(`${file}: is no text. Expected ${WHAT}.`);
  const parsed = parseStory(document.text, { name: file });
  for (const { message } of parsed.ok ? parsed.warnings : parsed.issues) io.say(message);
  if (!parsed.ok) throw new Unusable(`${file}: cannot be used. Expected ${WHAT}.`);
  return parsed.story;
}
