import type { Story } from '../model/dataset.js';
import { parseStory } from '../model/parse-story.js';
import { Cell } from './cell.js';
import { Contradiction } from './faults.js';
import type { Report } from './report.js';

/** A record that a scene can name. */
interface Named {
  readonly id: string;
}

/**
 * The content of `data/sources/stories.json`, checked: each story as a story file has it, without its format and version.
 *
 * @throws Contradiction that says where it is wrong
 */
export function readStories(json: unknown): readonly Story[] {
  const file = new Cell(json, 'stories.json');
  file.table('about', 'stories');
  return file
    .at('stories')
    .list()
    .map(({ value }, at) => {
      const fields = typeof value === 'object' && value !== null ? value : {};
      const read = parseStory({ format: 'standards-map-story', version: 1, ...fields }, { name: `stories.json stories[${String(at)}]` });
      const [issue] = read.ok ? read.warnings : read.issues;
      if (!read.ok || issue) throw new Contradiction(issue?.message ?? 'stories.json: could not be read');
      return read.story;
    });
}

/** The stories whose records are all there; of the others the report says what they name in vain. */
export function storiesIn(
  stories: readonly Story[],
  records: readonly (readonly Named[])[],
  report: Report,
): { readonly stories?: readonly Story[] } {
  const known = new Set(records.flatMap((list) => list.map(({ id }) => id)));
  const whole = stories.filter(({ id, scenes }) => {
    const named = scenes.flatMap(({ selected = [], show = [], moved = [] }) => [...selected, ...show, ...moved.map((one) => one.id)]);
    const missing = named.find((one) => !known.has(one));
    if (missing !== undefined) report.note(`story about what is not in the set: ${id} names ${missing}`);
    return missing === undefined;
  });
  return whole.length > 0 ? { stories: whole } : {};
}
