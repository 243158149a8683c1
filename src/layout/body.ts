import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';

/** A node as d3-force keeps it; x and y are always set before d3-force sees it, else it would place it with Math.cos. */
export interface Body extends SimulationNodeDatum {
  x: number;
  y: number;
  vx: number;
  vy: number;
  /** Index in the layout's input. */
  readonly node: number;
}

/** A link as d3-force keeps it. */
export interface Spring extends SimulationLinkDatum<Body> {
  source: Body;
  target: Body;
  /** Index in the layout's input. */
  readonly link: number;
}

/** True for a body that stays where it is. */
export const stands = ({ fx }: Body): boolean => fx !== undefined;
