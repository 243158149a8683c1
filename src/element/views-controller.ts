import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { COLUMNS } from '../analysis/columns.js';
import type { Catalogue } from '../model/catalogue.js';
import { writeHash } from '../state/permalink.js';
import { plain, restore } from '../state/settings.js';
import { DEFAULTS, type Settings, type State } from '../state/state.js';
import { Handover } from './handover.js';
import { copied } from './clipboard.js';
import { dayOf } from './findings-controller.js';
import { KeptStore, type StoreTrouble } from './kept-store.js';
import { strangersIn, strangerSentences } from './link-problems.js';
import { formatFor } from './parts/context.js';
import { MAX_NAME, MAX_VIEWS, named, parseViews, unionOf, viewsText, type SavedView, type Views } from './parse-views.js';
import { viewMessages } from './messages-views.js';

/** What the views need of their element. */
export interface ViewsHost extends ReactiveControllerHost, HTMLElement {
  readonly catalogue: Catalogue | undefined;
  readonly renderRoot: DocumentFragment | HTMLElement;
}

/** What they ask of it. */
export interface ViewsActions {
  readonly state: () => State;
  /** What goes without saying in the address. */
  readonly defaults: () => State;
  readonly set: (settings: Settings) => void;
  readonly tell: (text: string) => void;
}

/** What comes from outside of the page. */
export interface ViewsWorld {
  readonly now: () => Date;
  /** The storage of the browser, which may be forbidden by an exception. */
  readonly storage: () => Storage | null;
}

/** Largest file that is imported, in bytes. */
const LARGEST = 4_000_000;
const NONE: Views = Object.freeze([]);
const { number } = formatFor('en');
const WORLD: ViewsWorld = { now: () => new Date(), storage: () => window.localStorage };

/** The columns that a view asks for and that there are not. */
function unknownColumns({ fields = '', sort = '' }: Settings): readonly string[] {
  const asked = [...fields.split(','), ...sort.split(',').map((one) => one.trim().replace(/^-/, ''))].map((one) => one.trim());
  return [...new Set(asked)].filter((one) => one !== '' && !COLUMNS.some((column) => column === one));
}

/** Views of the reader: saved under a name in this browser, opened, and carried elsewhere by links and files. */
export class ViewsController implements ReactiveController {
  readonly #host: ViewsHost;
  readonly #actions: ViewsActions;
  readonly #world: ViewsWorld;
  #store: KeptStore<Views> | undefined;
  #catalogue: Catalogue | undefined;
  #deleted: SavedView | undefined;
  #said = '';
  #renamed: string | undefined;
  readonly #handover = new Handover();

  constructor(host: ViewsHost, actions: ViewsActions, world: ViewsWorld = WORLD) {
    this.#host = host;
    this.#actions = actions;
    this.#world = world;
    host.addController(this);
  }

  hostConnected(): void {
    this.#store?.connect();
  }

  hostUpdate(): void {
    const { catalogue } = this.#host;
    if (!catalogue || catalogue === this.#catalogue) return;
    this.#store?.disconnect();
    this.#catalogue = catalogue;
    this.#deleted = this.#renamed = undefined;
    this.#said = '';
    const { title } = catalogue.dataset;
    const format = { nothing: NONE, read: parseViews, write: (views: Views) => viewsText(views, title), union: unionOf };
    this.#store = new KeptStore(this.#world.storage, `standards-map views: ${title}`, format, () => {
      this.#host.requestUpdate();
    });
    if (this.#host.isConnected) this.#store.connect();
  }

  hostDisconnected(): void {
    this.#store?.disconnect();
    this.#handover.release();
  }

  get views(): Views {
    return this.#store?.kept ?? NONE;
  }

  get trouble(): StoreTrouble | undefined {
    return this.#store?.trouble;
  }

  get aside(): readonly string[] {
    return this.#store?.aside ?? [];
  }

  get emptied(): boolean {
    return this.#store?.emptied ?? false;
  }

  /** The view that was deleted last and can be brought back. */
  get deleted(): SavedView | undefined {
    return this.#deleted;
  }

  /** What was done last, in words. */
  get said(): string {
    return this.#said;
  }

  /** The name of the view that is being renamed. */
  get renamed(): string | undefined {
    return this.#renamed;
  }

  /** Saves what is shown under a name; false where that is not possible, which is told. */
  save(text: string): boolean {
    const name = this.#nameOf(text);
    if (name === undefined) return false;
    if (this.views.length >= MAX_VIEWS) return this.#refuse(viewMessages.tooMany(number(MAX_VIEWS)));
    this.#actions.set({ name });
    const view = this.#view(name);
    this.#change((views) => [...views, named(view, views)], viewMessages.saved(name));
    return true;
  }

