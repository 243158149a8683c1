import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { Changes, ChangeSums, StandardChange } from '../analysis/change.js';
import { lastDayOf } from '../analysis/at.js';
import { cellChanges, type CellChanges } from '../analysis/cell-changes.js';
import { changedCount, changeSums } from '../analysis/change-sums.js';
import { endedBeyond } from '../analysis/ended-beyond.js';
import { usualSince } from '../analysis/since.js';
import type { Catalogue } from '../model/catalogue.js';
import type { PartialDate, StandardId } from '../model/dataset.js';
import type { ChangeLens } from '../scene/scene.js';
import type { Settings, State } from '../state/state.js';
import { shownDay } from './landscape-day.js';
import { changeList, EVERY_CHANGE, inListOrder } from './parts/change-list.js';
import type { PanelContext } from './parts/context.js';
import { sidePanel } from './parts/side-panel.js';
import { unknownBySdo } from './unknown-changes.js';
import { sinceView, type SinceView } from './since-view.js';
import { changeMessages } from './messages-changes.js';

type Shown = ReadonlySet<StandardId>;
const NONE: readonly StandardId[] = Object.freeze([]);

/** What is told of a set of standards. */
interface Told {
  readonly of: readonly unknown[];
  readonly changed: readonly StandardChange[];
  readonly sums: ChangeSums;
  readonly unknown: ReadonlyMap<string, number>;
}

/** The lens for changes: what it draws, what it draws beyond the filter, its list, and the day from which on changes count. */
export class ChangesLens {
  readonly #host: ReactiveControllerHost;
  readonly #state: () => State;
  readonly #set: (settings: Settings) => void;
  #list = EVERY_CHANGE;
  /** Days that the map took because nobody had chosen one; more than one so that they are known again after undo. */
  readonly #taken = new Set<PartialDate>();
  #drawn: { readonly changes: Changes; readonly list: typeof EVERY_CHANGE; readonly lens: ChangeLens } | undefined;
  #beyond: { readonly changes: Changes; readonly filter: string; readonly ids: readonly StandardId[] } | undefined;
  #told: Told | undefined;
  #cells: { readonly of: readonly unknown[]; readonly cells: CellChanges } | undefined;

  constructor(host: ReactiveControllerHost, state: () => State, set: (settings: Settings) => void) {
    this.#host = host;
    this.#state = state;
    this.#set = set;
  }

  /** What of the changes is drawn: the classes that the list shows; undefined while the lens is off. The same object as long as it says the same. */
  drawn(catalogue: Catalogue): ChangeLens | undefined {
    const view = this.#view(catalogue);
    if (!view) return undefined;
    const { changes } = view;
    if (this.#drawn?.changes !== changes || this.#drawn.list.classes !== this.#list.classes)
      this.#drawn = { changes, list: this.#list, lens: { changes, classes: this.#list.classes } };
    return this.#drawn.lens;
  }

  /** What has ended and is left out by what the filter says of the status: drawn beyond the filter while the lens is on. */
  beyond(catalogue: Catalogue): readonly StandardId[] {
    const view = this.#view(catalogue);
    if (!view) return NONE;
    const { filter } = this.#state();
    if (this.#beyond?.changes !== view.changes || this.#beyond.filter !== filter)
      this.#beyond = { changes: view.changes, filter, ids: endedBeyond(catalogue, filter, view.changes) };
    return this.#beyond.ids;
  }

  /** How many of what is shown have changed, with those beyond the filter; undefined while the lens is off. */
  count(catalogue: Catalogue, shown: Shown): number | undefined {
    const view = this.#view(catalogue);
    return view && changedCount(this.#tell(catalogue, view, shown).sums.counts);
  }

  /** What has changed in the cells of the matrix that is shown; undefined while the lens is off, and for committees by committees. */
  cells(catalogue: Catalogue, shown: Shown): CellChanges | undefined {
    const view = this.#view(catalogue);
    const { rows, columns } = this.#state();
    if (!view || (rows === 'committee' && columns === 'committee')) return undefined;
    const of = [catalogue, rows, columns, view.changes, shown, this.beyond(catalogue)];
    if (!this.#cells || of.some((one, i) => one !== this.#cells?.of[i]))
      this.#cells = { of, cells: cellChanges(catalogue, rows, columns, view.changes, [...shown, ...this.beyond(catalogue)]) };
    return this.#cells.cells;
  }

  /** What goes with switching the lens on: a day where nobody has chosen one. */
  switched(catalogue: Catalogue | undefined, isOn: boolean): Settings {
    const { since, at } = this.#state();
    return isOn && since === '' && catalogue ? { since: this.#take(catalogue, at) } : {};
  }

  /** Settings with what becomes of a day that the map took itself: it goes with the lens, and follows its rule where another day is shown. */
  completed(catalogue: Catalogue | undefined, settings: Settings): Settings {
    const before = this.#state();
    if (settings.since !== undefined || !catalogue || !this.#taken.has(before.since)) return settings;
    const { highlight, at } = { ...before, ...settings };
    if (!highlight.includes('changes')) return { ...settings, since: '' };
    return at === before.at ? settings : { ...settings, since: this.#take(catalogue, at) };
  }

  #take(catalogue: Catalogue, at: PartialDate): PartialDate {
    const { since } = usualSince(catalogue, shownDay(catalogue, at));
    this.#taken.add(since);
    return since;
  }

  /** The list beside the map. */
  panel(context: PanelContext, shown: Shown, close: () => void): TemplateResult | undefined {
    const view = context.changes;
    if (!view) return undefined;
    const { catalogue, format } = context;
    const { since, at } = view.changes;
    return sidePanel(context, {
      title: changeMessages.title(format.date(lastDayOf(since)), at === '' ? '' : format.date(at)),
      close,
      body: changeList(context, {
        view,
        ...this.#tell(catalogue, view, shown),
        isTaken: view.usual !== undefined || this.#taken.has(since),
        beyond: this.beyond(catalogue),
        selected: this.#state().selected,
        state: this.#list,
        set: (list) => {
          this.#list = list;
          this.#host.requestUpdate();
        },
        setSince: (day) => {
          this.#taken.delete(day);
          this.#set({ since: day });
        },
      }),
    });
  }

  #view(catalogue: Catalogue): SinceView | undefined {
    return sinceView(catalogue, this.#state());
  }

  #tell(catalogue: Catalogue, { changes }: SinceView, shown: Shown): Told {
    const beyond = this.beyond(catalogue);
    const of = [catalogue, changes, shown, beyond];
    if (!this.#told || of.some((one, i) => one !== this.#told?.of[i])) {
      const ids = [...shown, ...beyond];
      const found = ids.flatMap((id) => changes.of(id) ?? []);
      this.#told = { of, changed: inListOrder(found), sums: changeSums(catalogue, changes, ids), unknown: unknownBySdo(catalogue, found) };
    }
    return this.#told;
  }
}
