/** Views, lenses and tools of the toolbar, and the panel they open. */
export const analysisMessages = {
  views: 'View',
  viewNames: { graph: 'Graph', matrix: 'Matrix', timeline: 'Timeline', table: 'Table' },
  lenses: 'Highlight',
  lensNames: { overlaps: 'Overlaps', gaps: 'Gaps', changes: 'Changes' },
  tools: 'Tools',
  toolNames: {
    proposal: 'Check a proposal',
    findings: 'Findings',
    activity: 'Coordination meetings',
    views: 'Saved views',
    keep: 'Keep this view',
    story: 'Story',
    present: 'Present',
    files: 'Open a file',
    export: 'Export',
  },
  skip: 'Go to the panel beside the map',
  counted: (name: string, count: string) => `${name} (${count})`,
} as const;
