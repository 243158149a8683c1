import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { overlapSteps } from '../analysis/overlaps.js';
import type { Candidate } from '../analysis/candidate.js';
import type { ExportInput, Made } from '../export/forms.js';
import type { Listing } from '../export/grid.js';
import { fileName, type Provenance } from '../export/provenance.js';
import { inSlices, type Pace } from '../export/steps.js';
import type { Catalogue } from '../model/catalogue.js';
import { copied } from './clipboard.js';
import type { Exporter } from './exporter.js';
import { exportContent } from './export-content.js';
import { exportPicture } from './export-picture.js';
import { exportWords } from './export-words.js';
import type { PanelContext } from './parts/context.js';
import { EXPORT_FORMS, exportPanel, type ExportForm, type ExportPhase } from './parts/export-panel.js';
import type { SidePanel } from './parts/side-panel.js';
import { exportMessages } from './messages-export.js';

/** What the tool needs of the element. */
export interface ExportToolHost extends ReactiveControllerHost {
  readonly renderRoot: DocumentFragment | HTMLElement;
  readonly overlaps: readonly Candidate[];
}

/** Shares of the progress for what is looked for first. */
const LOOKING = 0.5;
/** Least progress that is shown: the whole map is made anew for it. */
const STEP = 0.04;
const TABLES: ReadonlySet<ExportForm> = new Set<ExportForm>(['csv', 'xlsx', 'markdown']);

/** Between two slices the page does what else it has to do. */
const pause = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done);
  });
const now = (): number => performance.now();

/** The tool that exports what is shown: which form, how far, and the file that was made. */
export class ExportTool implements ReactiveController {
  readonly #host: ExportToolHost;
  readonly #exporter: Exporter;
  readonly #tell: (text: string) => void;
  #form: ExportForm = 'csv';
  #scale = 2;
  #isWhole = false;
  #state: ExportPhase = { phase: 'idle' };
  #running: AbortController | undefined;
  #text: (() => string) | undefined;
  #catalogue: Catalogue | undefined;
  #isAsked = false;

  constructor(host: ExportToolHost, exporter: Exporter, tell: (text: string) => void) {
    this.#host = host;
    this.#exporter = exporter;
    this.#tell = tell;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#isAsked = false;
  }

  /** A panel that is closed holds no file. */
  hostUpdated(): void {
    if (!this.#isAsked && this.#state.phase === 'done') this.#free({ phase: 'idle' });
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#free({ phase: 'idle' });
  }

  panel(context: PanelContext): SidePanel {
    this.#isAsked = true;
    if (this.#catalogue !== context.catalogue) {
      this.#catalogue = context.catalogue;
      this.#running?.abort();
      this.#free({ phase: 'idle' });
    }
    const forms = this.#offered();
    const form = forms.includes(this.#form) ? this.#form : 'csv';
    const body = exportPanel(context, {
      form,
      forms,
      scale: this.#scale,
      whole: this.#isWhole,
      content: exportContent(context, this.#exporter, form, { scale: this.#scale, whole: this.#isWhole }),
      state: this.#state,
      choose: (chosen) => {
        this.#form = chosen;
        this.#show(this.#free({ phase: 'idle' }));
      },
      setScale: (scale) => {
        this.#scale = scale;
        this.#show(this.#free({ phase: 'idle' }));
      },
      setWhole: (whole) => {
        this.#isWhole = whole;
        this.#show(this.#free({ phase: 'idle' }));
      },
      make: () => {
        void this.#make(context, form);
      },
      cancel: () => {
        this.#running?.abort();
      },
      copy: () => {
        void this.#copy();
      },
    });
    return { title: exportMessages.title, body };
  }

  /** Pictures of what draws. */
  #offered(): readonly ExportForm[] {
    return EXPORT_FORMS.filter((form) => this.#exporter.draws || (form !== 'png' && form !== 'svg'));
  }

  #show(state: ExportPhase): void {
    this.#state = state;
    this.#host.requestUpdate();
  }

  /** Lets go of the file that was made. */
  #free(state: ExportPhase): ExportPhase {
    if (this.#state.phase === 'done') URL.revokeObjectURL(this.#state.url);
    this.#text = undefined;
    this.#state = state;
    return state;
  }

  async #make(context: PanelContext, form: ExportForm): Promise<void> {
    if (this.#running) return;
    const running = new AbortController();
    const words = exportMessages;
    this.#running = running;
    const busy = (what: string, share: number): void => {
      const state = this.#state;
      if (running.signal.aborted || (state.phase === 'busy' && state.what === what && Math.abs(share - state.share) < STEP)) return;
      this.#show({ phase: 'busy', what, share });
    };
    this.#free({ phase: 'idle' });
    busy(words.working(words.forms[form]), 0);
    try {
      const { name, made } = await this.#made(context, form, running.signal, busy);
      running.signal.throwIfAborted();
      this.#done(context, name, made);
    } catch (error) {
      const why = running.signal.aborted ? words.cancelled : words.failed(error instanceof Error ? error.message : String(error));
      if (!running.signal.aborted) this.#tell(why);
      this.#show({ phase: 'idle', told: why });
    } finally {
      this.#running = undefined;
    }
  }

  async #made(
    context: PanelContext,
    form: ExportForm,
    signal: AbortSignal,
    busy: (what: string, share: number) => void,
  ): Promise<{ readonly name: string; readonly made: Made }> {
    const words = exportMessages;
    // What is shown now, whatever the reader does meanwhile
    const provenance = this.#exporter.provenance();
    const coverage = this.#exporter.coverage;
    const name = (suffix: string): string => fileName(provenance, suffix);
    const working = words.working(words.forms[form]);
    const paceFrom = (from: number): Pace => ({
      signal,
      pause,
      now,
      onProgress: (share) => {
        busy(working, from + (1 - from) * share);
      },
    });
    if (form === 'png' || form === 'svg') {
      const blob = await exportPicture(this.#exporter, form, provenance, { scale: this.#scale, pace: paceFrom(0) });
      return { name: name(form), made: blob };
    }
    if (form === 'html') {
      const { offlineFile } = await import('./offline-file.js');
      const ids = this.#isWhole ? undefined : [...new Set(this.#exporter.listing().rows.map(({ id }) => id))];
      const state = this.#exporter.source.state();
      return { name: name(form), made: await offlineFile({ catalogue: context.catalogue, ids, state, provenance }, paceFrom(0)) };
    }
    const counted = await this.#counted(context, form, signal, (share) => {
      busy(words.counting, LOOKING * share);
    });
    const { FORMS, makeExport } = await import('../export/forms.js');
    const input = this.#input(context, form, provenance, counted.listing, coverage);
    const kind = coverage && TABLES.has(form) && form !== 'xlsx' ? `matrix.${FORMS[form].suffix}` : FORMS[form].suffix;
    return { name: name(kind), made: await makeExport(form, input, paceFrom(counted.share)) };
  }

