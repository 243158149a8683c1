import type { Kind } from '../../model/dataset.js';
import type { ClassificationRules } from '../classify.js';

/** Forms of text that the smart-city selection never meets and the whole catalogues have, lower case. */
const FURTHER: Readonly<Record<string, Kind>> = {
  addendum: 'normative',
  amendment: 'normative',
  annex: 'normative',
  consolidated: 'normative',
  corrigendum: 'normative',
  erratum: 'normative',
  ets: 'normative',
  gts: 'normative',
  interpretation: 'informative',
  net: 'normative',
  tbr: 'normative',
  'i-ets': 'pre-normative',
  directive: 'guide',
  etr: 'informative',
  other: 'informative',
  question: 'informative',
  resolution: 'informative',
  sttr: 'informative',
  tcrtr: 'informative',
  tec: 'informative',
  tmop: 'informative',
  wp: 'informative',
};

/** The rules of the pipeline, with a kind for the forms of text that only the whole catalogues have. */
export const withFurtherKinds = (rules: ClassificationRules): ClassificationRules => ({
  ...rules,
  kinds: new Map([...Object.entries(FURTHER).map(([name, kind]) => [`* ${name}`, kind] as const), ...rules.kinds]),
});
