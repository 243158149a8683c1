// In the self-contained files: d3-force 3.0 asks for the ticks of an animated simulation; src/layout stops it before the first.
export const timer = () => ({ stop: () => undefined, restart: () => undefined });