  /** Shows a view, and tells what of it this dataset or this edition does not have. */
  open(view: SavedView): void {
    const { settings, issues } = restore(view.state);
    const wanted: Settings = { ...DEFAULTS, ...settings, name: view.name };
    const told = issues.map(({ part, got, expected }) => viewMessages.part(part, got, expected));
    if (this.#catalogue) told.push(...strangerSentences(this.#catalogue, strangersIn(this.#catalogue, settings), viewMessages));
    told.push(...unknownColumns(settings).map((column) => viewMessages.column(column)));
    this.#actions.set(wanted);
    if (told.length > 0) this.#actions.tell([...told.slice(0, 4), viewMessages.restUsed].join(' '));
    this.#say(viewMessages.opened(view.name));
  }

  /** The address that shows a view in any browser. */
  link(view: SavedView): string {
    const key = this.#host.id === '' ? 'map' : this.#host.id;
    const state = { ...DEFAULTS, ...restore(view.state).settings, name: view.name };
    return location.href.replace(/#.*$/s, '') + writeHash(location.hash, key, state, this.#actions.defaults());
  }

  async copyLink(view: SavedView): Promise<void> {
    const link = this.link(view);
    const isCopied = await copied(link, this.#host.renderRoot);
    if (isCopied) this.#say(viewMessages.copied);
    else this.#actions.tell(viewMessages.notCopied(link));
  }

  /** Begins or ends the renaming of a view. */
  startRename(name: string | undefined): void {
    this.#renamed = name;
    this.#host.requestUpdate();
  }

  rename(view: SavedView, text: string): void {
    const name = text.trim() === view.name ? view.name : this.#nameOf(text);
    if (name === undefined) return;
    this.#renamed = undefined;
    this.#replace(view, { ...view, name }, viewMessages.saved(name));
    if (this.#actions.state().name === view.name) this.#actions.set({ name });
  }

  overwrite(view: SavedView): void {
    this.#actions.set({ name: view.name });
    this.#replace(view, this.#view(view.name), viewMessages.overwritten(view.name));
  }

  delete(view: SavedView): void {
    this.#deleted = view;
    this.#change((views) => views.filter(({ name }) => name !== view.name), '');
  }

  undo(): void {
    const view = this.#deleted;
    this.#deleted = undefined;
    if (view) this.#change((views) => unionOf(views, [view]), viewMessages.saved(view.name));
  }

  /** All views as the text of a file. */
  text(): string {
    return `${viewsText(this.views, this.#catalogue?.dataset.title ?? '', 2)}\n`;
  }

  download(): void {
    this.#handover.give(`views-${dayOf(this.#world.now())}.json`, this.text(), 'application/json');
  }

  /** Adds the views of a file, or says why not; of equal names the imported one gets a number. */
  async import(file: File): Promise<void> {
    const words = viewMessages;
    const refuse = (why: string): void => {
      this.#actions.tell(words.refused(file.name, why));
    };
    if (file.size > LARGEST) {
      refuse(words.tooLarge(number(LARGEST)));
      return;
    }
    let text: string;
    try {
      text = await file.text();
    } catch (error) {
      refuse(words.unreadable(error instanceof Error ? error.message : String(error)));
      return;
    }
    const { kept, flawless, newer, dataset } = parseViews(text);
    if (!flawless || kept.length === 0) {
      refuse(newer ? words.newer : kept.length > 0 ? words.notAll : words.noViews);
      return;
    }
    const before = this.views;
    const all = unionOf(before, kept);
    if (all.length > MAX_VIEWS) {
      refuse(words.tooMany(number(MAX_VIEWS)));
      return;
    }
    const added = all.length - before.length;
    const title = this.#catalogue?.dataset.title;
    const other = dataset !== undefined && dataset !== title ? ` ${words.otherDataset(dataset)}` : '';
    const known = number(kept.length - added);
    this.#change((views) => unionOf(views, kept), words.imported({ n: added, text: number(added) }, known) + other);
  }

  /** A name that a view can have; undefined where it cannot, which is told. */
  #nameOf(text: string): string | undefined {
    const name = text.trim();
    const words = viewMessages;
    if (name === '') this.#refuse(words.nameless);
    else if (name.length > MAX_NAME) this.#refuse(words.tooLong(number(MAX_NAME)));
    else if (this.views.some((view) => view.name === name)) this.#refuse(words.taken(name));
    else return name;
    return undefined;
  }

  #view(name: string): SavedView {
    return { name, saved: dayOf(this.#world.now()), state: { ...plain(this.#actions.state()), name } };
  }

  #refuse(why: string): false {
    this.#actions.tell(why);
    return false;
  }

  #replace(view: SavedView, by: SavedView, said: string): void {
    this.#change((views) => views.map((one) => (one.name === view.name ? by : one)), said);
  }

  #change(made: (views: Views) => Views, said: string): void {
    this.#store?.change(made);
    this.#say(said);
  }

  #say(text: string): void {
    this.#said = text;
    this.#host.requestUpdate();
  }
}
