import type { Catalogue } from '../model/catalogue.js';
import type { Dataset, PartialDate, StandardId, TopicId } from '../model/dataset.js';
import type { Issue } from '../model/issue.js';
import { parse } from '../model/parse.js';
import type { Grid } from '../intake/grid.js';
import { KnownNames } from '../intake/known.js';
import { headerRowOf, proposeMapping, type Mapping, type ProposedMapping } from '../intake/mapping.js';
import { Nearby } from '../intake/nearby.js';
import { openFile, type Opened } from '../intake/open-file.js';
import type { Refusal } from '../intake/refusal.js';
import { takeDataset, type TakenDataset } from '../intake/take-dataset.js';
import { takeTable, type IntakeMode, type TakenTable } from '../intake/take-table.js';
import type { Encoding } from '../intake/text-encoding.js';
import { whileIdle } from './idle.js';

/** A dataset of the reader's own in a file. */
export interface OwnDatasetFile {
  readonly step: 'dataset';
  readonly name: string;
  readonly own: Dataset;
  readonly taken: TakenDataset;
}

/** A table in a file, and how it is read. */
export interface OwnTable {
  readonly step: 'table';
  readonly name: string;
  readonly opened: Extract<Opened, { form: 'table' }>;
  readonly sheet: number;
  readonly asOf: PartialDate;
  readonly proposed: ProposedMapping;
  readonly mapping: Mapping;
  readonly topic: TopicId | undefined;
  /** The reader has changed how it is read: what was changed stays in sight. */
  readonly isChanged: boolean;
  /** What it comes to; undefined while that is looked up. */
  readonly taken: TakenTable | undefined;
  /** Share that is looked up, 0-1. */
  readonly share: number;
}

/** How far a file is. */
export type FileStep =
  | { readonly step: 'none' }
  | { readonly step: 'reading'; readonly name: string; readonly share: number }
  | {
      readonly step: 'refused';
      readonly name: string;
      readonly refusal: Refusal;
      readonly issues: readonly Issue[];
      readonly total: number;
    }
  | OwnDatasetFile
  | OwnTable;

/** A file that is shown. */
export interface Applied {
  readonly name: string;
  readonly mode: IntakeMode;
  readonly added: readonly StandardId[];
  readonly known: number;
  /** The filter that was in force before, which taking the file back brings again; undefined where it stayed. */
  readonly filter: string | undefined;
}

/** A dataset that is ready to be shown. */
export interface Ready {
  readonly dataset: Dataset;
  readonly added: readonly StandardId[];
  readonly known: number;
}

