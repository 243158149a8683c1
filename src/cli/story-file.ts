import { parseStory } from '../model/parse-story.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Story } from '../model/dataset.js';
import { sceneStrangers } from '../state/scene-records.js';
import { Unusable, type Io } from './command.js';
import { readDocument } from './document.js';

const WHAT = 'a story of standards-map: {"format": "standards-map-story", "version": 1, …}';

/**
 * A valid story of a file; what its scenes name and the dataset does not have is told.
 *
 * @throws Unusable that says what is wrong with it
 */
export async function readStory(file: string, known: Catalogue, io: Io): Promise<Story> {
  const document = await readDocument(file, WHAT, io);
  if (document.form !== 'json') throw new Unusable(`${file}: is no text. Expected ${WHAT}.`);
  const parsed = parseStory(document.text, { name: file });
  for (const { message } of parsed.ok ? parsed.warnings : parsed.issues) io.say(message);
  if (!parsed.ok) throw new Unusable(`${file}: cannot be used. Expected ${WHAT}.`);
  for (const [at, scene] of parsed.story.scenes.entries())
    for (const { id, nearest } of sceneStrangers(known, scene))
      io.say(
        `${file} scenes[${String(at)}] "${scene.title}": ${id} is not in the file.${nearest === undefined ? '' : ` Nearest: ${nearest}.`}`,
      );
  return parsed.story;
}
