import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { draftProblems, emptyDraft, findingOf, type FindingDraft } from '../analysis/finding-draft.js';
import type { FindingConflict } from '../analysis/finding-merge.js';
import { applyFindings, findingsPatch } from '../analysis/finding-patch.js';
import { judgements, type Judgement, type Judgements } from '../analysis/findings.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Finding, PartialDate, StandardId } from '../model/dataset.js';
import type { Issue } from '../model/issue.js';
import { Handover } from './handover.js';
import { StandardsFindingEvent } from './later-events.js';
import { FindingsStore } from './findings-store.js';
import type { StoreTrouble } from './kept-store.js';
import { isPair, NOTHING_KEPT, type Kept } from './parse-kept.js';

/** What the controller needs of its element. */
export interface FindingsHost extends ReactiveControllerHost, EventTarget {
  readonly isConnected: boolean;
  readonly catalogue: Catalogue | undefined;
}

/** What comes from outside of the page. */
export interface FindingsWorld {
  /** The reader's day, as `2026-11-22`. */
  readonly today: () => PartialDate;
  /** The storage of the browser, which may be forbidden by an exception. */
  readonly storage: () => Storage | null;
}

/** What became of the last file that was imported. */
export type ImportResult =
  | {
      readonly ok: true;
      readonly name: string;
      readonly added: number;
      readonly known: number;
      readonly conflicts: readonly FindingConflict[];
    }
  | { readonly ok: false; readonly name: string; readonly issues: readonly Issue[]; readonly total: number };

/** Largest file that is imported, in bytes: some 20,000 findings. */
const LARGEST = 8_000_000;
const NONE: readonly never[] = Object.freeze([]);

