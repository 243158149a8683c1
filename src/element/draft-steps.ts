import type { Scene } from '../model/story.js';
import type { SceneWords } from '../state/scene-settings.js';
import { MOST_SCENES, type Draft } from './parse-draft.js';

const withScenes = (draft: Draft, scenes: readonly Scene[]): Draft => ({ ...draft, scenes });

/** The same with a scene at a place; at the end where there is no such place. Unchanged where there is no room. */
export function inserted(draft: Draft, scene: Scene, at = draft.scenes.length): Draft {
  if (draft.scenes.length >= MOST_SCENES) return draft;
  return withScenes(draft, [...draft.scenes.slice(0, at), scene, ...draft.scenes.slice(at)]);
}

/** The same without the scene at a place. */
export const removed = (draft: Draft, at: number): Draft =>
  withScenes(
    draft,
    draft.scenes.filter((_, place) => place !== at),
  );

/** The same with the scene of one place at another. */
export function moved(draft: Draft, from: number, to: number): Draft {
  const scene = draft.scenes[from];
  if (!scene || from === to || to < 0 || to >= draft.scenes.length) return draft;
  return inserted(removed(draft, from), scene, to);
}

/** The same with another scene at a place. */
export const replaced = (draft: Draft, at: number, scene: Scene): Draft =>
  withScenes(
    draft,
    draft.scenes.map((one, place) => (place === at ? scene : one)),
  );

/** A scene with other words; words that are empty are left out, save its title. */
export function worded(scene: Scene, { title, caption = '', notes = '' }: SceneWords): Scene {
  const shown = Object.entries(scene).filter(([part]) => part !== 'caption' && part !== 'notes');
  return { ...Object.fromEntries(shown), title, ...(caption !== '' && { caption }), ...(notes !== '' && { notes }) };
}

/** A title that no other scene of a story has: `Gaps (2)`. */
export function freshTitle(title: string, { scenes }: Draft): string {
  const taken = new Set(scenes.map((scene) => scene.title));
  let fresh = title;
  for (let n = 2; taken.has(fresh); n++) fresh = `${title} (${String(n)})`;
  return fresh;
}
