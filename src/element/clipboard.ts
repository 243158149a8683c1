/**
 * Puts a text on the clipboard: as pages do it now, else as they did it before.
 *
 * @param root where a field may stand for a moment
 * @returns whether it is there
 */
export async function copied(text: string, root: DocumentFragment | HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard outside of a secure context, and none where the page or the reader forbids it: the old way may be open all the same
    return copiedBySelection(text, root);
  }
}

function copiedBySelection(text: string, root: DocumentFragment | HTMLElement): boolean {
  const before = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.position = 'fixed';
  field.style.insetBlockStart = '-100vh';
  root.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies where `navigator.clipboard` is missing
  const isCopied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
