import type { ReactiveController } from 'lit';
import type { Catalogue } from '../model/catalogue.js';
import { parseStory, storyText } from '../model/parse-story.js';
import type { Scene, Story } from '../model/story.js';
import { centred, freeArea, NO_INSETS } from '../render/camera.js';
import { sceneStrangers } from '../state/scene-records.js';
import { sceneSettings, type SceneWords } from '../state/scene-settings.js';
import { freshTitle, inserted, moved, removed, replaced, worded } from './draft-steps.js';
import { dayOf } from './findings-controller.js';
import { Handover } from './handover.js';
import type { KeptStore } from './kept-store.js';
import { storyMessages as words } from './messages-story.js';
import { MOST_SCENES, NO_DRAFT, storyOf, type Draft } from './parse-draft.js';
import { formatFor, type PanelContext } from './parts/context.js';
import { sceneNow, titleFor } from './scene-keeper.js';
import type { StoryActions, StoryHost } from './story-host.js';
import { draftStore, keepDraftOf } from './story-store.js';

/** What comes from outside of the page. */
export interface StoryWorld {
  readonly now: () => Date;
  /** The storage of the browser, which may be forbidden by an exception. */
  readonly storage: () => Storage | null;
}

const WORLD: StoryWorld = { now: () => new Date(), storage: () => window.localStorage };
/** Largest file that is opened, in bytes. */
const LARGEST = 4_000_000;
/** Sentences that are told of one scene at most. */
const TOLD = 4;
const { number } = formatFor('en');
const counted = (n: number): { n: number; text: string } => ({ n, text: number(n) });

/** The story that the reader is making: kept in this browser for the dataset, scene by scene. */
export class StoryMaking implements ReactiveController {
  readonly #host: StoryHost;
  readonly #actions: StoryActions;
  readonly #world: StoryWorld;
  readonly #handover = new Handover();
  #catalogue: Catalogue | undefined;
  #store: KeptStore<Draft> | undefined;
  /** What was there before something was taken away. */
  #before: Draft | undefined;
  #said = '';
  #edited: number | undefined;
  #shown: number | undefined;

  constructor(host: StoryHost, actions: StoryActions, world: StoryWorld = WORLD) {
    this.#host = host;
    this.#actions = actions;
    this.#world = world;
    this.#follow();
    host.addController(this);
  }

  hostConnected(): void {
    this.#store?.connect();
  }

  hostUpdate(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#store?.disconnect();
    this.#handover.release();
  }

