import type { Issue } from './issue.js';
import { readAs } from './parse-json.js';
import type { ParseOptions } from './parse.js';
import { StoryFileSchema } from './story-schema.js';
import type { Story } from './story.js';

/** What `parseStory` answers: a story to present, or every problem that stands in the way. */
export type ParsedStory =
  | { readonly ok: true; readonly story: Story; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly total: number };

/**
 * Checks a story and reports every problem in one pass; never throws on bad data.
 *
 * What its scenes ask of the map is told by `sceneSettings`, and which of the records that they name are there only a dataset knows.
 *
 * @param json JSON text `{"format": "standards-map-story", "version": 1, "id": …, "title": …, "scenes": […]}`, or the value of one
 */
export function parseStory(json: unknown, options: ParseOptions = {}): ParsedStory {
  const read = readAs(json, {
    name: options.name ?? 'story',
    expected: 'the format "standards-map-story", version 1',
    schema: StoryFileSchema,
    // All that a story must keep is its shape
    check: () => undefined,
  });
  if (!read.ok) return read;
  const { id, title, scenes } = read.value;
  return { ok: true, story: { id, title, scenes }, warnings: read.warnings };
}

/** A story as the file that `parseStory` reads. @param space as of `JSON.stringify`; default 2 */
export const storyText = ({ id, title, scenes }: Story, space = 2): string =>
  `${JSON.stringify({ format: 'standards-map-story', version: 1, id, title, scenes }, null, space)}\n`;
