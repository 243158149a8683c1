/** What a link could not bring, in English. Numbers arrive formatted. */
export const linkMessages = {
  linkPart: (part: string, got: string, expected: string, nearest: string | undefined) =>
    `The part “${part}” of this link cannot be used: got “${got}”, expected ${expected}.${nearest === undefined ? '' : ` Nearest: “${nearest}”.`}`,
  moreParts: (more: string) => `${more} more parts cannot be used either.`,
  stranger: (id: string, nearest: string | undefined) =>
    `This link names “${id}”, which this dataset does not have.${nearest === undefined ? '' : ` Nearest: “${nearest}”.`}`,
  moreStrangers: (more: string) => `The dataset lacks ${more} more of its records.`,
  restUsed: 'The rest of the link was used.',
} as const;