  #input(
    context: PanelContext,
    form: ExportForm,
    provenance: Provenance,
    listing: Listing,
    coverage: ExportInput['coverage'],
  ): ExportInput {
    return {
      catalogue: context.catalogue,
      provenance,
      listing,
      coverage,
      network: form === 'gexf' || form === 'graphml' ? this.#exporter.network() : undefined,
      words: exportWords(context, coverage),
    };
  }

  /** The table that is shown; where it counts overlaps that are not known yet, they are looked for first. */
  async #counted(
    { catalogue }: PanelContext,
    form: ExportForm,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<{ readonly listing: Listing; readonly share: number }> {
    const listing = this.#exporter.listing();
    if (listing.overlaps || !TABLES.has(form) || !listing.columns.includes('overlaps')) return { listing, share: 0 };
    let steps = 0;
    function* looking(): Generator<number, void, void> {
      // How many steps there are is known at the end only
      const parts = overlapSteps(catalogue);
      while (!parts.next().done) yield 1 - 1 / (1 + ++steps / catalogue.standards.length);
    }
    onProgress(0);
    await inSlices(looking(), { signal, pause, now, onProgress });
    return { listing: this.#exporter.listing(this.#host.overlaps), share: LOOKING };
  }

  #done({ format }: PanelContext, name: string, { blob, text }: Made): void {
    const words = exportMessages;
    const url = URL.createObjectURL(blob);
    const size =
      blob.size < 1000
        ? words.bytes(format.number(blob.size))
        : blob.size < 1e6
          ? words.kilobytes(format.number(Math.round(blob.size / 100) / 10))
          : words.megabytes(format.number(Math.round(blob.size / 1e5) / 10));
    this.#text = text;
    this.#show({ phase: 'done', name, size, url, isText: text !== undefined });
    // The same link that the reader can take again
    void this.#host.updateComplete.then(() => {
      if (this.#state.phase === 'done' && this.#state.url === url)
        this.#host.renderRoot.querySelector<HTMLAnchorElement>('.export a[download]')?.click();
    });
  }

  async #copy(): Promise<void> {
    const words = exportMessages;
    const state = this.#state;
    if (state.phase !== 'done' || !this.#text) return;
    const told = (await copied(this.#text(), this.#host.renderRoot)) ? words.copied : words.notCopied;
    if (this.#state === state) this.#show({ ...state, told });
  }
}
