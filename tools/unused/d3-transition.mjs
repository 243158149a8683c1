// In the self-contained files: d3-zoom 3.0 asks for animated zooms and to interrupt them; src/interact/pan-zoom.ts has its own.
import { selection } from 'd3-selection';

export const interrupt = () => undefined;

selection.prototype.interrupt = function () {
  return this;
};
