import type { Count } from './messages-count.js';

const standards = ({ n, text }: Count): string => `${text} ${n === 1 ? 'standard' : 'standards'}`;

/** What chips say of filters of single standards, in English. Numbers arrive formatted. */
export const chipMessages = {
  only: (count: Count) => `Only ${standards(count)}`,
  without: (count: Count) => `Without ${standards(count)}`,
  near: (id: string, depth: number) => (depth === 1 ? `Near ${id}` : `Near ${id}, ${String(depth)} steps`),
  path: (from: string, to: string) => `Path from ${from} to ${to}`,
} as const;
