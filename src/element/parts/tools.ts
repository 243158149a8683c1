import type { Lens } from '../../state/state.js';

/** What opens beside the map without changing it. */
export const TOOLS = ['proposal', 'findings', 'activity', 'views', 'keep', 'story', 'present', 'files', 'export'] as const;
export type Tool = (typeof TOOLS)[number];

/** What the menu of tools shows and does. */
export interface ToolProps {
  /** What is open. */
  readonly tool: Tool | undefined;
  /** Tools that there are. */
  readonly tools: readonly Tool[];
  readonly toggleTool: (tool: Tool) => void;
  /** How many there are of each; absent while it is not known. */
  readonly counts: Readonly<Partial<Record<Lens | Tool, number | undefined>>>;
}
