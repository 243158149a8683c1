import { Unusable, type ExitCode, type Io } from './command.js';

/** Where tables of contact persons become a submission. */
export interface TableImport {
  /** As given on the command line. */
  readonly files: readonly string[];
  /** Where the submission goes; stdout otherwise. */
  readonly out: string | undefined;
  readonly io: Io;
}

/** Tables of contact persons (CSV, XLSX) → a submission. @throws Unusable with advice */
export function importTables({ files }: TableImport): Promise<ExitCode> {
  const [file = ''] = files;
  throw new Unusable(
    `${file}: is a table, and tables cannot be made a submission yet. Open it in the map (Add your own standards) and export what it says.`,
  );
}
