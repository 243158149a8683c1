import { Column, EndingColumn, TextColumn } from './compact-bytes.js';
import { MOST_DIGITS } from './compact-format.js';

/** Addresses of one form before it is worth a place in the table of forms. */
const WORTH = 4;

interface Split {
  readonly form: string;
  readonly before: string;
  readonly number: number;
  readonly after: string;
}

/** An address as a form with one number in it, its last: `https://www.iso.org/standard/`, 37122, `.html`. */
function split(address: string): Split | undefined {
  const match = /^(.*?)(0|[1-9]\d*)(\D*)$/s.exec(address);
  const [, before = '', digits = '', after = ''] = match ?? [];
  if (digits === '' || digits.length > MOST_DIGITS) return undefined;
  return { form: `${before}\n${after}`, before, number: Number(digits), after };
}

/**
 * The addresses of the standards in four columns: which form (0 none, 1 none but a text, else 2 + its place), the number in it as the
 * step from the last number of the form, the ending of what has no form against the last such address, and the forms themselves.
 */
export class AddressColumns {
  readonly #addresses: (string | undefined)[] = [];

  /** @param address one that `isHttpUrl` accepts and that UTF-8 can hold; undefined for none */
  add(address: string | undefined): void {
    this.#addresses.push(address);
  }

  take(): { readonly form: Uint8Array; readonly number: Uint8Array; readonly text: Uint8Array; readonly forms: Uint8Array } {
    const [form, number, text, forms] = [new Column(), new Column(), new EndingColumn(), new TextColumn()];
    const splits = this.#addresses.map((address) => (address === undefined ? undefined : split(address)));
    const uses = new Map<string, number>();
    for (const one of splits) if (one) uses.set(one.form, (uses.get(one.form) ?? 0) + 1);
    const known = new Map<string, { readonly place: number; last: number }>();
    let lastText = '';
    this.#addresses.forEach((address, at) => {
      const one = splits[at];
      if (address === undefined) form.number(0);
      else if (one && (uses.get(one.form) ?? 0) >= WORTH) {
        const before = known.get(one.form) ?? { place: known.size, last: 0 };
        if (!known.has(one.form)) {
          known.set(one.form, before);
          forms.add(one.before);
          forms.add(one.after);
        }
        form.number(2 + before.place);
        number.signed(one.number - before.last);
        before.last = one.number;
      } else {
        form.number(1);
        text.add(address, lastText);
        lastText = address;
      }
    });
    return { form: form.take(), number: number.take(), text: text.take(), forms: forms.take() };
  }
}
