import { render } from 'lit';
import type { Column } from '../analysis/columns.js';
import type { StandardId } from '../model/dataset.js';
import type { PanelContext } from './parts/context.js';
import { clamped, moved, type GridPosition } from './parts/matrix-keys.js';
import { MOST_SELECTED, ranged, switched, type Choice, type Held } from './parts/table-choice.js';
import { nextSort, type TableActions, type TableProps } from './parts/table-props.js';
import { bodyLines, columnCount, columnTracks, headLine, type GridProps } from './parts/table-rows.js';
import { rowWindow, scrollTopFor, type RowSpace } from './parts/table-window.js';
import { tableMessages } from './messages-table.js';

/** Height of a row in CSS px as long as none was measured. */
const ROW = 36;
/** A pointer that went farther was selecting text. */
const STILL_PX = 4;

/** What the grid shows, and what the reader does in it. */
export interface GridModel extends TableProps {
  readonly context: PanelContext;
  readonly actions: TableActions;
}

const isPressable = (target: EventTarget | null): boolean => target instanceof Element && target.closest('a, button') !== null;

/** The rows of the table in their box: only those in view stand in the page. Scrolling draws rows and nothing else. */
export class TableGrid {
  #model: GridModel | undefined;
  #box: HTMLElement | undefined;
  #focus: GridPosition = { row: 1, column: 1 };
  /** The line that a range begins at. */
  #anchor = 0;
  #down = { x: 0, y: 0 };
  #size = { row: ROW, view: 0, isCards: false };
  /** The box has a size that rows were not drawn for yet. */
  #isNew = true;
  readonly #resized = new ResizeObserver(() => {
    this.#isNew = true;
    this.#measure();
    this.draw();
  });

  /** For `ref`: the box that scrolls, or nothing when it is gone. */
  readonly attach = (box?: Element): void => {
    this.#resized.disconnect();
    this.#box = box instanceof HTMLElement ? box : undefined;
    this.#isNew = true;
    if (this.#box) this.#resized.observe(this.#box);
  };

  readonly onScroll = (): void => {
    this.draw();
  };

  /** Shows other rows, or the same ones otherwise. */
  update(model: GridModel): void {
    const isOther = this.#model?.lines !== model.lines;
    this.#model = model;
    if (isOther) this.#anchor = Math.min(this.#anchor, Math.max(0, model.lines.length - 1));
    this.draw();
  }

  /** Back to the first row. */
  toTop(): void {
    this.#anchor = 0;
    this.#focus = { row: Math.min(1, this.#focus.row), column: this.#focus.column };
    if (this.#box) this.#box.scrollTop = 0;
  }

  /** Brings the first row of a standard into view; nothing when it has none. */
  reveal(id: StandardId): void {
    const model = this.#model;
    const line = model?.lines.findIndex((place) => model.context.catalogue.standards[place]?.id === id) ?? -1;
    if (line < 0) return;
    this.#focus = { row: line + 1, column: this.#focus.column };
    this.#anchor = line;
    this.#show(line);
    this.draw();
  }

  #space(): RowSpace {
    return {
      count: this.#model?.lines.length ?? 0,
      rowHeight: this.#size.row,
      viewHeight: this.#size.view,
      scrollTop: this.#box?.scrollTop ?? 0,
    };
  }

  #props(model: GridModel): GridProps {
    const { isCards } = this.#size;
    const size = { rows: model.lines.length + 1, columns: columnCount({ ...model, isCards }) };
    const at = clamped(this.#focus, size);
    // Cards have no headings
    this.#focus = isCards ? { ...at, row: Math.max(1, at.row) } : at;
    return { ...model, chosen: new Set(model.selected), focus: this.#focus, isCards };
  }

  /** Draws headings and the rows in view; a focus that goes with its row goes to what stands there now. */
  draw(): void {
    const [model, box] = [this.#model, this.#box];
    const [head, body] = [box?.firstElementChild, box?.lastElementChild];
    if (!model || !box || !(head instanceof HTMLElement) || !(body instanceof HTMLElement)) return;
    if (this.#isNew) this.#measure();
    const isInside = box.matches(':focus-within');
    const props = this.#props(model);
    const { first, end, height, shift } = rowWindow(this.#space());
    const own = this.#focus.row - 1;
    const lines = Array.from({ length: end - first }, (_, at) => first + at);
    if (own >= 0 && own < first) lines.unshift(own);
    if (own >= end && own < model.lines.length) lines.push(own);
    box.classList.toggle('cards', props.isCards);
    const { tracks, least } = columnTracks(model.plan.columns);
    box.style.setProperty('--_tracks', tracks);
    box.style.setProperty('--_least', least);
    body.style.blockSize = `${String(height)}px`;
    render(headLine(props), head);
    render(
      bodyLines(
        props,
        lines.map((line) => ({ line, y: line * this.#size.row + shift })),
        this.#fold,
      ),
      body,
    );
    if (isInside && !box.matches(':focus-within')) this.#cell()?.focus({ preventScroll: true });
    if (this.#isNew) this.#settle(body);
  }

  /** The first row of a new size tells how high rows are. */
  #settle(body: HTMLElement): void {
    this.#isNew = false;
    const before = this.#size;
    this.#measure();
    const row = body.firstElementChild;
    if (row) this.#size = { ...this.#size, row: parseFloat(getComputedStyle(row).blockSize) || ROW };
    if (Object.entries(before).some(([name, value]) => value !== Reflect.get(this.#size, name))) this.draw();
  }

  readonly #fold = (group: string): void => {
    const model = this.#model;
    model?.actions.fold([group], !model.isFolded(group));
  };

  /** Measures the box; a layout, so only when it has changed. */
  #measure(): void {
    const box = this.#box;
    const head = box?.firstElementChild;
    if (!box || !head) return;
    const isCards = getComputedStyle(box).getPropertyValue('--_cards').trim() === '1';
    this.#size = { ...this.#size, isCards, view: Math.max(0, box.clientHeight - head.clientHeight) };
  }

  /** What takes the focus of a cell: the button or link in it, else itself. */
  #cell(): HTMLElement | undefined {
    const { row, column } = this.#focus;
    const line = this.#box?.querySelector(`[aria-rowindex="${String(row + 1)}"]`);
    const cell = line?.children[Math.min(column, line.children.length - 1)];
    return cell?.querySelector<HTMLElement>('a, button') ?? (cell instanceof HTMLElement ? cell : undefined);
  }

  /** Scrolls a line into view, up and down. */
  #show(line: number): void {
    if (this.#box && line >= 0) this.#box.scrollTop = scrollTopFor(this.#space(), line);
  }

  #go(to: GridPosition): void {
    this.#focus = to;
    this.#show(to.row - 1);
    this.draw();
    const cell = this.#cell();
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  readonly onFocus = (event: FocusEvent): void => {
    const at = this.#place(event.target);
    if (!at || (at.row === this.#focus.row && at.column === this.#focus.column)) return;
    this.#focus = at;
    this.draw();
  };

  #place(target: EventTarget | null): GridPosition | undefined {
    const cell = target instanceof Element ? target.closest('[aria-colindex]') : null;
    const row = Number(cell?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')) - 1;
    if (!cell || !(row >= 0)) return undefined;
    // The heading of a group is one cell, and keys keep their column over it
    const isGroup = row > 0 && (this.#model?.lines[row - 1] ?? 0) < 0;
    return { row, column: isGroup ? this.#focus.column : Number(cell.getAttribute('aria-colindex')) - 1 };
  }

  #idAt(line: number): StandardId | undefined {
    return this.#model?.context.catalogue.standards[this.#model.lines[line] ?? -1]?.id;
  }

  #take({ ids, isCut }: Choice): void {
    const { actions, context } = this.#model ?? {};
    actions?.select(ids);
    if (isCut) context?.tell(tableMessages.tooMany(context.format.number(MOST_SELECTED)));
  }

  /** A row was chosen: it alone, beside the others, or with all from the one before. */
  #choose(line: number, { range, add }: Held): void {
    const model = this.#model;
    const id = this.#idAt(line);
    if (!model) return;
    if (range) this.#take(ranged(model.selected, this.#anchor, line, { add }, (at) => this.#idAt(at)));
    else if (id !== undefined) {
      this.#anchor = line;
      this.#take(add ? switched(model.selected, id) : { ids: [id], isCut: false });
    }
  }

  readonly onDown = (event: PointerEvent): void => {
    this.#down = { x: event.clientX, y: event.clientY };
    // Else the browser selects the text between the two rows
    if (event.shiftKey) event.preventDefault();
  };

  readonly onClick = (event: MouseEvent): void => {
    const at = this.#place(event.target);
    if (!at || event.button !== 0) return;
    // Safari gives a button that is clicked no focus
    this.#go(at);
    if (at.row === 0) {
      this.#sort(event.target, event.shiftKey || event.ctrlKey || event.metaKey);
      return;
    }
    const hasMoved = Math.hypot(event.clientX - this.#down.x, event.clientY - this.#down.y) > STILL_PX;
    if (isPressable(event.target) || (hasMoved && event.detail > 0)) return;
    const isBox = event.target instanceof Element && event.target.closest('.pick') !== null;
    this.#choose(at.row - 1, { range: event.shiftKey, add: isBox || event.ctrlKey || event.metaKey });
  };

  #sort(target: EventTarget | null, isFurther: boolean): void {
    const model = this.#model;
    const name = target instanceof Element ? target.closest<HTMLElement>('[data-column]')?.dataset['column'] : undefined;
    const column = model?.plan.columns.find((one: Column) => one === name);
    if (model && column) model.actions.setSort(nextSort(model.plan.sort, column, isFurther));
  }

  readonly onKey = (event: KeyboardEvent): void => {
    const from = this.#place(event.target);
    const model = this.#model;
    const box = this.#box;
    if (!from || !model || !box || event.altKey) return;
    const add = event.ctrlKey || event.metaKey;
    if (this.#act(event, from, add)) {
      event.preventDefault();
      return;
    }
    const size = { rows: model.lines.length + 1, columns: columnCount({ ...model, isCards: this.#size.isCards }) };
    const page = Math.max(1, Math.floor(this.#size.view / this.#size.row) - 1);
    const to = moved(from, event.key, size, { ctrl: add, rtl: getComputedStyle(box).direction === 'rtl', page });
    if (!to) return;
    event.preventDefault();
    this.#go(to);
    if (event.shiftKey && to.row !== from.row && to.row > 0) {
      if (model.selected.length === 0 && from.row > 0) this.#anchor = from.row - 1;
      this.#choose(to.row - 1, { range: true, add: false });
    }
  };

  /** What a key does beside moving. @returns whether it did anything */
  #act(event: KeyboardEvent, { row }: GridPosition, add: boolean): boolean {
    const model = this.#model;
    if (!model) return false;
    if (event.key.toLowerCase() === 'a' && add) {
      this.#take(ranged([], 0, model.lines.length - 1, { add: false }, (at) => this.#idAt(at)));
      return true;
    }
    if (event.key === 'Escape' && model.selected.length > 0) {
      model.actions.select([]);
      return true;
    }
    if (event.key !== 'Enter' && event.key !== ' ') return false;
    if (row === 0) {
      this.#sort(event.target, event.shiftKey);
      return true;
    }
    if (isPressable(event.target)) return false;
    this.#choose(row - 1, { range: event.shiftKey, add: event.key === ' ' || add });
    return true;
  }
}
