import { html, nothing, type TemplateResult } from 'lit';
import type { TopicId } from '../../model/dataset.js';
import { INTAKE_FIELDS, type IntakeField } from '../../intake/fields.js';
import { HEADER_ROWS } from '../../intake/limits.js';
import { columnsOf, type Mapping, type TableColumn } from '../../intake/mapping.js';
import { ENCODINGS, type Encoding } from '../../intake/text-encoding.js';
import { filesPanelMessages as words } from '../messages-files-panel.js';
import type { OwnTable } from '../own-file.js';
import type { PanelContext } from './context.js';

/** What can be changed of how a table is read. */
export interface TableActions {
  readonly chooseSheet: (sheet: number) => void;
  readonly chooseHeader: (row: number) => void;
  readonly chooseEncoding: (encoding: Encoding) => void;
  readonly chooseTopic: (topic: TopicId | undefined) => void;
  readonly remap: (mapping: Mapping) => void;
}

/** Fields that are shown at once; the others are behind a summary. */
const MAIN: readonly IntakeField[] = ['reference', 'title', 'sdo', 'committee', 'status', 'date', 'topics'];
/** Rows of the preview, letters of a cell in it, and letters of a row of names. */
const ROWS = 4;
const CELL = 60;
const NAMES = 70;
/** From this confidence on a proposal is sure, and from that on likely. */
const [SURE, LIKELY] = [0.9, 0.6];

const valueOf = (event: Event): string => (event.currentTarget instanceof HTMLSelectElement ? event.currentTarget.value : '');
const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

interface Choice {
  readonly value: string;
  readonly text: string;
}

function select(name: string, label: unknown, chosen: string, choices: readonly Choice[], choose: (value: string) => void): TemplateResult {
  return html`<label class="field"><span>${label}</span><select name=${name} @change=${(event: Event) => {
    choose(valueOf(event));
  }}>${choices.map(({ value, text }) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}</select></label>`;
}

function source({ opened, sheet }: OwnTable, { chooseSheet, chooseEncoding }: TableActions): unknown {
  const { grids, encoding } = opened;
  return [
    grids.length > 1
      ? select(
          'sheet',
          words.sheet,
          String(sheet),
          grids.map(({ name, hidden }, at) => ({ value: String(at), text: hidden ? words.sheetHidden(name) : name })),
          (value) => {
            chooseSheet(Number(value));
          },
        )
      : nothing,
    encoding === undefined
      ? nothing
      : select(
          'encoding',
          words.encoding,
          encoding,
          ENCODINGS.map((value) => ({ value, text: words.encodingNames[value] })),
          (value) => {
            const known = ENCODINGS.find((one) => one === value);
            if (known) chooseEncoding(known);
          },
        ),
  ];
}

function headerChoice({ format }: PanelContext, { opened, sheet, mapping }: OwnTable, { chooseHeader }: TableActions): TemplateResult {
  const rows = opened.grids[sheet]?.rows.slice(0, HEADER_ROWS) ?? [];
  const choices = rows.flatMap((cells, at) => {
    const text = cells.filter((cell) => cell.trim() !== '').join(' | ');
    return text === '' ? [] : [{ value: String(at + 1), text: words.rowChoice(format.number(at + 1), shortened(text, NAMES)) }];
  });
  return select('header', words.headerRow, String(mapping.headerRow), [{ value: '0', text: words.noHeader }, ...choices], (value) => {
    chooseHeader(Number(value));
  });
}

function fieldChoice(table: OwnTable, field: IntakeField, columns: readonly TableColumn[], { remap }: TableActions): TemplateResult {
  const { mapping, proposed } = table;
  const column = mapping.fields[field];
  const confidence = column === proposed.fields[field] ? (proposed.confidence[field] ?? 1) : 1;
  const sureness = column === undefined || confidence >= SURE ? 'sure' : confidence >= LIKELY ? 'likely' : 'unsure';
  const label = html`${words.fields[field]} ${sureness === 'sure' ? nothing : html`<span class="badge ${sureness}">${words.sureness[sureness]}</span>`}`;
  const choices = columns.map(({ at, letter, name }) => ({ value: String(at), text: words.columnChoice(letter, shortened(name, NAMES)) }));
  return select(field, label, column === undefined ? '' : String(column), [{ value: '', text: words.notThere }, ...choices], (value) => {
    const others = Object.entries(mapping.fields).filter(([other, at]) => other !== field && (value === '' || at !== Number(value)));
    remap({ ...mapping, fields: { ...Object.fromEntries(others), ...(value !== '' && { [field]: Number(value) }) } });
  });
}

function preview({ format }: PanelContext, { opened, sheet, mapping }: OwnTable, columns: readonly TableColumn[]): TemplateResult {
  const rows = (opened.grids[sheet]?.rows ?? [])
    .map((cells, at) => ({ cells, number: at + 1 }))
    .slice(mapping.headerRow)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .slice(0, ROWS);
  const fieldOf = (column: number): string => {
    const field = INTAKE_FIELDS.find((one) => mapping.fields[one] === column);
    return field === undefined ? '' : words.fields[field];
  };
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.preview}><table class="preview"><caption>${words.preview}</caption>
    <thead><tr><th scope="col">${words.row}</th>${columns.map(
      ({ at, name }) =>
        html`<th scope="col"><span dir="auto">${shortened(name, CELL)}</span><span class="small">${fieldOf(at)}</span></th>`,
    )}</tr></thead>
    <tbody>${rows.map(
      ({ cells, number }) =>
        html`<tr><th scope="row">${format.number(number)}</th>${columns.map(({ at }) => html`<td dir="auto">${shortened(cells[at] ?? '', CELL)}</td>`)}</tr>`,
    )}</tbody></table></div>`;
}

/** How a table is read: sheet, encoding, names of columns, and which column says what, with its first rows. */
export function tableForm(context: PanelContext, table: OwnTable, actions: TableActions): TemplateResult {
  const { catalogue } = context;
  const { mapping, opened, sheet, taken, topic } = table;
  const grid = opened.grids[sheet];
  const columns = grid ? columnsOf(grid, mapping.headerRow) : [];
  const others = INTAKE_FIELDS.filter((field) => !MAIN.includes(field));
  const mapped = others.filter((field) => mapping.fields[field] !== undefined).length;
  const needsTopic = topic !== undefined || taken?.problems.some(({ code }) => code === 'no-topic');
  const choice = (field: IntakeField): TemplateResult => fieldChoice(table, field, columns, actions);
  return html`${source(table, actions)}${headerChoice(context, table, actions)}
    ${preview(context, table, columns)}
    <fieldset class="mapping"><legend>${words.mapping}</legend><p class="small">${words.mappingHelp}</p>
      <div class="row">${MAIN.map(choice)}</div>
      <details class="more-fields"><summary>${words.moreFields(context.format.number(mapped))}</summary><div class="row">${others.map(choice)}</div></details>
      <label class="choice"><input type="checkbox" name="repeat" .checked=${mapping.repeat} @change=${() => {
        actions.remap({ ...mapping, repeat: !mapping.repeat });
      }}><span>${words.repeat}</span></label>
      ${
        needsTopic
          ? select(
              'topic',
              words.defaultTopic,
              topic ?? '',
              [{ value: '', text: words.noDefaultTopic }, ...catalogue.topics.map(({ id, label }) => ({ value: id, text: label }))],
              (value) => {
                actions.chooseTopic(value === '' ? undefined : value);
              },
            )
          : nothing
      }
    </fieldset>`;
}
