import { plainWords } from './words.js';

/** Names of deliverables in tables, and how SDOs abbreviate them in datasets. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'international standard': 'IS',
    is: 'IS',
    'norme internationale': 'IS',
    'norma internacional': 'IS',
    'internationale norm': 'IS',
    'technical specification': 'TS',
    'specification technique': 'TS',
    'especificacion tecnica': 'TS',
    'technische spezifikation': 'TS',
    'technical report': 'TR',
    'rapport technique': 'TR',
    'informe tecnico': 'TR',
    'technischer bericht': 'TR',
    'publicly available specification': 'PAS',
    'systems reference deliverable': 'SRD',
    'international workshop agreement': 'IWA',
    'european standard': 'EN',
    recommendation: 'Recommendation',
    rec: 'Recommendation',
    recommandation: 'Recommendation',
    recomendacion: 'Recommendation',
    empfehlung: 'Recommendation',
    توصيه: 'Recommendation',
    supplement: 'Supplement',
    suppl: 'Supplement',
    suplemento: 'Supplement',
    guide: 'Guide',
  }).map(([name, short]) => [plainWords(name), short]),
);

/** The usual short form of a deliverable's name; the name itself where none is known. */
export const deliverableNamed = (text: string): string => NAMES.get(plainWords(text)) ?? text.replace(/\s+/g, ' ').trim();
