import { CHANGED, type ChangedClass, type StandardChange } from '../analysis/change.js';
import { nodeCode, type Graph } from './graph.js';
import type { ChangeMarks, Marks, SceneInput } from './scene.js';

/** Weights of marks by class, in the order of CHANGED: what left is missed most easily. */
const WEIGHTS: Readonly<Record<ChangedClass, number>> = { came: 2, revised: 2, started: 1, left: 3, 'left-undated': 1 };

/** How much a mark of a class, by its place in CHANGED, matters to the lens for changes; 1–3. */
export const changeWeight = (change: number): number => WEIGHTS[CHANGED[change] ?? 'started'];

const asClass = ({ change }: StandardChange): string => change;

/** The shown standards that have changed, of the classes that are asked for. */
export function changeMarks(
  graph: Graph,
  { node, count }: Marks,
  { changes, classes }: NonNullable<SceneInput['changes']>,
  text: (change: StandardChange) => string = asClass,
): ChangeMarks {
  const standard = nodeCode('standard');
  const found: { readonly mark: number; readonly change: number; readonly isSure: boolean; readonly text: string }[] = [];
  for (let mark = 0; mark < count; mark++) {
    const one = graph.kinds[node[mark] ?? 0] === standard ? changes.of(graph.ids[node[mark] ?? 0] ?? '') : undefined;
    const change = CHANGED.findIndex((name) => name === one?.change);
    const name = CHANGED[change];
    if (!one || name === undefined || (classes.length > 0 && !classes.includes(name))) continue;
    found.push({ mark, change, isSure: one.isSure, text: text(one) });
  }
  return {
    count: found.length,
    mark: Uint32Array.from(found, (one) => one.mark),
    change: Uint8Array.from(found, (one) => one.change),
    sure: Uint8Array.from(found, (one) => (one.isSure ? 1 : 0)),
    texts: found.map((one) => one.text),
  };
}
