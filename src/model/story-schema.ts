import * as z from 'zod/mini';
import { date, FARTHEST, id, LIMITS, list, optional, prose, text, title } from './record-schema.js';
import type { Scene, Story, StoryFile } from './story.js';

/** A camera may stand a little outside of what is drawn. */
const OUTSIDE = 10 * FARTHEST;
const length = z.number().check(z.positive(), z.maximum(2 * OUTSIDE));
const place = z.number().check(z.minimum(-OUTSIDE), z.maximum(OUTSIDE));
/** A reader's own words for what is shown; what of them can be used is for whoever reads the scene to say. */
const setting = prose;

const scene: z.ZodMiniType<Scene> = z.strictObject({
  title,
  caption: optional(prose),
  notes: optional(prose),
  view: optional(setting),
  filter: optional(text(LIMITS.filter)),
  highlight: optional(setting),
  at: optional(date),
  since: optional(date),
  color: optional(setting),
  group: optional(setting),
  rows: optional(setting),
  columns: optional(setting),
  cell: optional(setting),
  sort: optional(setting),
  fields: optional(setting),
  by: optional(setting),
  lanes: optional(setting),
  panel: optional(setting),
  selected: optional(list(setting, 0, LIMITS.scene)),
  moved: optional(list(z.strictObject({ id: setting, x: place, y: place }), 0, LIMITS.scene)),
  camera: optional(z.strictObject({ x: place, y: place, width: length, height: length })),
  show: optional(list(setting, 0, LIMITS.scene)),
});

const FIELDS = { id, title, scenes: list(scene, 1, LIMITS.scenes) };

export const story: z.ZodMiniType<Story> = z.strictObject(FIELDS);

/** A story as a file of its own. */
export const StoryFileSchema: z.ZodMiniType<StoryFile> = z.strictObject({
  format: z.literal('standards-map-story'),
  version: z.literal(1),
  ...FIELDS,
});
