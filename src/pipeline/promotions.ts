import type { FoldedWork } from './editions.js';
import type { Statement } from './relations.js';
import type { Report } from './report.js';
import { isTelling, titleKey } from './title-key.js';

/** Forms of ETSI by weight: a TS, ES or GS that becomes an EN gets a new number and keeps its title. */
const WEIGHT: Readonly<Record<string, number>> = { EN: 3, ES: 2, TS: 1, GS: 0 };
const weight = (work: FoldedWork): number => WEIGHT[work.latest.name.deliverable] ?? -1;

/** A work's designation without its form: `IEC TS 62351-3` and `IEC 62351-3` share the number. */
const formless = (work: FoldedWork): string => work.id.replace(/ (?:TS|TR|PAS|SRD) (?=\d)/, ' ');

/**
 * Trap 14 between forms: IEC says that a TS, TR or PAS was replaced and on which day, but not by what. The text of the same number in
 * another form that came out on that day has replaced it.
 *
 * @param known relations found before; a pair among them is left alone
 */
export function replacements(works: readonly FoldedWork[], known: readonly Statement[], report: Report): readonly Statement[] {
  const pairs = new Set(
    known.filter(({ relation }) => relation.type === 'supersedes').map(({ subject, relation }) => `${subject} | ${relation.to}`),
  );
  const numbers = new Map<string, FoldedWork[]>();
  for (const work of works)
    if (work.latest.record.catalogue === 'iec') numbers.set(formless(work), [...(numbers.get(formless(work)) ?? []), work]);
  return [...numbers.values()].flatMap((group) =>
    group.flatMap((older) => {
      const day = older.status === 'superseded' ? older.latest.record.dates.find((date) => date.kind === 'obsoleted')?.value : undefined;
      return group
        .filter((newer) => newer !== older)
        .flatMap((newer) => {
          const text = newer.texts.find((one) => one.date === day && one.name.kind === 'edition');
          if (text === undefined || pairs.has(`${newer.id} | ${older.id}`)) return [];
          report.add(14, `${older.id} has become ${newer.id}`);
          const evidence = `Same number: ${older.latest.name.edition} was replaced on ${text.date}, the day on which ${text.name.edition} was published`;
          return [
            { subject: newer.id, relation: { type: 'supersedes' as const, to: older.id, evidence, source: older.latest.record.source.id } },
          ];
        });
    }),
  );
}

/**
 * Trap 15: ETSI promotes a TS to an EN under a new number; the catalogue then lists both as current and states no relation. An EN with the
 * title of a TS supersedes it when its newest version is not older than that of the TS; otherwise both live on and nothing is said.
 */
export function promotions(works: readonly FoldedWork[], report: Report): readonly Statement[] {
  const groups = new Map<string, FoldedWork[]>();
  for (const work of works) {
    const key = titleKey(work.latest.record.title.replace(/; Release \d+$/, ''));
    if (work.latest.record.catalogue !== 'etsi' || weight(work) < 0 || !isTelling(key)) continue;
    groups.set(key, [...(groups.get(key) ?? []), work]);
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((newer) =>
      group.flatMap((older) => {
        if (weight(newer) <= weight(older)) return [];
        report.add(15, `${older.id} has become ${newer.id}`);
        if (newer.latest.date < older.latest.date) {
          report.note(`not superseded, still kept up: ${older.id} (${older.latest.date}) beside ${newer.id} (${newer.latest.date})`);
          return [];
        }
        const evidence = `${newer.latest.name.deliverable} with the title of the ${older.latest.name.deliverable}: “${newer.latest.record.title}”`;
        return [
          { subject: newer.id, relation: { type: 'supersedes' as const, to: older.id, evidence, source: newer.latest.record.source.id } },
        ];
      }),
    ),
  );
}
