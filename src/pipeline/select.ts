import type { Tier } from '../model/dataset.js';
import { TIERS } from '../model/dataset.js';
import { Cell } from './cell.js';
import { Contradiction } from './faults.js';
import type { CatalogueName, CatalogueRecord } from './record.js';
import { CATALOGUES } from './record.js';

/** Which records of one catalogue belong to a group of the smart-city selection; every condition given must hold. */
export interface SelectionRule {
  /** `ITU-T SG20`, `ISO/TC 204`. */
  readonly group: string;
  readonly catalogue: CatalogueName;
  readonly tier: Tier;
  /** Holds when it matches the name of any committee of the record, with its organization or without it. */
  readonly committee?: RegExp;
  readonly designation?: RegExp;
  readonly title?: RegExp;
  /** The record must match none of them: each is tried on the title. */
  readonly exclude: readonly RegExp[];
  /** Why the group belongs to smart cities. */
  readonly reason: string;
}

/** The smart-city selection: rules in order, the first that holds gives the group. */
export interface SelectionRules {
  readonly rules: readonly SelectionRule[];
  /** Deliverables that are no standards (Questions, resolutions, directives), lower case. */
  readonly neverDoctypes: ReadonlySet<string>;
  /** Per catalogue, designations outside of which nothing is a standard (drafts and white papers of IEEE). */
  readonly onlyDesignations: ReadonlyMap<CatalogueName, RegExp>;
}

const RULE_KEYS = ['group', 'catalogue', 'tier', 'committee', 'designation', 'title', 'exclude', 'reason'];

/** A pattern of the file: its own source text, or `@name` for one of the shared patterns. */
function patternOf(cell: Cell, shared: ReadonlyMap<string, RegExp>): RegExp {
  if (typeof cell.value !== 'string' || !cell.value.startsWith('@')) return cell.pattern('iu');
  return shared.get(cell.value) ?? cell.fail(`one of ${[...shared.keys()].join(', ')}`, shared.keys());
}

function readRule(cell: Cell, shared: ReadonlyMap<string, RegExp>): SelectionRule {
  cell.table(...RULE_KEYS);
  const [committee, designation, title, exclude] = ['committee', 'designation', 'title', 'exclude'].map((key) => cell.at(key));
  if (!committee?.present && !designation?.present && !title?.present) cell.fail('at least one of committee, designation, title');
  return {
    group: cell.at('group').text(),
    catalogue: cell.at('catalogue').oneOf(CATALOGUES),
    tier: cell.at('tier').oneOf(TIERS),
    reason: cell.at('reason').text(),
    ...(committee?.present && { committee: committee.pattern('u') }),
    ...(designation?.present && { designation: designation.pattern('u') }),
    ...(title?.present && { title: patternOf(title, shared) }),
    exclude: exclude?.present ? exclude.list().map((entry) => patternOf(entry, shared)) : [],
  };
}

function oneTierPerGroup(rules: readonly SelectionRule[]): void {
  const tiers = new Map<string, Tier>();
  for (const rule of rules) {
    const tier = tiers.get(rule.group) ?? rule.tier;
    if (tier !== rule.tier) {
      throw new Contradiction(
        `selection.json group "${rule.group}": got the tiers "${tier}" and "${rule.tier}", expected one tier per group.`,
      );
    }
    tiers.set(rule.group, tier);
  }
}

/**
 * The content of `data/sources/selection.json`, checked, its patterns compiled once.
 *
 * @throws Error that says where, what was found, what was expected and the nearest valid name
 */
export function readSelection(json: unknown): SelectionRules {
  const file = new Cell(json, 'selection.json');
  file.table('about', 'patterns', 'neverDoctypes', 'onlyDesignations', 'rules');
  const shared = new Map<string, RegExp>();
  for (const [name, entry] of file.at('patterns').entries()) {
    entry.table('pattern', 'reason');
    entry.at('reason').text();
    shared.set(`@${name}`, entry.at('pattern').pattern('iu'));
  }
  const rules = file
    .at('rules')
    .list()
    .map((cell) => readRule(cell, shared));
  oneTierPerGroup(rules);
  const only = file
    .at('onlyDesignations')
    .entries()
    .map(([name, entry]) => {
      const catalogue = new Cell(name, `${file.where} onlyDesignations key`).oneOf(CATALOGUES);
      return [catalogue, entry.at('pattern').pattern('u')] as const;
    });
  const never = file
    .at('neverDoctypes')
    .texts()
    .map((name) => name.toLowerCase());
  return { rules, neverDoctypes: new Set(never), onlyDesignations: new Map(only) };
}

/** IEC prints its committees without its own name: `TC 57` is tried as `IEC TC 57`, too. */
function spelled(record: CatalogueRecord): readonly string[] {
  if (record.catalogue !== 'iec') return record.committees;
  return record.committees.map((name) => (/^(?:ISO|IEC)\b/.test(name) ? name : `IEC ${name}`));
}

function holds(rule: SelectionRule, record: CatalogueRecord, committees: readonly string[]): boolean {
  if (rule.catalogue !== record.catalogue) return false;
  if (rule.committee && !committees.some((name) => rule.committee?.test(name))) return false;
  if (rule.designation && !rule.designation.test(record.designation)) return false;
  if (rule.title && !rule.title.test(record.title)) return false;
  return !rule.exclude.some((pattern) => pattern.test(record.title));
}

/** True when the form of a document is that of a standard: no Question, no resolution, no white paper. */
export function isStandard(record: CatalogueRecord, rules: SelectionRules): boolean {
  const only = rules.onlyDesignations.get(record.catalogue);
  return !rules.neverDoctypes.has(record.doctype.toLowerCase()) && (only?.test(record.designation) ?? true);
}

/**
 * The group of the smart-city selection that a record belongs to, with the group's tier; null when it belongs to none.
 *
 * Works on one record: amendments and editions without a title of their own need the title of their standard first.
 */
export function select(record: CatalogueRecord, rules: SelectionRules): { group: string; tier: Tier } | null {
  if (!isStandard(record, rules)) return null;
  const committees = spelled(record);
  const rule = rules.rules.find((candidate) => holds(candidate, record, committees));
  return rule ? { group: rule.group, tier: rule.tier } : null;
}
