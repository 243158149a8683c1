import type { Catalogue } from '../model/catalogue.js';
import { nearest } from '../model/nearest.js';
import type { Scene } from '../model/story.js';

/** A record that a scene names and the dataset does not have. */
export interface SceneStranger {
  readonly id: string;
  /** The nearest id that there is, where one is near. */
  readonly nearest?: string;
}

const isRecord = (catalogue: Catalogue, id: string): boolean =>
  [catalogue.standard(id), catalogue.committee(id), catalogue.sdo(id), catalogue.topic(id)].some((record) => record !== undefined);

function* idsOf({ standards, committees, sdos, topics }: Catalogue): Generator<string> {
  for (const list of [standards, committees, sdos, topics]) for (const { id } of list) yield id;
}

/** The records that a scene selects, moves or shows and that a dataset does not have, each once, in this order. */
export function sceneStrangers(catalogue: Catalogue, { selected = [], moved = [], show = [] }: Scene): readonly SceneStranger[] {
  const named = new Set([...selected, ...moved.map(({ id }) => id), ...show]);
  return [...named]
    .filter((id) => !isRecord(catalogue, id))
    .map((id) => {
      const near = nearest(id, idsOf(catalogue));
      return { id, ...(near !== undefined && { nearest: near }) };
    });
}
