/** What a designation says of itself. */
export interface Reference {
  /** The work, without edition and draft stage: `ISO 37122`, `ITU-T Y.4903`. */
  readonly work: string;
  /** The text it names: `ISO 37122:2019`; the work itself where it names none. */
  readonly edition: string;
  /** Publishers as it names them: `ISO`, `IEC`; empty where it names none. */
  readonly publishers: readonly string[];
  /** Form of the deliverable where it says so: `TS`, `TR`, `Recommendation`, `Supplement`. */
  readonly form?: string;
  /** It names a draft: `ISO/DIS 37122`. */
  readonly draft: boolean;
  /** Year or day of the edition: `2019`, `2022-03`. */
  readonly date?: string;
}

/** Stages that stand in designations of drafts. @source ISO/IEC Directives Part 1, 2.1 */
const STAGES = /^(?:FDIS|DIS|CD|CDV|WD|AWI|NP|PWI|DTS|DTR|DPAS|CDTS|CDTR|PRF|DAM|FDAM|FprEN|prEN|prTS|draft)$/;
/** Forms that stand between publisher and number; the drafts of a TS and a TR say so. */
const FORMS: ReadonlyMap<string, string> = new Map([
  ...['TS', 'TR', 'PAS', 'SRD', 'IWA', 'EN', 'ES', 'EG', 'SR', 'GS', 'GR'].map((form) => [form, form] as const),
  ...([
    ['DTS', 'TS'],
    ['DTR', 'TR'],
    ['CDTS', 'TS'],
    ['CDTR', 'TR'],
    ['DPAS', 'PAS'],
    ['Guide', 'Guide'],
    ['GUIDE', 'Guide'],
    ['prEN', 'EN'],
    ['FprEN', 'EN'],
    ['prTS', 'TS'],
  ] as const),
]);
/** Publishers that stand together before a slash, and ones that have a slash or a hyphen of their own. */
const PUBLISHER =
  /^(?:ISO|IEC|IEEE|ITU-T|ITU-R|ITU|ETSI|OGC|W3C|OASIS|CEN|CENELEC|CLC|CISPR|3GPP|oneM2M|GSMA|IETF|TIA|ATIS|BSI|BS|DIN|NF|UNE|UNI|GB|GB-T|ANSI|SAE|ASTM|NIST|JIS|KS|GOST|GSO|SASO)$/i;

