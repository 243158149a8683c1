import { noChange, type ElementPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';

class Top extends Directive {
  #px: number | undefined;

  render(px: number): typeof noChange {
    this.#px = px;
    return noChange;
  }

  // A style attribute would break a strict policy
  override update(part: ElementPart, [px]: [number]): typeof noChange {
    if (px !== this.#px && part.element instanceof HTMLElement) part.element.style.insetBlockStart = `${String(px)}px`;
    return this.render(px);
  }
}

/** Places a row in its box: CSS px from the top. */
export const top = directive(Top);
