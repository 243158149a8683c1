/** Views, lenses and tools of the toolbar, and the panel they open. */
export const analysisMessages = {
  views: 'View',
  viewNames: { graph: 'Graph', matrix: 'Matrix' },
  lenses: 'Highlight',
  lensNames: { overlaps: 'Overlaps', gaps: 'Gaps' },
  tools: 'Tools',
  toolNames: { proposal: 'Check a proposal', findings: 'Findings' },
  skip: 'Go to the panel beside the map',
  counted: (name: string, count: string) => `${name} (${count})`,
} as const;
