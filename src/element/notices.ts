import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { firstMessages } from './messages-first.js';
import { closeIcon } from './parts/icons.js';

/** Most sentences that stand at once; the oldest goes first. */
const MOST = 3;

/** Sentences that the map has to tell the reader about something that was asked for: what could not be used, what was done. */
export class Notices {
  readonly #host: ReactiveControllerHost;
  #texts: readonly string[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Shows a sentence until the reader closes it, and reads it out; one that stands already stays where it is. */
  tell(text: string): void {
    if (this.#texts.includes(text)) return;
    this.#set([...this.#texts, text].slice(-MOST));
  }

  /** Takes away one sentence, where it stands. */
  withdraw(text: string): void {
    if (this.#texts.includes(text)) this.#set(this.#texts.filter((other) => other !== text));
  }

  /** Takes away what was told. */
  clear(): void {
    if (this.#texts.length > 0) this.#set([]);
  }

  /** The region is always there: what comes into it later is read out. */
  render(): TemplateResult {
    return html`<div class="notices" role="status">
      ${this.#texts.map(
        (text) => html`<p class="notice"><span dir="auto">${text}</span>
        <button type="button" class="icon" aria-label=${firstMessages.close} @click=${() => {
          this.#set(this.#texts.filter((other) => other !== text));
        }}>${closeIcon}</button></p>`,
      )}
    </div>`;
  }

  #set(texts: readonly string[]): void {
    this.#texts = texts;
    this.#host.requestUpdate();
  }
}
