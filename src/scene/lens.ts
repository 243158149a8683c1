import { FADED, NEAR, PLAIN, SELECTED } from './codes.js';
import { changeMarks, changeWeight } from './change-marks.js';
import { nodeCode, type Graph } from './graph.js';
import {
  BANDS,
  type CandidateLinks,
  type ChangeMarks,
  type GapMarks,
  type Marks,
  type Scene,
  type SceneInput,
  type SceneLinks,
  type TopicGaps,
} from './scene.js';

/** Weights of marks by band, strongest first, and of topics with gaps or with thin cells only. */
const BAND_WEIGHTS = [3, 2, 1] as const;
const GAP_WEIGHT = 3;
const THIN_WEIGHT = 1;
/** Weight of a mark that the picture is made for, and has no part in what a lens shows; those that have one weigh more. */
const ABOUT_WEIGHT = 4;
const MOST_WEIGHT = 6;
/** Most standards that a lens names at any zoom: those of the greatest weight, as long as they are no more than these together. */
const NAMED_UNDER_LENS = 60;

/** What the lenses make of a ground; the same for every selection. */
export type Lens = Pick<Scene, 'candidates' | 'gaps' | 'changes' | 'raised' | 'namedFrom'> & {
  readonly emphasis: Uint8Array;
  readonly weights: Uint8Array;
  /** Links as they lie behind what the lens shows. */
  readonly links: SceneLinks;
};

type LensInput = Pick<SceneInput, 'graph' | 'candidates' | 'gaps' | 'gapsText' | 'changes' | 'changeText' | 'about'>;

const INPUTS = ['candidates', 'gaps', 'gapsText', 'changes', 'changeText', 'about'] as const;
const memo = new WeakMap<Marks, { readonly input: LensInput; readonly lens: Lens }>();

/** The candidates that join two shown standards, weakest first; a pair that is named twice counts once, a band that is none as the lowest. */
function candidateLinks(graph: Graph, { ofNode, count }: Marks, pairs: NonNullable<SceneInput['candidates']>): CandidateLinks {
  const markOf = (id: string): number => ofNode[graph.indexOf('standard', id)] ?? -1;
  const seen = new Set<number>();
  const found = pairs.flatMap(({ a, b, band }) => {
    const [from, to] = [markOf(a), markOf(b)];
    const key = Math.min(from, to) * count + Math.max(from, to);
    if (from < 0 || to < 0 || from === to || seen.has(key)) return [];
    seen.add(key);
    const code = BANDS.indexOf(band);
    return [{ from, to, band: code < 0 ? BANDS.length - 1 : code }];
  });
  // Strongest first in a band too, so that of two in each other's way the stronger lies on top
  found.reverse();
  found.sort((p, q) => q.band - p.band);
  return {
    count: found.length,
    ends: Uint32Array.from(found.flatMap(({ from, to }) => [from, to])),
    band: Uint8Array.from(found, ({ band }) => band),
    emphasis: new Uint8Array(found.length).fill(PLAIN),
  };
}

const asNumbers = ({ gaps, thin }: TopicGaps): string => `${String(gaps)} / ${String(thin)}`;

function gapMarks(marks: Marks, { graph, gaps, gapsText = asNumbers }: LensInput): GapMarks {
  const topic = nodeCode('topic');
  const found = Array.from(marks.node.keys()).flatMap((mark) => {
    const node = marks.node[mark] ?? 0;
    const counts = graph.kinds[node] === topic ? gaps?.get(graph.ids[node] ?? '') : undefined;
    return counts && counts.gaps + counts.thin > 0 ? [{ mark, ...counts }] : [];
  });
  return {
    count: found.length,
    mark: Uint32Array.from(found, ({ mark }) => mark),
    gaps: Uint32Array.from(found, (one) => one.gaps),
    thin: Uint32Array.from(found, (one) => one.thin),
    texts: found.map(gapsText),
  };
}

/** How much each mark matters to the lenses. */
function weightsOf(
  count: number,
  candidates: CandidateLinks | undefined,
  gaps: GapMarks | undefined,
  changes: ChangeMarks | undefined,
): Uint8Array {
  const weights = new Uint8Array(count);
  const raise = (mark: number | undefined, weight: number): void => {
    if (mark !== undefined) weights[mark] = Math.max(weights[mark] ?? 0, weight);
  };
  candidates?.ends.forEach((mark, end) => {
    raise(mark, BAND_WEIGHTS[candidates.band[end >> 1] ?? 0] ?? 1);
  });
  gaps?.mark.forEach((mark, i) => {
    raise(mark, (gaps.gaps[i] ?? 0) > 0 ? GAP_WEIGHT : THIN_WEIGHT);
  });
  changes?.mark.forEach((mark, i) => {
    raise(mark, changeWeight(changes.change[i] ?? 0));
  });
  return weights;
}