/** The day of a clock, where the reader is. */
export function dayOf(clock: Date): PartialDate {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(clock.getFullYear())}-${two(clock.getMonth() + 1)}-${two(clock.getDate())}`;
}

const WORLD: FindingsWorld = { today: () => dayOf(new Date()), storage: () => window.localStorage };

/** Findings of the reader: kept in the browser until they are exported, beside those of the dataset. */
export class FindingsController implements ReactiveController {
  readonly #host: FindingsHost;
  readonly #world: FindingsWorld;
  #store: FindingsStore | undefined;
  #catalogue: Catalogue | undefined;
  #all: { readonly of: Kept; readonly list: readonly Finding[] } | undefined;
  /** Standards of the draft that the reader tried to record although it lacks something. */
  #tried: readonly StandardId[] = NONE;
  /** Standards of the pair whose form was opened or closed by hand. */
  #form: { readonly standards: readonly StandardId[]; readonly open: boolean } | undefined;
  #removed: readonly Finding[] = NONE;
  #result: ImportResult | undefined;
  #recorded: Finding | undefined;
  readonly #handover = new Handover();

  constructor(host: FindingsHost, world: FindingsWorld = WORLD) {
    this.#host = host;
    this.#world = world;
    host.addController(this);
  }

  hostConnected(): void {
    this.#store?.connect();
    this.#guard();
  }

  hostUpdate(): void {
    const { catalogue } = this.#host;
    if (!catalogue || catalogue === this.#catalogue) return;
    this.#store?.disconnect();
    this.#catalogue = catalogue;
    this.#all = this.#result = this.#recorded = this.#form = undefined;
    this.#tried = this.#removed = NONE;
    this.#store = new FindingsStore(this.#world.storage, catalogue.dataset, () => {
      this.#changed();
    });
    if (this.#host.isConnected) this.#store.connect();
    this.#guard();
  }

  hostDisconnected(): void {
    this.#store?.disconnect();
    this.#guard();
    this.#handover.release();
  }

  get #kept(): Kept {
    return this.#store?.kept ?? NOTHING_KEPT;
  }

  /** Findings that only this browser has, oldest first; the same list until one comes or goes. */
  get local(): readonly Finding[] {
    return this.#kept.findings;
  }

  /** Findings kept here about standards that the dataset does not have. */
  get strangers(): readonly Finding[] {
    return this.#kept.strangers;
  }

  get drafts(): readonly FindingDraft[] {
    return this.#kept.drafts;
  }

  /** Those of the dataset and those kept here; the same list until one comes or goes. */
  get all(): readonly Finding[] {
    const kept = this.#kept;
    if (this.#all?.of.findings !== kept.findings) {
      const present = this.#catalogue?.dataset.findings ?? NONE;
      this.#all = { of: kept, list: kept.findings.length === 0 ? present : Object.freeze([...present, ...kept.findings]) };
    }
    return this.#all.list;
  }

  get judgements(): Judgements {
    return judgements(this.all);
  }

  judgement(a: StandardId, b: StandardId): Judgement {
    return this.judgements.of(a, b);
  }

  isLocal(finding: Finding): boolean {
    return this.local.some(({ id }) => id === finding.id);
  }

  isExported({ id }: Finding): boolean {
    return this.#kept.exported.includes(id);
  }

  /** Why findings are in the memory of this page only; undefined where they are stored. */
  get trouble(): StoreTrouble | undefined {
    return this.#store?.trouble;
  }

  /** Keys of the storage under which texts were put aside that could not be read. */
  get aside(): readonly string[] {
    return this.#store?.aside ?? NONE;
  }

  get emptied(): boolean {
    return this.#store?.emptied ?? false;
  }

  /** Findings that were removed last and can be brought back. */
  get removed(): readonly Finding[] {
    return this.#removed;
  }

  get result(): ImportResult | undefined {
    return this.#result;
  }

  /** The finding that was recorded last, until something else is done. */
  get recorded(): Finding | undefined {
    return this.#recorded;
  }

  get today(): PartialDate {
    return this.#world.today();
  }

  /** What is typed about a pair; before anything is, the role named last and the reader's own findings in force to take the place of. */
  draft(a: StandardId, b: StandardId): FindingDraft {
    const { drafts, by } = this.#kept;
    const kept = drafts.find(({ standards }) => isPair(standards, [a, b]));
    if (kept) return kept;
    const own = this.judgement(a, b).current.filter((finding) => finding.by === by && this.isLocal(finding));
    return { ...emptyDraft([a, b]), by, replaces: own.map(({ id }) => id) };
  }

  isDrafted(a: StandardId, b: StandardId): boolean {
    return this.drafts.some(({ standards }) => isPair(standards, [a, b]));
  }

  isTried(a: StandardId, b: StandardId): boolean {
    return isPair(this.#tried, [a, b]);
  }

  /** Whether the form of a pair is open: as the reader left it, else where there is a draft. */
  isOpen(a: StandardId, b: StandardId): boolean {
    return this.#form && isPair(this.#form.standards, [a, b]) ? this.#form.open : this.isDrafted(a, b);
  }

  openForm(a: StandardId, b: StandardId, open: boolean): void {
    this.#form = { standards: [a, b], open };
    this.#host.requestUpdate();
  }

  /** Keeps what was typed, at once. */
  setDraft(draft: FindingDraft): void {
    this.#recorded = undefined;
    this.#change((kept) => ({ ...kept, drafts: [...this.#otherDrafts(kept, draft.standards), draft] }));
  }

  discardDraft(standards: readonly StandardId[]): void {
    this.#tried = NONE;
    this.#change((kept) => ({ ...kept, drafts: this.#otherDrafts(kept, standards) }));
  }

  /**
   * Makes a finding of what is typed about a pair, keeps it and tells the page.
   *
   * @returns undefined where the draft lacks something; then `isTried` is true and the form says what
   */
  record(a: StandardId, b: StandardId): Finding | undefined {
    const typed = this.draft(a, b);
    // What was to be replaced may have been removed since, here or in another page.
    const draft = { ...typed, replaces: typed.replaces.filter((id) => this.all.some((finding) => finding.id === id)) };
    if (draftProblems(draft).length > 0) {
      this.#tried = [a, b];
      this.#host.requestUpdate();
      return undefined;
    }
    const finding = findingOf(draft, this.#world.today());
    this.#tried = NONE;
    this.#form = { standards: [a, b], open: false };
    this.#recorded = finding;
    const isKnown = this.all.some(({ id }) => id === finding.id);
    this.#change((kept) => ({
      ...kept,
      by: finding.by,
      drafts: this.#otherDrafts(kept, draft.standards),
      findings: isKnown ? kept.findings : [...kept.findings, finding],
    }));
    if (!isKnown) this.#host.dispatchEvent(new StandardsFindingEvent(finding));
    return finding;
  }

  /** Takes findings out of this browser; `undo` brings them back. What replaces one of them goes too: it could not stand alone. */
  remove(ids: readonly string[]): void {
    const gone = new Set(ids);
    const all = [...this.local, ...this.strangers];
    for (let size = -1; size !== gone.size;) {
      size = gone.size;
      for (const { id, replaces = NONE } of all) if (replaces.some((one) => gone.has(one))) gone.add(id);
    }
    this.#removed = all.filter(({ id }) => gone.has(id));
    this.#change((kept) => ({
      ...kept,
      findings: kept.findings.filter(({ id }) => !gone.has(id)),
      strangers: kept.strangers.filter(({ id }) => !gone.has(id)),
    }));
  }

  undo(): void {
    const back = this.#removed;
    this.#removed = NONE;
    const known = new Set((this.#catalogue?.standards ?? NONE).map(({ id }) => id));
    const isHere = ({ standards }: Finding): boolean => standards.every((id) => known.has(id));
    this.#change((kept) => ({
      ...kept,
      findings: [...kept.findings, ...back.filter(isHere)],
      strangers: [...kept.strangers, ...back.filter((finding) => !isHere(finding))],
    }));
  }

  /** Everything that is kept here, as a patch for datasets and other people. */
  patch(): string {
    return `${JSON.stringify(findingsPatch([...this.local, ...this.strangers]), null, 2)}\n`;
  }

  /** Hands the patch to the reader as a file. */
  download(): void {
    this.#handover.give(`findings-${this.#world.today()}.json`, this.patch(), 'application/json');
    this.#change((kept) => ({ ...kept, exported: [...kept.findings, ...kept.strangers].map(({ id }) => id) }));
  }

  /** Adds the findings of a file to those kept here, or says what is wrong with the file; contradictions are told. */
  async import(file: File): Promise<void> {
    const { name } = file;
    const refuse = (message: string): void => {
      this.#result = { ok: false, name, total: 1, issues: [{ code: 'text', severity: 'error', pointer: '', message }] };
      this.#host.requestUpdate();
    };
    if (file.size > LARGEST) {
      refuse(`${name}: has ${String(file.size)} bytes. Expected at most ${String(LARGEST)}.`);
      return;
    }
    let text: string;
    try {
      text = await file.text();
    } catch (error) {
      refuse(`${name}: could not be read. ${error instanceof Error ? error.message : String(error)}.`);
      return;
    }
    const dataset = this.#catalogue?.dataset;
    if (!dataset) return;
    const applied = applyFindings({ ...dataset, findings: this.all }, text.replace(/^\uFEFF/, ''), { name });
    if (!applied.ok) {
      this.#result = { ok: false, name, issues: applied.issues, total: applied.total };
      this.#host.requestUpdate();
      return;
    }
    const { added, conflicts } = applied;
    this.#result = { ok: true, name, added: added.length, known: applied.count - added.length, conflicts };
    this.#change((kept) => ({
      ...kept,
      findings: [...kept.findings, ...added.filter(({ id }) => !kept.findings.some((one) => one.id === id))],
    }));
    for (const finding of added) this.#host.dispatchEvent(new StandardsFindingEvent(finding));
  }

  /** The reader has read what became of an import. */
  dismiss(): void {
    this.#result = undefined;
    this.#removed = NONE;
    this.#host.requestUpdate();
  }

  #otherDrafts({ drafts }: Kept, standards: readonly StandardId[]): readonly FindingDraft[] {
    return drafts.filter((draft) => !isPair(draft.standards, standards));
  }

  #change(made: (kept: Kept) => Kept): void {
    this.#store?.change(made);
    this.#changed();
  }

  #changed(): void {
    this.#guard();
    this.#host.requestUpdate();
  }

  /** While findings are in memory only, leaving the page asks first. */
  #guard(): void {
    const isAtRisk = this.#host.isConnected && this.trouble !== undefined && this.local.some((finding) => !this.isExported(finding));
    if (isAtRisk) window.addEventListener('beforeunload', this.#ask);
    else window.removeEventListener('beforeunload', this.#ask);
  }

  readonly #ask = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
  };
}
