import { html, nothing, type TemplateResult } from 'lit';
import { draftProblems, type DraftProblem, type FindingDraft } from '../../analysis/finding-draft.js';
import { VERDICTS, type Finding, type PartialDate } from '../../model/dataset.js';
import { wordOf } from '../word-of.js';
import type { PanelContext } from './context.js';
import { counted } from './counted.js';
import { findingMessages } from '../messages-findings.js';

/** What the form for a verdict shows, and what can be done with it. */
export interface FindingFormProps {
  readonly draft: FindingDraft;
  /** The day that a finding without a date of its own is given. */
  readonly today: PartialDate;
  /** Findings in force on the pair, which this one may take the place of. */
  readonly current: readonly Finding[];
  readonly open: boolean;
  /** The reader tried to record the draft: what it lacks is said. */
  readonly tried: boolean;
  /** Something is written that is kept as a draft. */
  readonly drafted: boolean;
  readonly toggle: (open: boolean) => void;
  /** What was typed or chosen, made on the draft as it is by then: two changes may come before the form is drawn again. */
  readonly change: (made: (draft: FindingDraft) => FindingDraft) => void;
  /** The reader wants to record the draft; it may have problems, which are then shown by `tried`. */
  readonly record: () => void;
  readonly discard: () => void;
}

type Field = DraftProblem['field'];
const LEVELS = [1, 2, 3, 4] as const;

function problemText(problem: DraftProblem): string {
  const words = findingMessages;
  if (problem.kind === 'too-long') return words.tooLong;
  if (problem.kind === 'no-date') return words.noDate;
  return problem.field === 'clauses' ? words.clauseMissing(problem.standard) : wordOf(words.missing, problem.field);
}

/** The words under a field that say what is wrong with it; empty where nothing is. */
const errorOf = (id: string, text: string | undefined): TemplateResult => html`<span class="problem" id=${id}>${text ?? nothing}</span>`;

const valueOf = (event: Event): string => {
  const { currentTarget } = event;
  return currentTarget instanceof HTMLInputElement ||
    currentTarget instanceof HTMLTextAreaElement ||
    currentTarget instanceof HTMLSelectElement
    ? currentTarget.value
    : '';
};

/** A form with its problems at hand. */
interface Form extends FindingFormProps {
  readonly context: PanelContext;
  readonly problems: readonly DraftProblem[];
}

const found = ({ problems }: Form, field: Field, standard?: string): string | undefined => {
  const problem = problems.find((one) => one.field === field && (one.field !== 'clauses' || one.standard === standard));
  return problem && problemText(problem);
};

function verdictField(form: Form): TemplateResult {
  const { draft, change } = form;
  const words = findingMessages;
  const error = found(form, 'verdict');
  return html`<fieldset class="field" aria-describedby="finding-verdict-error">
    <legend>${words.verdict}</legend>
    ${VERDICTS.map(
      (verdict) => html`<label class="choice"><input type="radio" name="verdict" value=${verdict} .checked=${draft.verdict === verdict}
        aria-invalid=${error === undefined ? 'false' : 'true'} @change=${() => {
          change((last) => ({ ...last, verdict }));
        }}><span>${wordOf(words.verdicts, verdict)}<span class="small"> – ${wordOf(words.meanings, verdict)}</span></span></label>`,
    )}
    ${errorOf('finding-verdict-error', error)}
  </fieldset>`;
}

function textField(form: Form, field: 'by' | 'reason' | 'evidence', label: string, hint: string): TemplateResult {
  const { draft, change } = form;
  const error = found(form, field);
  const invalid = error === undefined ? 'false' : 'true';
  const describedby = `finding-${field}-hint finding-${field}-error`;
  const input = (event: Event): void => {
    const text = valueOf(event);
    change((last) => ({ ...last, [field]: text }));
  };
  return html`<label class="field"><span>${label}</span>
    <span class="small" id=${`finding-${field}-hint`}>${hint}</span>
    ${
      field === 'by'
        ? html`<input name=${field} dir="auto" .value=${draft[field]} aria-invalid=${invalid} aria-describedby=${describedby} @input=${input}>`
        : html`<textarea name=${field} dir="auto" rows=${field === 'reason' ? '3' : '2'} .value=${draft[field]} aria-invalid=${invalid} aria-describedby=${describedby}
          @input=${input}></textarea>`
    }
    ${errorOf(`finding-${field}-error`, error)}
  </label>`;
}

