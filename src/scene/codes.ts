/** Emphases as typed arrays have them: places in `EMPHASES`. */
export const FADED = 0;
export const PLAIN = 1;
export const NEAR = 2;
export const SELECTED = 3;

/** Shapes: places in `SHAPES`. */
export const PLATE = 0;
export const CIRCLE = 3;

/** Finishes: places in `FINISHES`. */
export const FILLED = 0;
export const CROSSED = 2;
export const DASHED = 3;

/** Kinds of links: places in `LINK_KINDS`. */
export const OWNS = 0;
export const PART_OF = 1;
export const RELATION = 3;
