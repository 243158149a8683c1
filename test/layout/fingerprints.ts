/**
 * Fingerprints of the layouts of the literal graphs with seed 1, as Node computes them. They change with the forces; the failing test
 * prints the new ones. Browsers must agree with them.
 */
export const FINGERPRINTS = { whole: 1994559576, staged: 1853925875 } as const;
