import { BANDS, type Band } from '../analysis/candidate.js';
import { CHANGED, type ChangedClass, type Changes, type StandardChange } from '../analysis/change.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId, TopicId } from '../model/dataset.js';
import type { Encoding } from '../state/state.js';
import type { Graph, NodeKind } from './graph.js';

/** Shapes tell the kinds of nodes apart without colour; the number is the code in `Marks.shape`. */
export const SHAPES = ['plate', 'diamond', 'hexagon', 'circle'] as const;
export type Shape = (typeof SHAPES)[number];

/** Finishes tell the status of a standard apart without colour; the number is the code in `Marks.finish`. */
export const FINISHES = ['filled', 'hollow', 'crossed', 'dashed'] as const;
export type Finish = (typeof FINISHES)[number];

/** How much a mark or a link is brought forward; the number is the code in `emphasis`. */
export const EMPHASES = ['faded', 'plain', 'near', 'selected'] as const;
export type Emphasis = (typeof EMPHASES)[number];

/** Bands of overlap candidates, strongest first; the number is the code in `CandidateLinks.band`. */
export { BANDS };

/** Classes of what has changed, in the order in which they are told; the number is the code in `ChangeMarks.change`. */
export { CHANGED, type ChangedClass };

/** A node of the drawing by what it stands for, as callers outside the drawing name it. */
export interface NodeRef {
  readonly kind: NodeKind;
  readonly id: string;
}

/** Two standards that may cover the same ground, as `overlaps` finds them. */
export interface OverlapPair {
  readonly a: StandardId;
  readonly b: StandardId;
  readonly band: Band;
}

/** The link of an overlap candidate, as callers outside the drawing name it. */
export interface CandidateRef extends OverlapPair {
  readonly kind: 'candidate';
}

/** An indirect link, as callers outside the drawing name it. */
export interface IndirectRef {
  readonly kind: 'indirect';
  readonly a: StandardId;
  readonly b: StandardId;
  /** By way of which standards that are not shown, in words. */
  readonly text: string;
}

/** What is missing on a topic: cells of the coverage matrix. */
export interface TopicGaps {
  /** Expected and not covered; integer ≥ 0. */
  readonly gaps: number;
  /** Covered, but by one SDO alone, by what is informative only, or by what is old; integer ≥ 0. */
  readonly thin: number;
}

/** A rectangle in layout units. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The marks of a scene as flat arrays, in drawing order: standards, topics, committees, SDOs, the last one on top; but what is brought forward
 * more (`Scene.raised`) is drawn after all others.
 */
export interface Marks {
  readonly count: number;
  /** Node of the graph per mark. */
  readonly node: Uint32Array;
  /** Centre in layout units. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Radius in layout units; the renderer keeps it within a range of px. */
  readonly radius: Float32Array;
  /** Index into SHAPES. */
  readonly shape: Uint8Array;
  /** Palette slot: 0 neutral, 1 … 8 the hues of the theme. */
  readonly slot: Uint8Array;
  /** Index into FINISHES. */
  readonly finish: Uint8Array;
  /** Index into EMPHASES. */
  readonly emphasis: Uint8Array;
  /** Mark of each node of the graph, or -1; n. */
  readonly ofNode: Int32Array;
}

/** The links between shown marks as flat arrays. */
export interface SceneLinks {
  readonly count: number;
  /** Links before this one are drawn without a selection too; those from it on are links of topics of what is selected. */
  readonly plain: number;
  /** Mark at either end, 2 × count: a0, b0, a1, b1, … */
  readonly ends: Uint32Array;
  /** Index into LINK_KINDS. */
  readonly kind: Uint8Array;
  /** 1 for a relation between standards of two SDOs. */
  readonly across: Uint8Array;
  /** 1 for a relation that says that the two are coordinated: drawn as a link of its own look, on any lens. */
  readonly coordinates: Uint8Array;
  /** Index into EMPHASES. */
  readonly emphasis: Uint8Array;
}

/** Overlap candidates between shown standards as flat arrays, the weakest first: what matters most lies on top. */
export interface CandidateLinks {
  readonly count: number;
  /** Marks at either end, 2 × count: a0, b0, a1, b1, … */
  readonly ends: Uint32Array;
  /** Index into BANDS. */
  readonly band: Uint8Array;
  /** Index into EMPHASES: plain without a selection; selected for the pair that is, near where it touches what is, else faded. */
  readonly emphasis: Uint8Array;
}

/** Pairs of shown standards that nothing but hidden standards joins. */
export interface IndirectLinks {
  readonly count: number;
  /** Marks at either end, 2 × count: a0, b0, a1, b1, … */
  readonly ends: Uint32Array;
  /** The hidden standards on the way from the first end to the second; at least one. */
  readonly via: readonly (readonly StandardId[])[];
  /** What each link says, in words. */
  readonly texts: readonly string[];
}

/** Topics with gaps or thin cells as flat arrays, in drawing order. */
export interface GapMarks {
  readonly count: number;
  readonly mark: Uint32Array;
  readonly gaps: Uint32Array;
  readonly thin: Uint32Array;
  /** Both in words. */
  readonly texts: readonly string[];
}

/** Standards that have changed as flat arrays, in drawing order. */
export interface ChangeMarks {
  readonly count: number;
  readonly mark: Uint32Array;
  /** Index into CHANGED. */
  readonly change: Uint8Array;
  /** 1 where it is sure to have been in the period. */
  readonly sure: Uint8Array;
  /** What each says, in words. */
  readonly texts: readonly string[];
}