const two = (number: number): string => String(number).padStart(2, '0');
/** A day of the reader's calendar. */
const dayOf = (date: Date): PartialDate => `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
/** Day on which a file was changed last; today where its clock says nothing or a day to come. */
function changedOn({ lastModified }: File): PartialDate {
  const now = new Date();
  return lastModified > 0 && lastModified <= now.getTime() ? dayOf(new Date(lastModified)) : dayOf(now);
}

const breathe = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, 0);
  });

/** Steps of this size are shown, so that a bar moves and the page does nothing else. */
const SHOWN_SHARE = 0.02;

/** One file of the reader's on its way to the map: opened, mapped, looked up. What is newer ends what is older. */
export class OwnFile {
  readonly #changed: () => void;
  readonly #base: () => Catalogue | undefined;
  #step: FileStep = { step: 'none' };
  #file: File | undefined;
  #abort: AbortController | undefined;
  /** What is near in a catalogue, kept while columns are mapped anew. */
  #nearby: { readonly catalogue: Catalogue; readonly nearby: Nearby; readonly known: KnownNames } | undefined;

  /**
   * @param base the catalogue that the file comes to
   * @param changed called with every step
   */
  constructor(base: () => Catalogue | undefined, changed: () => void) {
    this.#base = base;
    this.#changed = changed;
  }

  get step(): FileStep {
    return this.#step;
  }

  #set(step: FileStep): void {
    this.#step = step;
    this.#changed();
  }

  /** Ends what is under way and forgets the file. */
  clear(): void {
    this.#abort?.abort();
    this.#abort = this.#file = undefined;
    if (this.#step.step !== 'none') this.#set({ step: 'none' });
  }

  /** Opens a file, or the last one once more in another encoding. */
  async open(file: File, encoding?: Encoding): Promise<void> {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    const { name } = file;
    this.#file = file;
    this.#set({ step: 'reading', name, share: 0 });
    const progress = (share: number): void => {
      if (!signal.aborted && this.#step.step === 'reading' && share - this.#step.share >= SHOWN_SHARE)
        this.#set({ step: 'reading', name, share });
    };
    try {
      const opened = await openFile(file, { signal, progress, breathe, ...(encoding !== undefined && { encoding }) });
      this.#take(file, opened, encoding !== undefined);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** The same file in another encoding. */
  async decode(encoding: Encoding): Promise<void> {
    if (this.#file) await this.open(this.#file, encoding);
  }

  #take(file: File, opened: Opened, isChanged: boolean): void {
    const { name } = file;
    const base = this.#base();
    if (!opened.ok) {
      this.#set({ step: 'refused', name, refusal: opened, issues: opened.issues ?? [], total: opened.total ?? 0 });
      return;
    }
    if (!base) {
      this.clear();
      return;
    }
    if (opened.form === 'dataset') this.#set({ step: 'dataset', name, own: opened.dataset, taken: takeDataset(opened.dataset, base) });
    else
      this.#map(
        { step: 'table', name, opened, sheet: 0, asOf: changedOn(file), topic: undefined, isChanged, taken: undefined, share: 0 },
        undefined,
      );
  }

  #names(catalogue: Catalogue): { readonly nearby: Nearby; readonly known: KnownNames } {
    if (this.#nearby?.catalogue !== catalogue)
      this.#nearby = { catalogue, nearby: new Nearby(catalogue), known: new KnownNames(catalogue) };
    return this.#nearby;
  }

  /** Proposes a mapping and looks up what comes of it. */
  #map(table: Omit<OwnTable, 'mapping' | 'proposed'>, headerRow: number | undefined): void {
    const base = this.#base();
    const grid = table.opened.grids[table.sheet];
    if (!base || !grid) return;
    const proposed = proposeMapping(grid, this.#names(base).known, headerRow ?? headerRowOf(grid));
    this.#lookUp({ ...table, proposed, mapping: proposed });
  }

  /** The table, where there is one. */
  get #table(): OwnTable | undefined {
    return this.#step.step === 'table' ? this.#step : undefined;
  }

  chooseSheet(sheet: number): void {
    if (this.#table) this.#map({ ...this.#table, sheet, isChanged: true }, undefined);
  }

  chooseHeader(row: number): void {
    if (this.#table) this.#map({ ...this.#table, isChanged: true }, row);
  }

  /** Changes which column says what. */
  remap(mapping: Mapping): void {
    if (this.#table) this.#lookUp({ ...this.#table, mapping, isChanged: true });
  }

  chooseTopic(topic: TopicId | undefined): void {
    if (this.#table) this.#lookUp({ ...this.#table, topic, isChanged: true });
  }

  /** Looks up the standards of a table, a slice at a time. */
  #lookUp(table: OwnTable): void {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    const base = this.#base();
    const grid: Grid | undefined = table.opened.grids[table.sheet];
    this.#set({ ...table, taken: undefined, share: 0 });
    const { reference, title } = table.mapping.fields;
    if (!base || !grid || (reference === undefined && title === undefined)) return;
    const origin = { file: table.name, sheet: table.opened.grids.length > 1 ? grid.name : '', asOf: table.asOf, readOn: dayOf(new Date()) };
    const defaults = table.topic === undefined ? {} : { topic: table.topic };
    const steps = takeTable(grid, table.mapping, this.#names(base).nearby, base, origin, defaults);
    const take = function* (this: OwnFile): Generator<undefined> {
      let next = steps.next();
      for (; !next.done; next = steps.next()) {
        if (this.#table && next.value - this.#table.share >= SHOWN_SHARE) this.#set({ ...this.#table, share: next.value });
        yield;
      }
      if (this.#table) this.#set({ ...this.#table, taken: next.value, share: 1 });
    };
    whileIdle(
      take.call(this),
      () => !signal.aborted,
      () => undefined,
      () => true,
    );
  }

  /**
   * The dataset that comes of the file, checked as every dataset is.
   *
   * @returns the first issue in words, where it would not be valid
   */
  result(mode: IntakeMode): Ready | { readonly issue: string } | undefined {
    const { step } = this;
    if ((step.step !== 'table' && step.step !== 'dataset') || !step.taken) return undefined;
    const { added, annotated } = step.taken;
    const made = step.step === 'table' ? step.taken.dataset(mode) : mode === 'beside' ? step.taken.dataset : step.own;
    const parsed = parse(made, { name: step.name });
    if (!parsed.ok) return { issue: parsed.issues.find(({ severity }) => severity === 'error')?.message ?? '' };
    return { dataset: parsed.dataset, added: added.map(({ id }) => id), known: annotated.length };
  }
}
