import type { TemplateResult } from 'lit';
import { templateText } from '../intake/template.js';
import type { IntakeMode } from '../intake/take-table.js';
import { Handover } from './handover.js';
import type { FilesActions, FilesHost } from './files-host.js';
import { filesPanelMessages as words } from './messages-files-panel.js';
import { OwnFile, type Applied } from './own-file.js';
import type { PanelContext } from './parts/context.js';
import { filesView, type FilesView } from './parts/files.js';
import { problemsText, type ShownProblems } from './parts/files-problems.js';

/** Problems that are written out at first, and at every wish for more. */
export const PROBLEMS_SHOWN = 50;

/** The panel for files of the reader's own. */
export class FilesPanel {
  readonly #host: FilesHost;
  readonly #actions: FilesActions;
  readonly #file: OwnFile;
  #mode: IntakeMode = 'beside';
  #applied: Applied | undefined;
  #problems: ShownProblems = { severity: 'all', count: PROBLEMS_SHOWN };
  /** What is read out. */
  #said = '';
  readonly #handover = new Handover();

  constructor(host: FilesHost, actions: FilesActions) {
    this.#host = host;
    this.#actions = actions;
    this.#file = new OwnFile(
      () => actions.datasets.shipped,
      () => {
        host.requestUpdate();
      },
    );
  }

  /** Opens a file, as if it had been chosen. */
  async open(file: File): Promise<void> {
    this.#problems = { severity: 'all', count: PROBLEMS_SHOWN };
    this.#said = '';
    await this.#file.open(file);
  }

  /** Ends what is under way. */
  stop(): void {
    if (this.#file.step.step === 'reading') this.#file.clear();
    this.#handover.release();
  }

  render(context: PanelContext): TemplateResult {
    return filesView(context, {
      step: this.#file.step,
      mode: this.#mode,
      problems: this.#problems,
      applied: this.#applied,
      hidden: this.#hidden,
      said: this.#said,
      ...this.#wishes,
      apply: this.#apply.bind(this, context),
    });
  }

  /** New standards of the file that the filter leaves out. */
  get #hidden(): number {
    if (!this.#applied || this.#applied.added.length === 0) return 0;
    const visible = new Set(this.#host.visible);
    return this.#applied.added.filter((id) => !visible.has(id)).length;
  }

  /** What the reader can do. */
  readonly #wishes: Omit<FilesView, 'step' | 'mode' | 'problems' | 'applied' | 'hidden' | 'said' | 'apply'> = {
    open: (file) => void this.open(file),
    cancel: () => {
      this.#file.clear();
    },
    chooseMode: (mode) => {
      this.#mode = mode;
      this.#host.requestUpdate();
    },
    showProblems: (problems) => {
      this.#problems = problems;
      this.#host.requestUpdate();
    },
    chooseSheet: (sheet) => {
      this.#file.chooseSheet(sheet);
    },
    chooseHeader: (row) => {
      this.#file.chooseHeader(row);
    },
    chooseEncoding: (encoding) => void this.#file.decode(encoding),
    chooseTopic: (topic) => {
      this.#file.chooseTopic(topic);
    },
    remap: (mapping) => {
      this.#file.remap(mapping);
    },
    takeBack: () => {
      this.#takeBack();
    },
    clearFilter: () => {
      this.#actions.set({ filter: '' });
    },
    template: () => {
      this.#download('standards-template.csv', templateText());
    },
    downloadProblems: () => {
      const { step } = this.#file;
      if (step.step === 'table' && step.taken) this.#download(`${step.name}-problems.csv`, problemsText(step, step.taken.problems));
    },
  };

  /** Shows what comes of the file. */
  #apply(context: PanelContext): void {
    const { step } = this.#file;
    const result = this.#file.result(this.#mode);
    if (!result || (step.step !== 'table' && step.step !== 'dataset')) return;
    if ('issue' in result) {
      this.#actions.tell(words.failed(step.name, result.issue));
      return;
    }
    const { name } = step;
    const { filter } = this.#actions.state();
    const before = this.#applied?.filter ?? (this.#mode === 'instead' ? filter : undefined);
    this.#applied = { name, mode: this.#mode, added: result.added, known: result.known, filter: before };
    this.#said = words.done(name, context.format.number(result.added.length), context.format.number(result.known));
    this.#file.clear();
    // The opening filter of the page's dataset would hide what it never knew
    if (this.#mode === 'instead') this.#actions.set({ filter: '' });
    this.#actions.datasets.give(result.dataset);
    this.#host.requestUpdate();
  }

  #takeBack(): void {
    const { filter } = this.#applied ?? {};
    this.#applied = undefined;
    this.#said = words.backDone;
    this.#actions.datasets.takeBack();
    if (filter !== undefined) this.#actions.set({ filter });
    this.#host.requestUpdate();
  }

  /** Hands a text to the reader as a file. */
  #download(name: string, text: string): void {
    this.#handover.give(name, text, 'text/csv;charset=utf-8');
  }
}
