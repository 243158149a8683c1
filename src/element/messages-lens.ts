/** Texts about the lenses in the drawing, in English. Numbers arrive formatted, those that choose a form as numbers too. */
export const lensMessages = {
  candidates: 'Overlap candidates',
  noCandidates: 'No overlap candidate joins two of the standards shown.',
  bands: { high: 'High', medium: 'Medium', low: 'Low' },
  candidate: (band: string) => `Overlap candidate: ${band.toLowerCase()}`,
  coordinated: 'Declared as coordinated',
  beyond: 'Outside the filter, drawn too',
  gaps: 'Gaps: topics',
  gapTopics: 'With gaps',
  thinTopics: 'With thin cells only',
  gapNote: 'The number says how many cells of the matrix. Thin: being filled, informative only, ageing or of one SDO.',
  noGaps: 'On no topic shown is expected coverage missing.',
  /** Below the name of a topic; either number may be 0. */
  missing: (gaps: number, thin: number, asText: (value: number) => string) =>
    [gaps > 0 ? `${asText(gaps)} ${gaps === 1 ? 'gap' : 'gaps'}` : '', thin > 0 ? `${asText(thin)} thin` : '']
      .filter((part) => part !== '')
      .join(', '),
} as const;
