// In the self-contained files: d3-zoom 3.0 asks for the path of an animated zoom; src/interact/pan-zoom.ts has its own.
export const interpolateZoom = undefined;
