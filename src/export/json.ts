import type { Dataset } from '../model/dataset.js';
import { BATCH, type Steps } from './steps.js';

/** A dataset as JSON text in parts: a line for each record, so that two files can be compared line by line. */
export function* jsonSteps(dataset: Dataset): Steps<readonly string[]> {
  const all = dataset.standards.length;
  const parts = ['{'];
  for (const [i, [name, value]] of Object.entries(dataset).entries()) {
    const key = `${i === 0 ? '' : ','}\n${JSON.stringify(name)}:`;
    const records: unknown = value;
    if (!Array.isArray(records) || records.length === 0) {
      parts.push(key + JSON.stringify(records));
      continue;
    }
    parts.push(`${key}[`);
    for (let from = 0; from < records.length; from += BATCH) {
      const lines = records.slice(from, from + BATCH).map((record: unknown) => `\n ${JSON.stringify(record)}`);
      parts.push((from === 0 ? '' : ',') + lines.join(','));
      if (name === 'standards') yield Math.min(1, (from + BATCH) / all);
    }
    parts.push('\n]');
  }
  return [...parts, '\n}\n'];
}
