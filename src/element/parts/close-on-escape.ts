const TEXT = 'input, select, textarea';

/** Closes a panel on Escape, save where somebody types. */
export const closeOnEscape =
  (close: (() => void) | undefined) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || (event.target instanceof Element && event.target.matches(TEXT))) return;
    event.stopPropagation();
    close?.();
  };
