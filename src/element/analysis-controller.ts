import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Candidate } from '../analysis/candidate.js';
import { overlaps, overlapSteps } from '../analysis/overlaps.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Finding } from '../model/dataset.js';
import { whileIdle } from './idle.js';

/** The pairs of a catalogue that were looked for under some findings. */
interface Sought {
  readonly catalogue: Catalogue;
  readonly findings: readonly Finding[];
}

/** What the element wants of it. */
export interface AnalysisWishes {
  /** Whether the reader waits for the candidates. */
  readonly isUrgent: () => boolean;
}

/** Looks for overlap candidates while the page has nothing else to do, and remembers them. */
export class AnalysisController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly isConnected: boolean };
  readonly #wishes: AnalysisWishes;
  #sought: Sought | undefined;
  #found: (Sought & { readonly candidates: readonly Candidate[] }) | undefined;

  constructor(host: ReactiveControllerHost & { readonly isConnected: boolean }, wishes: AnalysisWishes) {
    this.#host = host;
    this.#wishes = wishes;
    host.addController(this);
  }

  hostDisconnected(): void {
    // What was under way is dropped; whoever asks again starts it again.
    this.#sought = undefined;
  }

  /**
   * The candidates of a catalogue, strongest first, once they are found; asking starts to look for them.
   *
   * After a change of the findings the former list stands until the new one is there.
   *
   * @param findings verdicts beside those of the dataset
   */
  candidates(catalogue: Catalogue, findings: readonly Finding[]): readonly Candidate[] | undefined {
    const found = this.#found?.catalogue === catalogue ? this.#found : undefined;
    if (found?.findings === findings) return found.candidates;
    if (this.#sought?.catalogue !== catalogue || this.#sought.findings !== findings) this.#look({ catalogue, findings });
    return found?.candidates;
  }

  #look(sought: Sought): void {
    this.#sought = sought;
    const { catalogue, findings } = sought;
    whileIdle(
      overlapSteps(catalogue, { findings }),
      () => this.#sought === sought && this.#host.isConnected,
      () => {
        this.#sought = undefined;
        this.#found = { ...sought, candidates: overlaps(catalogue, { findings }) };
        this.#host.requestUpdate();
      },
      this.#wishes.isUrgent,
    );
  }
}
