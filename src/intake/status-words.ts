import type { Status } from '../model/dataset.js';
import { plainWords } from './words.js';

const STATUSES = [
  'in-force',
  'under-development',
  'under-revision',
  'superseded',
  'withdrawn',
  'proposed',
] as const satisfies readonly Status[];

/** Words between commas. */
const words = (text: string): readonly string[] => text.split(', ');

/** Words of tables for each status: English, French, Spanish, German, Arabic. */
const WORDS: Readonly<Record<(typeof STATUSES)[number], readonly string[]>> = {
  'in-force': words(
    'in force, published, approved, active, current, valid, international standard, final, released, adopted, in effect, ' +
      'complete, completed, en vigueur, publie, publiee, approuve, approuvee, actif, vigente, publicado, publicada, aprobado, ' +
      'aprobada, en vigor, activo, veroffentlicht, gultig, in kraft, aktuell, genehmigt, ساري, ساريه, منشور, منشوره, نافذ, ' +
      'معتمد, معتمده, 现行, действует, действующий, vigore, in vigore',
  ),
  'under-development': words(
    'under development, draft, in preparation, in progress, work in progress, under study, ongoing, wip, in development, ' +
      'developing, drafting, in work, dis, fdis, cd, wd, cdv, awi, dts, dtr, cdts, pwi, prf, consented, determined, consent, ' +
      'enquiry, committee draft, working draft, final draft, last call, approval stage, comment stage, en cours, ' +
      'en cours d elaboration, en preparation, projet, en elaboracion, en desarrollo, en curso, borrador, proyecto, ' +
      'en estudio, entwurf, in arbeit, in bearbeitung, in vorbereitung, in entwicklung, قيد الاعداد, قيد التطوير, مسوده, ' +
      'تحت الاعداد, قيد الدراسه, 制定中, проект, bozza',
  ),
  'under-revision': words(
    'under revision, in revision, being revised, under review, revision, to be revised, en revision, en cours de revision, ' +
      'wird uberarbeitet, in uberarbeitung, uberarbeitung, قيد المراجعه, قيد التنقيح, 修订中',
  ),
  superseded: words(
    'superseded, replaced, revised, obsolete, obsoleted, deprecated, remplace, remplacee, sustituido, sustituida, ' +
      'reemplazada, reemplazado, ersetzt, abgelost, veraltet, استبدل, مستبدل, مستبدله, حل محله, 被代替',
  ),
  withdrawn: words(
    'withdrawn, cancelled, canceled, deleted, retired, inactive, withdrawal, abandoned, annule, annulee, retire, retiree, ' +
      'supprime, supprimee, anulada, anulado, retirada, retirado, cancelada, suprimida, zuruckgezogen, aufgehoben, geloscht, ' +
      'ملغى, ملغاه, ملغي, مسحوب, مسحوبه, 废止, отменен, ritirata',
  ),
  proposed: words(
    'proposed, proposal, new work item, nwip, np, nwi, preliminary, new, planned, propose, proposee, proposition, propuesto, ' +
      'propuesta, vorgeschlagen, vorschlag, geplant, مقترح, مقترحه, 拟定, предложен',
  ),
};

/** The first two digits of an international stage code. @source ISO Guide to international harmonized stage codes */
function ofStage(stage: number, sub: number): Status {
  if (stage === 0 || stage === 10) return sub === 98 ? 'withdrawn' : 'proposed';
  if (stage < 60) return sub === 98 ? 'withdrawn' : 'under-development';
  if (stage === 60) return sub === 0 ? 'under-development' : 'in-force';
  if (stage === 90) return sub === 92 ? 'under-revision' : 'in-force';
  return 'withdrawn';
}

const BY_WORD: ReadonlyMap<string, Status> = new Map(
  STATUSES.flatMap((status) => [status, ...WORDS[status]].map((word) => [plainWords(word), status] as const)),
);

/** The status that a word, a phrase or a stage code (`60.60`) of a table stands for; undefined for what is none. */
export function statusOf(text: string): Status | undefined {
  const stage = /^(\d{2})\.(\d{2})$/.exec(text.trim());
  if (stage) return ofStage(Number(stage[1]), Number(stage[2]));
  const plain = plainWords(text);
  if (plain === 'unknown') return 'unknown';
  const known = BY_WORD.get(plain);
  if (known !== undefined) return known;
  // `Published (60.60)`, `Draft, enquiry`: what comes first says it
  const head = /^[^(,;:/]+/.exec(text)?.[0] ?? '';
  return head !== text ? BY_WORD.get(plainWords(head)) : undefined;
}
