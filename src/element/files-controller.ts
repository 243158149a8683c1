import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { FilesActions, FilesHost } from './files-host.js';
import type { FilesPanel } from './files-panel.js';
import { partsWithout } from './map-settings.js';
import type { PanelContext } from './parts/context.js';
import type { SidePanel } from './parts/side-panel.js';
import { fileMessages } from './messages-files.js';

const words = fileMessages;

/** Whether files are dragged, not text or a link. */
const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * Files of the reader's own: the panel, which is loaded when it is first opened, and dropping a file anywhere on the map.
 *
 * A page that leaves out the toolbar or the panels does not take files.
 */
export class FilesController implements ReactiveController {
  readonly #host: FilesHost;
  readonly #actions: FilesActions;
  #panel: FilesPanel | undefined;
  #loading: Promise<FilesPanel | undefined> | undefined;
  #open: (() => void) | undefined;
  /** Elements of the map that a drag has entered and not left. */
  #entered = 0;

  constructor(host: FilesHost, actions: FilesActions) {
    this.#host = host;
    this.#actions = actions;
    host.addController(this);
  }

  hostConnected(): void {
    for (const [type, listener] of this.#listeners) this.#host.addEventListener(type, listener);
  }

  hostDisconnected(): void {
    for (const [type, listener] of this.#listeners) this.#host.removeEventListener(type, listener);
    this.#enter(0);
    this.#panel?.stop();
  }

  readonly opener = (open: () => void): void => {
    this.#open = open;
  };

  readonly over = (): TemplateResult | typeof nothing =>
    this.#entered > 0 ? html`<div class="dropping"><p>${words.dropHere}</p></div>` : nothing;

  readonly panel = (context: PanelContext): SidePanel => {
    if (!this.#panel) void this.#load();
    return {
      title: words.title,
      body: this.#panel?.render(context) ?? html`<p class="small" role="status">${words.loading}</p>`,
    };
  };

  /** What reads files is only loaded by those who open one. */
  async #load(): Promise<FilesPanel | undefined> {
    this.#loading ??= import('./files-panel.js').then(
      ({ FilesPanel: Panel }) => new Panel(this.#host, this.#actions),
      (error: unknown) => {
        // Asked again at the next file
        this.#loading = undefined;
        this.#actions.tell(words.notReady(error instanceof Error ? error.message : String(error)));
        return undefined;
      },
    );
    this.#panel = await this.#loading;
    this.#host.requestUpdate();
    return this.#panel;
  }

  get #takesFiles(): boolean {
    const has = partsWithout(this.#host.without);
    return has('toolbar') && has('detail') && this.#host.catalogue !== undefined;
  }

  #enter(count: number): void {
    if (count === this.#entered) return;
    const changes = count === 0 || this.#entered === 0;
    this.#entered = count;
    if (changes) this.#host.requestUpdate();
  }

  readonly #onEnter = (event: DragEvent): void => {
    if (!hasFiles(event) || !this.#takesFiles) return;
    event.preventDefault();
    this.#enter(this.#entered + 1);
  };

  readonly #onOver = (event: DragEvent): void => {
    if (!hasFiles(event) || !this.#takesFiles) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    this.#enter(Math.max(1, this.#entered));
  };

  readonly #onLeave = (event: DragEvent): void => {
    if (hasFiles(event)) this.#enter(Math.max(0, this.#entered - 1));
  };

  readonly #onDrop = (event: DragEvent): void => {
    if (!hasFiles(event) || !this.#takesFiles) return;
    event.preventDefault();
    this.#enter(0);
    const files = [...(event.dataTransfer?.files ?? [])];
    const [file] = files;
    if (files.length > 1) this.#actions.tell(words.oneOnly(String(files.length)));
    else if (file) void this.#take(file);
  };

  async #take(file: File): Promise<void> {
    this.#open?.();
    const panel = await this.#load();
    await panel?.open(file);
  }

  readonly #listeners = [
    ['dragenter', this.#onEnter],
    ['dragover', this.#onOver],
    ['dragleave', this.#onLeave],
    ['drop', this.#onDrop],
  ] as const;
}
