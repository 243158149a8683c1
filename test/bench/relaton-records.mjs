// Rows of the catalogue tables as Relaton records: both models, the copies, stages, variants and relations that the real folders hold, with abstracts
// of the catalogues' mean length in invented words. What a record is like follows from its place in the table alone: no chance.
const WORDS =
  'system service of the requirement for interface and with data a test is to method in urban or by device this part specifies network general as safety energy which management an information model between performance water on control quality used equipment process'.split(
    ' ',
  );
const MOTS =
  'système de la méthode pour les essais et une exigence du service à l’énergie des données sécurité qui présent document spécifie dans réseau général qualité équipement'.split(
    ' ',
  );

/** Some words, always the same for the same place. */
function filler(words, length, seed, line = Infinity) {
  let [text, state, since] = ['', seed >>> 0, 0];
  while (text.length < length) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const word = words[state % words.length];
    since += word.length + 1;
    text += text === '' ? word : since > line ? `.\n${word}` : state % 97 === 0 ? `. ${word}` : ` ${word}`;
    if (since > line) since = 0;
  }
  return text;
}

const latin = (language) => ({ language: [language], script: ['Latn'], format: 'text/plain' });
const part = (content, language, type) => ({ content, ...latin(language), ...(type && { type }) });

/** A title as ISO and IEC print it: the parts, then the whole. */
function titles(whole, language) {
  const parts = whole.split(' - ');
  const names = parts.length > 2 ? ['title-intro', 'title-main', 'title-part'] : ['title-main', 'title-part'];
  return [...parts.slice(0, 3).map((text, at) => part(text, language, names[at])), part(whole, language, 'main')];
}

const relation = (type, id, extra = {}) => ({
  type,
  bibitem: {
    id: id.replaceAll(/\W/g, ''),
    type: 'standard',
    docid: [{ id, type: 'ISO', primary: true }],
    ...extra,
    formattedref: { content: id, format: 'text/plain' },
  },
});

/** The catalogue's own word for each relation of the table; ISO's “updates” points to the newer text. */
const ISO_WORDS = {
  replaces: 'obsoletes',
  replacedBy: 'updates',
  hasAmendment: 'updates',
  willBeReplacedBy: 'obsoletes',
  partOf: 'partOf',
};

const publisher = (name, abbreviation, url) => [
  { organization: { name: [{ content: name }], abbreviation: { content: abbreviation }, url }, role: [{ type: 'publisher' }] },
];

function isoOrIec(row, at, { owner, doctype, stage, committee, share, english, french, html }) {
  const [main, sub] = (stage ?? '').split('.');
  const hasAbstract = (at * 7919) % 100 < share;
  const text = (words, length, seed) =>
    html ? filler(words, length, seed, 300).replaceAll('.\n', '.<br />\r\n') : filler(words, length, seed, 300);
  return {
    'schema-version': 'v1.2.9',
    id: row.id.replaceAll(/\W/g, ''),
    title: [...titles(row.t, 'en'), ...(row.fr ? titles(row.fr, 'fr') : [])],
    link: row.url
      ? [
          { content: row.url, type: 'src' },
          { content: `${row.url}.rss`, type: 'rss' },
        ]
      : undefined,
    type: 'standard',
    docid: [
      { id: row.id, type: owner, primary: true },
      { id: `urn:${owner.toLowerCase()}:std:${row.id.replaceAll(' ', ':')}`, type: 'URN' },
    ],
    docnumber: /\d+/.exec(row.id)?.[0],
    date: row.d ? [{ type: 'published', value: row.d }, ...(row.wd ? [{ type: 'obsoleted', value: row.wd }] : [])] : undefined,
    contributor: publisher(
      owner === 'ISO' ? 'International Organization for Standardization' : 'International Electrotechnical Commission',
      owner,
    ),
    edition: row.ed ? { content: row.ed } : undefined,
    revdate: row.d,
    language: row.lang,
    script: ['Latn'],
    abstract: hasAbstract
      ? [
          { content: text(WORDS, english, at), language: ['en'], script: ['Latn'], format: html ? 'text/html' : 'text/plain' },
          ...(row.fr
            ? [{ content: text(MOTS, french, at), language: ['fr'], script: ['Latn'], format: html ? 'text/html' : 'text/plain' }]
            : []),
        ]
      : undefined,
    docstatus: stage ? { stage: { value: main }, ...(sub && { substage: { value: sub } }) } : undefined,
    copyright: [{ owner: [{ name: [{ content: owner }] }], from: (row.d ?? '2020').slice(0, 4) }],
    relation: row.rel && owner === 'ISO' ? row.rel.map(({ t, id }) => relation(ISO_WORDS[t] ?? t, id)) : undefined,
    place: ['Geneva'],
    ext: {
      'schema-version': 'v1.0.3',
      doctype: { type: doctype },
      editorialgroup: row.c ? { technical_committee: row.c.map((name) => committee(name, Number(/\d+/.exec(name)?.[0] ?? 0))) } : undefined,
      ics: row.ics?.map((code) => ({ code, text: filler(WORDS, 20, code.length) })),
      structuredidentifier: { project_number: String(row.p ?? at), type: owner },
    },
  };
}

const ISO_FORMS = { TS: 'technical-specification', TR: 'technical-report', PAS: 'publicly-available-specification', Guide: 'guide' };

