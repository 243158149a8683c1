/** Views, lenses and the button of the tools in the toolbar. */
export const analysisMessages = {
  views: 'View',
  viewNames: { graph: 'Graph', matrix: 'Matrix', timeline: 'Timeline', table: 'Table' },
  lenses: 'Highlight',
  lensNames: { overlaps: 'Overlaps', gaps: 'Gaps', changes: 'Changes' },
  tools: 'Tools',
  skip: 'Go to the panel beside the map',
  counted: (name: string, count: string) => `${name} (${count})`,
} as const;