function clauseFields(form: Form): readonly TemplateResult[] {
  const { draft, change } = form;
  const words = findingMessages;
  const need = draft.verdict === 'conflict' ? words.clausesNeeded : words.optional;
  return draft.standards.map((standard, at) => {
    const error = found(form, 'clauses', standard);
    const id = `finding-clause-${String(at)}`;
    return html`<label class="field"><span><bdi>${words.clausesOf(standard)}</bdi> <span class="small">(${need})</span></span>
      <span class="small" id=${`${id}-hint`}>${words.clausesHint}</span>
      <input name=${`clauses-${String(at)}`} dir="auto" .value=${draft.clauses[at] ?? ''} aria-required=${draft.verdict === 'conflict' ? 'true' : 'false'}
        aria-invalid=${error === undefined ? 'false' : 'true'} aria-describedby=${`${id}-hint ${id}-error`} @input=${(event: Event) => {
          const text = valueOf(event);
          change((last) => ({ ...last, clauses: last.standards.map((_, i) => (i === at ? text : (last.clauses[i] ?? ''))) }));
        }}>
      ${errorOf(`${id}-error`, error)}
    </label>`;
  });
}

function levelAndDate(form: Form): TemplateResult {
  const { context, draft, change, today } = form;
  const { format } = context;
  const words = findingMessages;
  return html`<label class="field"><span>${words.level}</span><span class="small" id="finding-level-hint">${words.levelHint}</span>
      <select name="level" aria-describedby="finding-level-hint" @change=${(event: Event) => {
        const level = Number(valueOf(event));
        change((last) => ({ ...last, level: level > 0 ? level : undefined }));
      }}><option value="" .selected=${draft.level === undefined}>${words.noLevel}</option>${LEVELS.map(
        (level) => html`<option value=${String(level)} .selected=${level === draft.level}>${format.number(level)}</option>`,
      )}</select></label>
    <label class="field"><span>${words.date}</span><span class="small" id="finding-date-hint">${words.dateHint}</span>
      <input type="date" name="date" .value=${draft.date ?? today} aria-invalid=${found(form, 'date') === undefined ? 'false' : 'true'} aria-describedby="finding-date-hint finding-date-error"
        @change=${(event: Event) => {
          const date = valueOf(event);
          change((last) => ({ ...last, date: date === '' || date === today ? undefined : date }));
        }}>
      ${errorOf('finding-date-error', found(form, 'date'))}</label>`;
}

function replacesField({ context, draft, change, current }: Form): TemplateResult | typeof nothing {
  if (current.length === 0) return nothing;
  const { format } = context;
  const words = findingMessages;
  return html`<fieldset class="field"><legend>${words.replaces}</legend>
    ${current.map(({ id, verdict, by, date }) => {
      const on = draft.replaces.includes(id);
      return html`<label class="choice"><input type="checkbox" .checked=${on} @change=${() => {
        change((last) => ({ ...last, replaces: on ? last.replaces.filter((one) => one !== id) : [...last.replaces, id] }));
      }}><span dir="auto">${wordOf(words.verdicts, verdict)}: ${words.byline(by, format.date(date))}</span></label>`;
    })}
    <span class="small">${words.replacesNote}</span></fieldset>`;
}

/** The control of a problem, by its name in the form. */
function nameOf(problem: DraftProblem, { standards }: FindingDraft): string {
  return problem.field === 'clauses' ? `clauses-${String(standards.indexOf(problem.standard))}` : problem.field;
}

/** Takes the reader to the first field that needs a look. */
function focusOn(form: HTMLFormElement, problem: DraftProblem, draft: FindingDraft): void {
  form.querySelector<HTMLElement>(`[name="${nameOf(problem, draft)}"]`)?.focus();
}

/** The form in which somebody gives a verdict on a pair; what is typed is kept as a draft. */
export function findingForm(context: PanelContext, props: FindingFormProps): TemplateResult {
  const { format } = context;
  const words = findingMessages;
  const { draft, open, tried, drafted, toggle, record, discard } = props;
  const lacking = draftProblems(draft);
  const form: Form = { ...props, context, problems: tried ? lacking : [] };
  return html`<details class="finding-form" ?open=${open} @toggle=${(event: Event) => {
    if (event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open !== open) toggle(event.currentTarget.open);
  }}>
    <summary>${words.formTitle}</summary>
    <form novalidate autocomplete="off" @submit=${(event: Event) => {
      event.preventDefault();
      record();
      const [first] = lacking;
      if (first && event.currentTarget instanceof HTMLFormElement) focusOn(event.currentTarget, first, draft);
    }}>
      <p class="small">${words.formNote}</p>
      ${verdictField(form)}
      ${textField(form, 'by', words.by, words.byHint)}
      ${textField(form, 'reason', words.reason, words.reasonHint)}
      <div class="row">${clauseFields(form)}</div>
      ${textField(form, 'evidence', words.evidence, words.evidenceHint)}
      <div class="row">${levelAndDate(form)}</div>
      ${replacesField(form)}
      <p class="problem" role="alert">${form.problems.length === 0 ? nothing : words.problems(counted(format, form.problems.length))}</p>
      <div class="buttons"><button type="submit" class="primary">${words.record}</button>
        ${drafted ? html`<button type="button" @click=${discard}>${words.discard}</button> <span class="small">${words.drafted}</span>` : nothing}</div>
    </form>
  </details>`;
}