/** The lens for changes: what became of every standard, and which of it is shown. */
export interface ChangeLens {
  readonly changes: Changes;
  /** None stands for all. */
  readonly classes: readonly ChangedClass[];
}

/** What a label names: a node of this kind, or a territory. */
export type TextKind = NodeKind | 'territory';

/** Text that may be written at a mark; the first in the list wins where two would overlap. */
export interface Label {
  /** -1 for the name of a territory that no node stands for. */
  readonly mark: number;
  /** Place in layout units of a label without a mark. */
  readonly at?: readonly [x: number, y: number];
  readonly kind: TextKind;
  readonly text: string;
  /** The text as it is written: one line, or two where it is long. */
  readonly lines: readonly string[];
  /** Written at any zoom that has room for it; otherwise only near enough to tell the marks apart. */
  readonly always: boolean;
  /** Written however far the camera is, as SDOs are: the reader has asked for it. */
  readonly far?: boolean;
}

/** One class of the colour encoding. */
export interface LegendEntry {
  /** Palette slot: 0 neutral, 1 … 8. */
  readonly slot: number;
  /** Record id, status or role; absent for the class of all others. */
  readonly value?: string;
  /** Visible standards of the class. */
  readonly count: number;
}

/** An area of the drawing that belongs together. */
export interface Territory {
  /** 0: a class of the grouping (an SDO …); 1: a committee's standards within it. */
  readonly level: 0 | 1;
  /** Value of the class: record id, status or role. */
  readonly value: string;
  /** Its name; written only where no node stands for the class. */
  readonly label: string;
  /** Palette slot: 0 neutral, 1 … 8. */
  readonly slot: number;
  /** Closed outline in layout units: x0, y0, x1, y1, …; the first point is not repeated. */
  readonly outline: Float32Array;
}

/** What to draw: everything but camera, hover and colours of the theme. */
export interface Scene {
  readonly graph: Graph;
  readonly marks: Marks;
  readonly links: SceneLinks;
  /** Where hidden standards join shown ones: drawn as dotted links. */
  readonly indirect: IndirectLinks;
  /** Marks near a selection or selected, or what a lens shows, in drawing order; where there are any, all others are faded. */
  readonly raised: Uint32Array;
  /** What the others are faded for: a lens leaves them as readable ground, a selection puts them back. */
  readonly faded: 'none' | 'lens' | 'selection';
  /** With the lens for overlaps; none in it: no candidate joins two shown standards. */
  readonly candidates?: CandidateLinks | undefined;
  /** With the lens for gaps; none in it: no shown topic has any. */
  readonly gaps?: GapMarks | undefined;
  /** With the lens for changes; none in it: no shown standard has changed. */
  readonly changes?: ChangeMarks | undefined;
  /**
   * How much each mark matters to the lens, 0–3: 3 with a high candidate, a gap, or what left; 2 medium, what came or was revised; 1 low, thin,
   * what was started or ended on a day that nobody gives. Standards that the picture is made for have 4, and up to 6 by what the lens
   * shows of them. Absent without either.
   */
  readonly weights?: Uint8Array | undefined;
  /** The weight from which standards are named at any zoom that has room for them. Default 1. */
  readonly namedFrom?: number | undefined;
  /** Whether the picture is made for some records: a plate whose name has no room beside theirs is left out. Default false. */
  readonly isAbout?: boolean | undefined;
  /** Areas behind the marks: level 0 before level 1, in each the largest first. */
  readonly territories: readonly Territory[];
  /** Around all marks; undefined when nothing is shown. */
  readonly bounds: Bounds | undefined;
}

/** What `buildScene` needs. */
export interface SceneInput {
  readonly graph: Graph;
  /** Positions of all nodes of the graph in layout units, 2n: x0, y0, … */
  readonly xy: Float32Array;
  /** The standards as they stood on a day, in the places of the graph's. Default the catalogue of the graph. */
  readonly records?: Catalogue | undefined;
  /** Standards that pass the filter. */
  readonly visible: ReadonlySet<StandardId>;
  readonly color: Encoding;
  /** What the territories stand for. Default SDOs. */
  readonly group?: Encoding | undefined;
  /** Name of a status or a role in the reader's language, for labels of territories. Default the value itself. */
  readonly nameOf?: ((value: string) => string) | undefined;
  /** What a link by way of hidden standards says in the reader's language. Default their ids. */
  readonly indirectText?: ((via: readonly StandardId[]) => string) | undefined;
  /**
   * Records that the picture is made for: standards of these are named at any zoom and never faded by a lens, of the topics only these are drawn, and no group
   * that has no standards. Compared by identity. Default: the picture is of everything alike.
   */
  readonly about?: ReadonlySet<string> | undefined;
  /** Selected nodes; standards by default, but any node can be selected. */
  readonly selected: readonly NodeRef[];
  /** The lens for overlaps: candidates, the strongest first. Default: the lens is off. */
  readonly candidates?: readonly OverlapPair[] | undefined;
  /** The lens for gaps: what is missing on which topic. Default: the lens is off. */
  readonly gaps?: ReadonlyMap<TopicId, TopicGaps> | undefined;
  /** The gaps of a topic in the reader's language, for its tooltip. Default numbers: `2 / 5`. */
  readonly gapsText?: ((gaps: TopicGaps) => string) | undefined;
  /** The lens for changes; compared by identity. Default: the lens is off. */
  readonly changes?: ChangeLens | undefined;
  /** What became of a standard in the reader's language, for the tooltips of a picture. Default the class: `revised`. */
  readonly changeText?: ((change: StandardChange) => string) | undefined;
}