  /** Each dataset has its own. */
  #follow(): void {
    const { catalogue } = this.#host;
    if (!catalogue || catalogue === this.#catalogue) return;
    this.#store?.disconnect();
    this.#catalogue = catalogue;
    this.#before = this.#edited = this.#shown = undefined;
    this.#said = '';
    this.#store = draftStore(catalogue, this.#world.storage, () => {
      this.#host.requestUpdate();
    });
    keepDraftOf(this.#host, this.#store);
    if (this.#host.isConnected) this.#store.connect();
  }

  get draft(): Draft {
    return this.#store?.kept ?? NO_DRAFT;
  }

  get store(): KeptStore<Draft> | undefined {
    return this.#store;
  }

  /** Whether the last step took something away that can be brought back. */
  get canUndo(): boolean {
    return this.#before !== undefined;
  }

  /** What was done last, in words. */
  get said(): string {
    return this.#said;
  }

  /** Place of the scene whose words are open, and of the one that was shown or kept last. */
  get edited(): number | undefined {
    return this.#edited;
  }

  get shown(): number | undefined {
    return this.#shown;
  }

  /** The story as it is presented and printed; undefined without a scene. */
  get story(): Story | undefined {
    return storyOf(this.draft, words.untitled);
  }

  /** Stories of the dataset, which can be taken as a start. */
  get given(): readonly Story[] {
    return this.#catalogue?.dataset.stories ?? [];
  }

  entitle(title: string): void {
    this.#change((draft) => ({ ...draft, title: title.trim() }), this.#said, true);
  }

  /** Adds what is shown now, after the scene that was shown last. */
  keep(context: PanelContext): void {
    const { draft } = this;
    if (draft.scenes.length >= MOST_SCENES) {
      this.#actions.tell(words.tooMany(number(MOST_SCENES)));
      return;
    }
    const at = draft.scenes.length;
    const title = freshTitle(titleFor(context, this.#actions.state()), draft);
    const scene = sceneNow(this.#actions, { title });
    this.#shown = at;
    this.#change((before) => inserted(before, scene, at), words.kept(title, number(at + 1)));
  }

  retake(at: number): void {
    const old = this.draft.scenes[at];
    if (!old) return;
    this.#shown = at;
    this.#change((draft) => replaced(draft, at, sceneNow(this.#actions, old)), words.retaken(old.title), true);
  }

  /** Shows a scene, and tells what of it cannot be had here. */
  open(at: number): void {
    const scene = this.draft.scenes[at];
    if (!scene) return;
    this.#shown = at;
    this.#show(scene);
    this.#say(words.opened(scene.title));
  }

  #show(scene: Scene): void {
    const surface = this.#actions.exporter.source.surface();
    const { size, insets = NO_INSETS } = surface ?? {};
    const { settings, issues } = sceneSettings(scene, size && freeArea(size, insets));
    const { camera } = settings;
    const told = issues.map(({ part, got, expected }) => words.part(part, got, expected));
    if (this.#catalogue) told.push(...sceneStrangers(this.#catalogue, scene).map(({ id, nearest }) => words.stranger(id, nearest)));
    this.#actions.set(camera && size ? { ...settings, camera: centred(camera.x, camera.y, camera.k, size, insets) } : settings);
    if (!camera && scene.show) this.#host.fit(scene.show);
    if (told.length > 0) this.#actions.tell([...told.slice(0, TOLD), words.restUsed].join(' '));
  }

  /** Opens or closes the words of a scene. */
  edit(at: number | undefined): void {
    this.#edited = at;
    this.#host.requestUpdate();
  }

  /** Takes over the words of a scene; without a title it keeps the one it had. */
  reword(at: number, given: SceneWords): void {
    const scene = this.draft.scenes[at];
    if (!scene) return;
    const title = given.title.trim();
    if (title === '') this.#actions.tell(words.nameless);
    this.#change((draft) => replaced(draft, at, worded(scene, { ...given, title: title || scene.title })), this.#said, true);
  }

  duplicate(at: number): void {
    const scene = this.draft.scenes[at];
    if (!scene) return;
    if (this.draft.scenes.length >= MOST_SCENES) {
      this.#actions.tell(words.tooMany(number(MOST_SCENES)));
      return;
    }
    const title = freshTitle(scene.title, this.draft);
    this.#edited = undefined;
    this.#change((draft) => inserted(draft, { ...scene, title }, at + 1), words.duplicated(title, number(at + 2)));
  }

  move(from: number, to: number): void {
    const scene = this.draft.scenes[from];
    const { length } = this.draft.scenes;
    if (!scene || to < 0 || to >= length) return;
    if (this.#edited === from) this.#edited = to;
    if (this.#shown === from) this.#shown = to;
    this.#change((draft) => moved(draft, from, to), words.movedTo(scene.title, number(to + 1), number(length)));
  }

  remove(at: number): void {
    const scene = this.draft.scenes[at];
    if (!scene) return;
    this.#replace((draft) => removed(draft, at), words.removed(scene.title));
  }

  clear(): void {
    this.#replace(() => NO_DRAFT, words.cleared);
  }

  undo(): void {
    const before = this.#before;
    this.#edited = this.#shown = undefined;
    if (before) this.#change(() => before, words.broughtBack);
  }

  /** Makes a story of the dataset or of the page the one in the making. */
  take({ title, scenes }: Story): void {
    this.#replace(() => ({ title, scenes }), words.taken(title, counted(scenes.length)));
  }

  /** The story as a file has it. */
  text(): string {
    const { story } = this;
    return story ? storyText(story) : '';
  }

  download(): void {
    this.#handover.give(`story-${dayOf(this.#world.now())}.json`, this.text(), 'application/json');
  }

  /** Hands another text to the reader as a file. */
  give(name: string, text: string, type: string): void {
    this.#handover.give(name, text, type);
  }

  /** Makes the story of a file the one in the making, or says why not. */
  async import(file: File): Promise<void> {
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
    const parsed = parseStory(text.replace(/^\uFEFF/, ''), { name: file.name });
    if (!parsed.ok) {
      refuse(
        parsed.issues
          .slice(0, TOLD)
          .map(({ message }) => message)
          .join(' '),
      );
      return;
    }
    const { title, scenes } = parsed.story;
    this.#replace(() => ({ title, scenes }), words.imported(title, counted(scenes.length)));
  }

  /** A change that takes something away, which can be undone. */
  #replace(made: (draft: Draft) => Draft, said: string): void {
    const before = this.draft;
    this.#edited = this.#shown = undefined;
    this.#change(made, said);
    this.#before = before.scenes.length > 0 ? before : undefined;
  }

  /** @param keepsUndo a change of words: what was taken away can still be brought back to before it */
  #change(made: (draft: Draft) => Draft, said: string, keepsUndo = false): void {
    if (!keepsUndo) this.#before = undefined;
    this.#store?.change(made);
    this.#say(said);
  }

  #say(text: string): void {
    this.#said = text;
    this.#host.requestUpdate();
  }
}
