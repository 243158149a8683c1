import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells when the page goes to paper and comes back: by the events of printing, and by the medium, which a preview or a test switches alone. */
export class OnPaper implements ReactiveController {
  readonly #media = matchMedia('print');
  readonly #changed: (isPrinting: boolean) => void;

  /** @param changed called at every change, with whether the page is printed now */
  constructor(host: ReactiveControllerHost, changed: (isPrinting: boolean) => void) {
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#tell);
    addEventListener('afterprint', this.#tell);
    this.#media.addEventListener('change', this.#tell);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#tell);
    removeEventListener('afterprint', this.#tell);
    this.#media.removeEventListener('change', this.#tell);
  }

  readonly #tell = (event: Event): void => {
    this.#changed(event.type === 'beforeprint' || this.#media.matches);
  };
}