/** The weights of marks, the greatest for standards that the picture is made for. */
export function aboutWeights(
  { graph, about }: Pick<SceneInput, 'graph' | 'about'>,
  { ofNode, count }: Marks,
  weights: Uint8Array = new Uint8Array(count),
): Uint8Array {
  for (const id of about ?? []) {
    const mark = ofNode[graph.indexOf('standard', id)] ?? -1;
    if (mark >= 0) weights[mark] = ABOUT_WEIGHT + Math.max(0, (weights[mark] ?? 0) - 1);
  }
  return weights;
}

/** The weight from which standards are named at any zoom under a lens. */
function leastNamed(graph: Graph, marks: Marks, raised: readonly number[], weights: Uint8Array): number {
  const standard = nodeCode('standard');
  const counts = [0, 0, 0, 0];
  for (const mark of raised) {
    const weight = Math.min(GAP_WEIGHT, weights[mark] ?? 0);
    if (graph.kinds[marks.node[mark] ?? 0] === standard) counts[weight] = (counts[weight] ?? 0) + 1;
  }
  let least: number = GAP_WEIGHT;
  let named = counts[least] ?? 0;
  while (least > 1 && named + (counts[least - 1] ?? 0) <= NAMED_UNDER_LENS) named += counts[--least] ?? 0;
  return least;
}

/**
 * What the lenses show on a ground: links of candidates, marks of gaps, signs of changes, and all marks but those that take part in any of them faded; SDOs stay,
 * so that the reader knows where things are.
 *
 * @param parts the ground: its marks and links without a selection
 * @returns undefined when no lens is on; the last one when ground, candidates, gaps and changes are the same
 */
export function lensOf(parts: Pick<Scene, 'marks' | 'links'>, input: LensInput): Lens | undefined {
  if (!input.candidates && !input.gaps && !input.changes) return undefined;
  const { graph } = input;
  const { marks, links } = parts;
  const known = memo.get(marks);
  if (known && INPUTS.every((name) => known.input[name] === input[name])) return known.lens;
  const candidates = input.candidates && candidateLinks(graph, marks, input.candidates);
  const gaps = input.gaps && gapMarks(marks, input);
  const changes = input.changes && changeMarks(graph, marks, input.changes, input.changeText);
  const weights = aboutWeights(input, marks, weightsOf(marks.count, candidates, gaps, changes));
  const sdo = nodeCode('sdo');
  const isShown = (mark: number): boolean => (weights[mark] ?? 0) > 0 || graph.kinds[marks.node[mark] ?? 0] === sdo;
  const emphasis = Uint8Array.from(marks.node, (_, mark) => (isShown(mark) ? NEAR : FADED));
  const raised: number[] = [];
  // The weightier on top, and of equal weight in drawing order
  for (let weight = 0; weight <= MOST_WEIGHT; weight++)
    for (let mark = 0; mark < marks.count; mark++) if (isShown(mark) && (weights[mark] ?? 0) === weight) raised.push(mark);
  const lens: Lens = {
    candidates,
    gaps,
    changes,
    weights,
    namedFrom: leastNamed(graph, marks, raised, weights),
    emphasis,
    raised: Uint32Array.from(raised),
    // What is coordinated stays to be seen beside what is not
    links: { ...links, emphasis: links.coordinates.map((is) => (is === 1 && candidates ? PLAIN : FADED)) },
  };
  memo.set(marks, { input, lens });
  return lens;
}

/** Marks joined by a candidate to one of these. */
export function partners({ ends }: CandidateLinks, isOne: (mark: number) => boolean): readonly number[] {
  const found = new Set<number>();
  ends.forEach((mark, end) => {
    if (isOne(mark)) found.add(ends[end ^ 1] ?? 0);
  });
  return [...found];
}

/**
 * Candidates with a selection: of exactly two that a candidate joins it stands out and all others recede; else those that touch what is
 * selected are near.
 *
 * @param selected marks @returns with their emphasis, and whether the selection is a pair
 */
export function selectedCandidates(
  candidates: CandidateLinks,
  selected: readonly number[],
): { readonly links: CandidateLinks; readonly isPair: boolean } {
  const { ends, count } = candidates;
  const chosen = new Set(selected);
  const joins = (link: number): number => Number(chosen.has(ends[2 * link] ?? -1)) + Number(chosen.has(ends[2 * link + 1] ?? -1));
  const all = Array.from({ length: count }, (_, link) => joins(link));
  const isPair = chosen.size === 2 && all.includes(2);
  const emphasis = Uint8Array.from(all, (ends) => (isPair ? (ends === 2 ? SELECTED : FADED) : ends > 0 ? NEAR : FADED));
  return { links: { ...candidates, emphasis }, isPair };
}
