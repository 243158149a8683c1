/**
 * How much of a file is read. The whole of four catalogues (62,828 standards) is a CSV of some 15 MB and a dataset of 61 MB; a reader's own list
 * is a hundred times smaller. Bytes are those of the file, `unpacked` those of what a compressed file holds.
 */
export const INTAKE_LIMITS = {
  /** Largest file of any form, bytes; told from its size before one byte is read. */
  file: 64_000_000,
  /** Largest spreadsheet file, bytes: a spreadsheet is a compressed file, some ten times larger in memory. */
  workbook: 20_000_000,
  /** Most bytes that a compressed file may hold: the parts of a spreadsheet together, or a gzipped dataset. */
  unpacked: 256_000_000,
  /** Most sheets of a workbook. */
  sheets: 200,
  rows: 200_000,
  columns: 256,
  /** Most cells of a table, and of all sheets of a workbook together. */
  cells: 5_000_000,
  /** Longest text of a cell, UTF-16 units; spreadsheet programs hold 32,767. */
  cell: 100_000,
} as const;

/** Rows that are looked through for the row of column names. */
export const HEADER_ROWS = 40;
/** Filled cells of a column that are looked at to tell what it holds. */
export const SAMPLE = 60;
