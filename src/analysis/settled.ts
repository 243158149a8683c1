import type { Catalogue } from '../model/catalogue.js';
import type { Finding, StandardId } from '../model/dataset.js';

/** The findings about each pair by the key of the pair, those of the dataset first. */
type Pairs = ReadonlyMap<string, readonly Finding[]>;

const keyOf = (a: StandardId, b: StandardId): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

function pairsOf(findings: readonly Finding[]): Pairs {
  const pairs = new Map<string, Finding[]>();
  for (const finding of findings)
    finding.standards.forEach((a, at) => {
      for (const b of finding.standards.slice(at + 1)) {
        const key = keyOf(a, b);
        const list = pairs.get(key);
        if (list) list.push(finding);
        else pairs.set(key, [finding]);
      }
    });
  return pairs;
}

/** The finding that holds: not replaced by another one about the pair, and of those the newest; of two of one day the later one in the list. */
function current(findings: readonly Finding[]): Finding | undefined {
  const replaced = new Set(findings.flatMap((finding) => finding.replaces ?? []));
  return findings
    .filter(({ id }) => !replaced.has(id))
    .reduce<Finding | undefined>((newest, finding) => (newest === undefined || finding.date >= newest.date ? finding : newest), undefined);
}

/** What people said of each pair, and which word holds. */
export class Settled {
  readonly #pairs: Pairs;

  constructor(catalogue: Catalogue, findings: readonly Finding[] = []) {
    this.#pairs = pairsOf([...(catalogue.dataset.findings ?? []), ...findings]);
  }

  /** The finding about a pair that holds. */
  of(a: StandardId, b: StandardId): Finding | undefined {
    const findings = this.#pairs.get(keyOf(a, b));
    return findings && current(findings);
  }
}
