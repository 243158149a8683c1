/** What stands in the menu of tools, in English. */
export const toolNames = {
  proposal: 'Check a proposal',
  findings: 'Findings',
  activity: 'Coordination meetings',
  views: 'Saved views',
  keep: 'Keep this view',
  story: 'Story',
  present: 'Present',
  files: 'Open a file',
  export: 'Export',
} as const;
