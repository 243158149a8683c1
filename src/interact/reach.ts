/** Nearest zoom that fitting goes to: a single standard does not fill the surface. */
export const NEAREST_FIT = 2.2;
/** Farthest zoom, as a share of the one that shows everything. */
export const FARTHEST = 0.4;
/** Zoom that revealing a mark goes to at least, so that its label and those around it can be read. */
export const REVEAL_ZOOM = 1.4;
/** Share of the surface around its middle in which a mark counts as well in view. */
export const WELL_IN_VIEW = 0.86;
/** How far inside the free part of the view a mark comes that a panel would cover, CSS px. */
export const AIR = 24;
