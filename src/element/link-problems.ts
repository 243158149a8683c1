import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Catalogue } from '../model/catalogue.js';
import { nearest } from '../model/nearest.js';
import type { SettingIssue } from '../state/settings.js';
import type { Settings } from '../state/state.js';
import { linkMessages } from './messages-links.js';
import type { viewMessages } from './messages-views.js';

/** What it needs of its element. */
export interface LinkHost extends ReactiveControllerHost {
  readonly catalogue: Catalogue | undefined;
}

/** Where its sentences stand, until the reader closes them or follows another link. */
export interface LinkNotices {
  readonly tell: (text: string) => void;
  readonly withdraw: (text: string) => void;
}

/** Most things that are told one by one. */
const TOLD = 3;

const isRecord = (catalogue: Catalogue, id: string): boolean =>
  [catalogue.standard(id), catalogue.committee(id), catalogue.sdo(id), catalogue.topic(id)].some((record) => record !== undefined);

function* idsOf({ standards, committees, sdos, topics }: Catalogue): Generator<string> {
  for (const list of [standards, committees, sdos, topics]) for (const { id } of list) yield id;
}

/** The ids of settings that a dataset has no record of, each once. */
export function strangersIn(catalogue: Catalogue, { selected = [], moved = [] }: Settings): readonly string[] {
  return [...new Set([...selected, ...moved.map(({ id }) => id)])].filter((id) => !isRecord(catalogue, id));
}

/** What the dataset lacks of what was asked for, as sentences: the first few by name, with the nearest that there is. */
export function strangerSentences(
  catalogue: Catalogue,
  strangers: readonly string[],
  words: typeof linkMessages | typeof viewMessages = linkMessages,
): readonly string[] {
  const told = strangers.slice(0, TOLD).map((id) => words.stranger(id, nearest(id, idsOf(catalogue))));
  const rest = strangers.length - told.length;
  return rest > 0 ? [...told, words.moreStrangers(String(rest))] : told;
}

/** Tells the reader what of a link cannot be used: at once where its parts are wrong, later where the dataset does not know its ids. */
export class LinkProblems implements ReactiveController {
  readonly #host: LinkHost;
  readonly #notices: LinkNotices;
  #open: Settings | undefined;
  /** What was told of the link that was followed last. */
  #told: readonly string[] = [];

  constructor(host: LinkHost, notices: LinkNotices) {
    this.#host = host;
    this.#notices = notices;
    host.addController(this);
  }

  /** @param settings what of the link can be used */
  take(issues: readonly SettingIssue[], settings: Settings): void {
    const words = linkMessages;
    for (const text of this.#told) this.#notices.withdraw(text);
    this.#told = [];
    const told = issues.slice(0, TOLD).map(({ part, got, expected, nearest: near }) => words.linkPart(part, got, expected, near));
    if (issues.length > TOLD) told.push(words.moreParts(String(issues.length - TOLD)));
    if (told.length > 0) this.#tell([...told, words.restUsed].join(' '));
    this.#open = settings;
    this.#host.requestUpdate();
  }

  #tell(text: string): void {
    this.#told = [...this.#told, text];
    this.#notices.tell(text);
  }

  hostUpdate(): void {
    const { catalogue } = this.#host;
    if (!catalogue || !this.#open) return;
    const strangers = strangersIn(catalogue, this.#open);
    this.#open = undefined;
    if (strangers.length > 0) this.#tell([...strangerSentences(catalogue, strangers), linkMessages.restUsed].join(' '));
  }
}
