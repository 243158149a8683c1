import type { Presented, PresentingHost } from './presented.js';

/** What stands in the place of the drawing once it is there. */
const OTHER_VIEWS = '.stage > :is(.timeline, .table-view, .matrix)';

/** Whether everything that is chosen is on the screen: its view, its places, and what its lenses have to find first. */
export function isStanding(host: PresentingHost, { choice: { state }, drawing }: Presented): boolean {
  if (state.view !== 'graph') return host.renderRoot.querySelector(OTHER_VIEWS) !== null;
  const { arrangement, drawn } = drawing;
  const isPlaced = arrangement.standing?.group === state.group || arrangement.setback !== undefined;
  return isPlaced && (!state.highlight.includes('overlaps') || drawn?.candidates !== undefined);
}

/** Waits for scenes to stand. */
export class Standing {
  readonly #isThere: () => boolean;
  #waiting: (() => void)[] = [];

  /** @param isThere whether what is shown now stands */
  constructor(isThere: () => boolean) {
    this.#isThere = isThere;
  }

  /** Resolves when what is shown stands, or something else is to be shown. */
  async stands(): Promise<void> {
    if (this.#isThere()) return;
    await new Promise<void>((done) => {
      this.#waiting.push(done);
    });
  }

  /** Something has changed. */
  look(): void {
    if (this.#waiting.length > 0 && this.#isThere()) this.end();
  }

  /** Nobody waits any longer. */
  end(): void {
    for (const done of this.#waiting.splice(0)) done();
  }
}
