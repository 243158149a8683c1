/** The entries of a cell that lists several: between semicolons, line breaks or vertical lines, each once. */
export const entriesOf = (cell: string): readonly string[] => [
  ...new Set(
    cell
      .split(/[;\n\r|؛]+/)
      .map((entry) => entry.replace(/^\s*[•·*–-]\s+/, '').trim())
      .filter((entry) => entry !== ''),
  ),
];
