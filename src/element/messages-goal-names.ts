/** The frameworks of goals, as fields, encodings and axes are called, in English. */
export const goalNames = {
  sdg: 'SDG',
  purpose: 'ISO 37101 purpose',
  dimension: 'U4SSC dimension',
  category: 'U4SSC category',
  vertical: 'SG20 vertical',
  challenge: 'SG20 challenge',
} as const;
