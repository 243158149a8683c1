/**
 * Fingerprints of the layouts of the literal graphs and of the random one with seed 1, as Node computes them. They change with the forces; the failing test
 * prints the new ones. Browsers must agree with them.
 */
export const FINGERPRINTS = { whole: 3241442499, staged: 2623294209, random: 898345961 } as const;
