/** Hands texts to the reader as files; the address of the last one holds until the next, or until it is released. */
export class Handover {
  #address: string | undefined;

  give(name: string, text: string, type: string): void {
    this.release();
    this.#address = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    link.href = this.#address;
    link.download = name;
    link.click();
  }

  release(): void {
    if (this.#address !== undefined) URL.revokeObjectURL(this.#address);
    this.#address = undefined;
  }
}