/** Marks and words that designations do without. */
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[®™\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Where the edition begins: `:2019`, ` (03/2022)`, ` V1.1.1 (2020-01)`, `-2020` behind an IEEE number. */
const EDITION =
  /\s*(?::\s*(\d{4})(?:-(\d{2}))?|\(\s*(?:(\d{2})\/)?(\d{4})\s*\)|\(\s*(\d{4})-(\d{2})\s*\)|V\d+\.\d+\.\d+(?:\s*\((\d{4})(?:-(\d{2}))?\))?)(?=$|[\s/+])/;

const isYear = (text: string): boolean => Number(text) >= 1900 && Number(text) < 2200;

interface Dated {
  readonly bare: string;
  readonly date?: string;
}

function undated(text: string): Dated {
  const found = EDITION.exec(text);
  if (!found) {
    const [, bare, year] = /^((?:IEEE|GB|JIS|SAE|ASTM|ANSI|UL)\b.*\d\w*)-(\d{4})$/i.exec(text) ?? [];
    return bare !== undefined && year !== undefined && isYear(year) ? { bare, date: year } : { bare: text };
  }
  const [whole, y1, m1, m2, y2, y3, m3, y4, m4] = found;
  const year = y1 ?? y2 ?? y3 ?? y4;
  const month = m1 ?? m2 ?? m3 ?? m4;
  const bare =
    text.slice(0, found.index) + text.slice(found.index + whole.length).replace(/^\/(?:Amd|Cor|Add|Amendment|Corrigendum)\b.*$/i, '');
  return { bare: bare.trim(), ...(year !== undefined && { date: month === undefined ? year : `${year}-${month}` }) };
}

/** A Recommendation of the ITU in its usual spellings: `Y.4903`, `Rec. ITU-T Y.4903`, `Y Suppl. 58`, `Supplement 58 to ITU-T Y series`. */
function ofItu(text: string): { readonly work: string; readonly form: string } | undefined {
  const plain = text
    .replace(/\b(?:Recommendation|Recommandation|Recomendación|Rec)\b\.?/gi, ' ')
    .replace(/^(?:draft|new)\s+/i, '')
    .replace(/\bITU\s?-?\s?(?=[TR]\b)/i, 'ITU-')
    .replace(/\s+/g, ' ')
    .trim();
  const sector = /\bITU-R\b/i.test(plain) ? 'ITU-R' : 'ITU-T';
  const rest = plain.replace(/^ITU(?:-[TR])?\s*/i, '');
  const named = rest !== plain;
  const first = /^(?:Supplement|Suppl?\.?)\s*(\d+)\s+to\s+(?:ITU-T\s+)?([A-Z])(?:[.-]?\s?series|\.\d.*)?$/i.exec(rest);
  const supplement = /^([A-Z])\.?\s*(?:-series\s+)?(?:Supplement|Suppl?\.?|Sup\.?)\s*(\d+)$/i.exec(rest);
  const [series, number] = first ? [first[2], first[1]] : supplement ? [supplement[1], supplement[2]] : [];
  if (series !== undefined && number !== undefined)
    return { work: `${sector} ${series.toUpperCase()} Suppl. ${number}`, form: 'Supplement' };
  const isRecommendation = sector === 'ITU-T' ? /^[A-Z]\.[\w.-]+(?:\/[A-Z]\.[\w.-]+)*$/ : /^[A-Z]{1,3}\.\d[\w.-]*$/;
  if (isRecommendation.test(rest) && (named || /^[A-Z]\.(?:\d|dt-|sup)/i.test(rest) || /^draft\b/i.test(text)))
    return { work: `${sector} ${rest}`, form: 'Recommendation' };
  return named ? { work: `${sector} ${rest}`, form: 'Recommendation' } : undefined;
}

/**
 * A designation taken apart: the work that it names, the edition, the publishers. Any spelling is taken; what cannot be taken apart is a work
 * as it stands.
 */
export function readReference(text: string): Reference {
  const whole = tidy(text);
  const { bare, date } = undated(whole);
  const itu = ofItu(bare);
  if (itu) {
    const mark = /\(.*\)$/.exec(whole)?.[0];
    return {
      ...itu,
      edition: date === undefined || mark === undefined ? itu.work : `${itu.work} ${mark}`,
      publishers: [itu.work.slice(0, 5)],
      draft: /^draft\b/i.test(whole),
      ...(date !== undefined && { date }),
    };
  }
  const [head = '', ...tail] = bare.replace(/^draft\s+/i, '').split(' ');
  // Publishers with a blank between them: `ISO IEC 30141`
  const joint = PUBLISHER.test(head) && PUBLISHER.test(tail[0] ?? '') ? (tail.shift() ?? '') : undefined;
  const steps = [
    ...head.split('/'),
    ...(joint === undefined ? [] : [joint]),
    ...(STAGES.test(tail[0] ?? '') || FORMS.has(tail[0] ?? '') ? [tail.shift() ?? ''] : []),
  ];
  if (FORMS.has(tail[0] ?? '')) steps.push(tail.shift() ?? '');
  const publishers = steps.filter((step) => PUBLISHER.test(step)).map((step) => step.toUpperCase().replace('ONEM2M', 'oneM2M'));
  const form = steps.map((step) => FORMS.get(step)).find((one) => one !== undefined);
  const draft = steps.some((step) => STAGES.test(step));
  const known = steps.every((step) => PUBLISHER.test(step) || STAGES.test(step) || FORMS.has(step));
  if (!known || tail.length === 0) {
    const work = bare.replace(/^draft\s+/i, '');
    return {
      work,
      edition: whole,
      publishers: [],
      draft: draft || work !== bare,
      ...(form !== undefined && { form }),
      ...(date !== undefined && { date }),
    };
  }
  const lead = publishers.join('/');
  const isSlashed = form !== undefined && /^(?:TS|TR|PAS|Guide|IWA)$/.test(form) && publishers.includes('ISO') && publishers.length === 1;
  const work = [form === undefined ? lead : isSlashed && form !== 'Guide' ? `${lead}/${form}` : `${lead} ${form}`.trim(), ...tail].join(
    ' ',
  );
  const edition = whole === bare ? (draft ? whole : work) : work + whole.slice(bare.length);
  return { work, edition, publishers, draft, ...(form !== undefined && { form }), ...(date !== undefined && { date }) };
}

/** Whether a text looks like the name of a committee: `ISO/TC 268/SC 1`, `ITU-T SG20`, `Q1/20`. */
export const isCommitteeName = (text: string): boolean =>
  /(?:^|[\s/])(?:J?TC|SC|WG|SG|PC|SyC|ISG|FG|Q)[\s-]?\d+[A-Z]?(?:$|[\s/])/.test(text) && !/:\d{4}|\d{4,}/.test(text);

/** Whether a text looks like a designation: a number in it, a letter before it or a publisher, and no sentence. */
export function isReference(text: string): boolean {
  const plain = tidy(text);
  if (plain.length > 80 || !/\d/.test(plain) || plain.split(' ').length > 8) return false;
  const bare = plain.replace(/^(?:draft|new)\s+/i, '').replace(/^F?pr(?=EN|TS)/, '');
  if (isCommitteeName(bare)) return false;
  if (ofItu(bare)) return true;
  const [head = ''] = bare.split(/[ /\-.]/);
  return PUBLISHER.test(head) || (/^[A-Z][A-Za-z]{0,7}[A-Z0-9](?:[/ .-][A-Za-z]{1,9}\.?){0,3}[/ .-]?\d/.test(bare) && !/^Q\d/.test(bare));
}
