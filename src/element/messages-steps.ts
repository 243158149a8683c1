import type { Count } from './messages-matrix.js';

type Words = Readonly<Record<string, string>>;

const plural = ({ n, text }: Count, one: string, more: string): string => `${text} ${n === 1 ? one : more}`;

/** Undo and redo, what a link could not bring, and what can be done with a selection, in English. Numbers and dates arrive formatted. */
export const stepMessages = {
  chipOnly: (count: Count) => `Only ${plural(count, 'standard', 'standards')}`,
  chipWithout: (count: Count) => `Without ${plural(count, 'standard', 'standards')}`,
  chipNear: (id: string, depth: number) => (depth === 1 ? `Near ${id}` : `Near ${id}, ${String(depth)} steps`),
  chipPath: (from: string, to: string) => `Path from ${from} to ${to}`,
} as const satisfies Readonly<Record<string, string | Words | ((...given: never[]) => string)>>;
