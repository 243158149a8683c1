import { catalogue } from '../../src/model/catalogue.js';
import { dataset, standard } from '../fixtures/small.js';

/** Titles, numbers and spellings as the SDOs have them, small enough to check by eye. */
export const landscape = () => catalogue(dataset({
  sdos: [
    { id: 'iso', name: 'ISO', title: 'International Organization for Standardization' },
    { id: 'iec', name: 'IEC', title: 'International Electrotechnical Commission' },
    { id: 'itu-t', name: 'ITU-T', title: 'ITU Telecommunication Standardization Sector' },
    { id: 'jtc1', name: 'ISO/IEC JTC 1', title: 'Information technology', jointOf: ['iso', 'iec'] },
    { id: 'etsi', name: 'ETSI', title: 'European Telecommunications Standards Institute' },
  ],
  committees: [
    { id: 'ISO/TC 268', title: 'Sustainable cities and communities', sdo: 'iso', kind: 'technical-committee' },
    { id: 'ISO/TC 268/SC 1', title: 'Smart community infrastructures', sdo: 'iso', kind: 'subcommittee', parent: 'ISO/TC 268' },
    { id: 'ISO/TC 204', title: 'Intelligent transport systems', sdo: 'iso', kind: 'technical-committee' },
    { id: 'ITU-T SG20', title: 'Internet of things and smart cities', sdo: 'itu-t', kind: 'study-group', aliases: ['ITU-T Study Group 20'] },
    { id: 'ITU-T Q1/20', title: 'Interoperability', sdo: 'itu-t', kind: 'question', parent: 'ITU-T SG20' },
    { id: 'ISO/IEC JTC 1/SC 41', title: 'Internet of things and digital twin', sdo: 'jtc1', kind: 'subcommittee' },
    { id: 'ETSI SmartM2M', title: 'Smart machine-to-machine communications', sdo: 'etsi', kind: 'technical-committee' },
  ],
  topics: [
    { id: 'energy', label: 'Energy', axis: 'domain', sources: ['U4SSC: Energy'] },
    { id: 'mobility', label: 'Transport and mobility', axis: 'domain', sources: ['U4SSC: Transport'] },
    { id: 'assessment', label: 'Indicators and evaluation', axis: 'capability', sources: ['Q7/20'] },
    { id: 'architecture', label: 'Architectures', axis: 'capability', sources: ['Q2/20'] },
  ],
  standards: [
    standard('ISO 37122', {
      title: 'Sustainable cities and communities - Indicators for smart cities',
      titles: { fr: 'Villes et communautés territoriales durables - Indicateurs pour les villes intelligentes' },
      topics: ['assessment'], role: 'assessment-test', ics: ['13.020.20'],
      editions: [{ id: 'ISO 37122:2019', date: '2019-05', status: 'in-force' }],
    }),
    standard('ISO/TS 37151', {
      title: 'Smart community infrastructures - Principles and requirements for performance metrics',
      committees: ['ISO/TC 268/SC 1'], deliverable: 'TS', kind: 'pre-normative', topics: ['assessment', 'energy'], ics: ['13.020.20', '03.100.70'],
      editions: [{ id: 'ISO/TS 37151:2015', date: '2015', status: 'superseded' }, { id: 'ISO/TS 37151:2024', date: '2024', status: 'in-force' }],
    }),
    standard('ISO 14813-1', {
      title: 'Intelligent transport systems - Reference model architecture(s) for the ITS sector',
      titles: { fr: 'Systèmes de transport intelligents - Architecture(s) de modèle de référence' },
      committees: ['ISO/TC 204'], topics: ['mobility', 'architecture'], role: 'architecture', tier: 'vertical', status: 'withdrawn', ics: ['35.240.60'],
      editions: [{ id: 'ISO 14813-1:2007', date: '2007-02', status: 'withdrawn' }],
    }),
    standard('ITU-T Y.4903/L.1603', {
      title: 'Key performance indicators for smart sustainable cities', publishers: ['itu-t'], committees: ['ITU-T Q1/20'], deliverable: 'Recommendation',
      aliases: ['ITU-T Y.4903', 'ITU-T L.1603'], topics: ['assessment'], role: 'assessment-test',
      editions: [
        { id: 'ITU-T Y.4903/L.1603 (10/2016)', date: '2016-10-07', status: 'superseded' },
        { id: 'ITU-T Y.4903 (03/2022)', date: '2022-03-09', status: 'in-force' },
      ],
    }),
    standard('ITU-T Y.4500.1', {
      title: 'oneM2M - Functional architecture', publishers: ['itu-t'], committees: ['ITU-T SG20'], deliverable: 'Recommendation', tier: 'vertical',
      aliases: ['oneM2M TS-0001'], topics: ['architecture'], role: 'architecture', status: 'under-revision',
      relations: [{ type: 'transposes', to: 'ETSI TS 118 101', evidence: 'same oneM2M number' }],
      editions: [{ id: 'ITU-T Y.4500.1 (03/2018)', date: '2018-03-01', status: 'in-force' }],
    }),
    standard('ETSI TS 118 101', {
      title: 'oneM2M; Functional Architecture', publishers: ['etsi'], committees: ['ETSI SmartM2M'], deliverable: 'TS', tier: 'vertical',
      aliases: ['oneM2M TS-0001'], topics: ['architecture'], role: 'architecture',
      editions: [{ id: 'ETSI TS 118 101 V4.10.0', date: '2022-01', status: 'in-force' }],
    }),
    standard('ISO/IEC 30141', {
      title: 'Internet of Things (IoT) - Reference architecture', publishers: ['iso', 'iec'], committees: ['ISO/IEC JTC 1/SC 41'],
      topics: ['architecture'], role: 'architecture', status: 'under-development',
      editions: [{ id: 'ISO/IEC CD 30141', status: 'under-development' }],
    }),
  ],
}));
