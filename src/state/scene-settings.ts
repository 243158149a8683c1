import { parseFilter } from '../analysis/filter.js';
import { parseBy, parseFields, parseSort } from '../analysis/table-settings.js';
import type { Scene, SceneCamera } from '../model/story.js';
import { cameraOfBox, type SurfaceSize } from './scene-camera.js';
import { checkSetting, settingIssue, type Part, type SettingIssue } from './settings.js';
import { DEFAULTS, type State } from './state.js';

/** What a scene asks of the map, and what of it cannot be used. */
export interface SceneSettings {
  /** Complete: what the scene leaves out, and what of it cannot be used, has its default. */
  readonly settings: State;
  readonly issues: readonly SettingIssue[];
}

/** What is said to a scene. */
export interface SceneWords {
  readonly title: string;
  readonly caption?: string;
  readonly notes?: string;
}

/** Parts of a state that a scene has too, under the same name; its camera is a box, and its name the title. */
const SCENE_PARTS = [
  'view',
  'filter',
  'highlight',
  'at',
  'since',
  'color',
  'group',
  'rows',
  'columns',
  'cell',
  'sort',
  'fields',
  'by',
  'lanes',
  'panel',
  'selected',
  'moved',
] as const satisfies readonly (Part & keyof Scene)[];

/** What stands in a text that can be used in parts only: columns that there are not, a filter that does not end. */
function issuesWithin({ filter, sort, fields, by }: State): readonly SettingIssue[] {
  const read = parseFilter(filter);
  const inFilter = read.ok ? [] : read.issues.map(({ got, expected, nearest: near }) => settingIssue('filter', got, expected, near));
  const inTable = [parseSort(sort), parseFields(fields), parseBy(by)].flatMap(({ issues }) => issues);
  return [...inFilter, ...inTable];
}

/**
 * What a scene asks of the map: every part of a state, so that nothing stays of what was shown before.
 *
 * A word that cannot be used is told with the nearest that can. Which of the records it names a dataset has only the dataset knows.
 *
 * @param surface where the scene is to be seen; without one, and for a scene without a camera, the camera is null: the whole drawing, or what
 * `show` names
 */
export function sceneSettings(scene: Scene, surface?: SurfaceSize): SceneSettings {
  const issues: SettingIssue[] = [];
  let settings = DEFAULTS;
  for (const part of SCENE_PARTS) {
    if (!Object.hasOwn(scene, part) || scene[part] === undefined) continue;
    const read = checkSetting(part, scene[part]);
    if ('issue' in read) issues.push(read.issue);
    else settings = { ...settings, ...read.settings };
  }
  issues.push(...issuesWithin(settings));
  const { camera } = scene;
  if (camera && surface) settings = { ...settings, camera: cameraOfBox(camera, surface) };
  return { settings: Object.freeze(settings), issues };
}

/**
 * The scene that shows a state: `sceneSettings` of it is the state again, but for its name and its camera.
 *
 * @param camera the box that is in view; absent: the whole drawing
 */
export function sceneOf(state: State, words: SceneWords, camera?: SceneCamera): Scene {
  const { title, caption = '', notes = '' } = words;
  const text = (part: Exclude<(typeof SCENE_PARTS)[number], 'selected' | 'highlight' | 'moved'>): Scene | object =>
    state[part] === DEFAULTS[part] ? {} : { [part]: state[part] };
  const { selected, highlight, moved } = state;
  return {
    title,
    ...(caption !== '' && { caption }),
    ...(notes !== '' && { notes }),
    ...text('view'),
    ...text('filter'),
    ...(highlight.length > 0 && { highlight: highlight.join(' ') }),
    ...text('at'),
    ...text('since'),
    ...text('color'),
    ...text('group'),
    ...text('rows'),
    ...text('columns'),
    ...text('cell'),
    ...text('sort'),
    ...text('fields'),
    ...text('by'),
    ...text('lanes'),
    ...text('panel'),
    ...(selected.length > 0 && { selected: [...selected] }),
    ...(moved.length > 0 && { moved: moved.map(({ id, x, y }) => ({ id, x, y })) }),
    ...(camera && { camera: { ...camera } }),
  };
}
