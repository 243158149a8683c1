import { checkFilter, parseFilter } from '../analysis/filter.js';
import { catalogue, type Catalogue } from '../model/catalogue.js';
import type { Dataset } from '../model/dataset.js';
import { excerpt, pointerOf, type Issue } from '../model/issue.js';
import type { Scene, Story } from '../model/story.js';
import { sceneSettings } from '../state/scene-settings.js';

/** What a scene asks of the map and cannot have, and what its filter looks for that is nowhere. */
const asked = (scene: Scene, records: Catalogue | undefined): readonly { part: string; message: string; nearest?: string }[] => [
  ...sceneSettings(scene).issues,
  ...(records && scene.filter !== undefined ? checkFilter(records, parseFilter(scene.filter).filter) : []).map((issue) => ({
    part: 'filter',
    message: `filter: ${issue.message}`,
    ...(issue.nearest !== undefined && { nearest: issue.nearest }),
  })),
];

function remarksOn(
  { scenes }: Story,
  where: string,
  pointer: readonly (string | number)[],
  records: Catalogue | undefined,
): readonly Issue[] {
  return scenes.flatMap((scene, at) =>
    asked(scene, records).map(({ part, message, nearest }) => ({
      code: 'enum' as const,
      severity: 'warning' as const,
      pointer: pointerOf([...pointer, 'scenes', at, part]),
      message: `${where} scenes[${String(at)}] ${excerpt(scene.title)}: ${message}`,
      ...(nearest !== undefined && { nearest }),
    })),
  );
}

/** What a story asks of the map and cannot have: it would be shown without that. @param file what it is called in messages */
export const storyRemarks = (story: Story, file: string): readonly Issue[] => remarksOn(story, file, [], undefined);

/** The same of every story of a dataset, with what their filters look for and the dataset does not have. */
export function datasetRemarks(dataset: Dataset, file: string): readonly Issue[] {
  const { stories = [] } = dataset;
  if (stories.length === 0) return [];
  const records = catalogue(dataset);
  return stories.flatMap((story, at) => remarksOn(story, `${file} stories[${String(at)}] ${excerpt(story.id)}:`, ['stories', at], records));
}