/** ISO: the record, for some an old copy under a name with a colon, and one for each earlier stage of its project. */
export function isoFiles(row, at, copied) {
  const common = {
    owner: 'ISO',
    doctype: ISO_FORMS[row.ty] ?? 'international-standard',
    committee: (identifier, number) => ({ name: filler(WORDS, 24, number), number, type: 'TC', identifier }),
    ...{ share: 76, english: 740, french: 780, html: false },
  };
  const record = isoOrIec(row, at, { ...common, stage: row.stage });
  const stages = (row.stages ?? []).map((id, stage) => [
    `${row._f.replace('.yaml', '')}-stage-${stage}.yaml`,
    isoOrIec({ ...row, id, d: undefined, rel: undefined }, at, { ...common, stage: '40.99' }),
  ]);
  const copy = copied ? [[row._f.replace(/-(\d{4})\.yaml$/, ':$1.yaml'), { ...record, 'schema-version': 'v1.2.7' }]] : [];
  return [[row._f, record], ...copy, ...stages];
}

export const iecFiles = (row, at) => [
  [
    row._f,
    isoOrIec(row, at, {
      owner: 'IEC',
      doctype: ISO_FORMS[row.ty] ?? 'international-standard',
      stage: row.stage,
      committee: (name, number) => ({ name: name.replace(/^IEC (?=TC|SC|SyC)/, ''), number, type: 'technicalCommittee' }),
      ...{ share: 72, english: 930, french: 780, html: true },
    }),
  ],
];

/** Supplements that ITU's catalogue lists with every text of a letter: 365,690 relations over 21,506 texts. */
const NOISE = 75;
const NOISY = 227;

const supplementOf = (letter, number) => ({
  type: 'complementOf',
  bibitem: {
    title: [{ language: 'en', script: 'Latn', content: filler(WORDS, 66, number * 31) }],
    docidentifier: [{ content: `${letter} Suppl. ${number} (0${(number % 9) + 1}/${1988 + (number % 36)})`, type: 'ITU', primary: true }],
  },
});

export function ituFiles(row, at) {
  const letter = /ITU-T ([A-Z])/.exec(row.id)?.[1];
  const noise =
    letter && (at * 7919) % 1000 < NOISY * 1.33 ? Array.from({ length: NOISE }, (_, number) => supplementOf(letter, number + 1)) : [];
  const editions = (row.rel ?? []).map(({ id }) => ({
    type: 'hasEdition',
    bibitem: { docidentifier: [{ content: id.replace('ITU-T ', ''), type: 'ITU', primary: true }] },
  }));
  const itut = row.id.startsWith('ITU-T');
  return [
    [
      row._f,
      {
        id: row.id.replaceAll(/\W/g, ''),
        schema_version: 'v1.5.6',
        type: 'standard',
        title: row.t && !row.tInherited ? [{ language: 'en', script: 'Latn', content: row.t, type: 'main' }] : undefined,
        source: row.url ? [{ type: 'src', content: row.url }] : undefined,
        docidentifier: [
          { content: row.id, type: 'ITU', primary: true },
          ...(row.alt ?? []).map((id) => ({ content: id, type: 'ISO', primary: true })),
        ],
        date: [{ type: 'published', at: row.d }],
        contributor: [
          {
            role: [{ type: 'publisher' }],
            organization: {
              uri: [{ content: 'www.itu.int' }],
              name: [{ content: 'International Telecommunication Union' }],
              abbreviation: { content: 'ITU' },
            },
          },
          ...(row.c ?? []).map((content) => ({
            role: [{ type: 'author', description: [{ content: 'committee' }] }],
            organization: {
              name: [{ content: 'International Telecommunication Union' }],
              subdivision: [{ name: [{ content }], type: 'technical-committee', subtype: 'study-group' }],
              abbreviation: { content: 'ITU-T' },
            },
          })),
        ],
        edition: row.ed ? { content: row.ed } : undefined,
        language: ['en'],
        script: ['Latn'],
        abstract:
          (at * 7919) % 100 < 41
            ? [{ language: 'en', script: 'Latn', content: filler(WORDS, 715, at, 300).replaceAll('.\n', '. \r\n') }]
            : undefined,
        status: row.stage ? { stage: { content: row.stage } } : undefined,
        copyright: [
          {
            from: row.d.slice(0, 4),
            owner: [{ organization: { name: [{ content: 'International Telecommunication Union' }], abbreviation: { content: 'ITU' } } }],
          },
        ],
        relation: noise.length + editions.length > 0 ? [...noise, ...editions] : undefined,
        place: [{ city: 'Geneva' }],
        ext: {
          schema_version: 'v1.1.3',
          doctype: { content: itut ? row.ty.toLowerCase() : row.ty === 'TR' ? 'technical-report' : row.ty.toLowerCase() },
          flavor: 'itu',
        },
      },
    ],
  ];
}

export const etsiFiles = (row, at) => [
  [
    row._f,
    {
      'schema-version': 'v1.2.9',
      id: row.id.replaceAll(/\W/g, ''),
      title: [part(row.t, 'en')],
      link: [{ content: row.url, type: 'src' }],
      type: 'standard',
      docid: [{ id: row.id, type: 'ETSI', primary: true }],
      docnumber: row.id,
      date: [{ type: 'published', value: row.d }],
      contributor: publisher('European Telecommunications Standards Institute', 'ETSI'),
      version: row.ver ? [{ draft: row.ver }] : undefined,
      revdate: row.d,
      language: ['en'],
      script: ['Latn'],
      abstract: [part(filler(WORDS, 270, at), 'en')],
      keyword: row.kw?.map((content) => ({ content })),
      ext: {
        'schema-version': 'v0.0.3',
        doctype: { type: row.ty, abbreviation: row.ty },
        editorialgroup: row.c?.map((name) => ({ name })),
      },
    },
  ],
];
