import { printLabels } from './overlap-labels.js';
import { printCurrent, printRecords, printTwins } from './overlap-scale.js';
import { sharedFolder } from './overlap-set.js';

/** One part of `npm run bench:overlaps`, in a process of its own: `labels`, `twins`, `current` or `records`. */
export function main([part = 'labels', folder]: readonly string[]): void {
  const shared = sharedFolder(folder);
  if (part === 'labels') printLabels(shared);
  else if (shared === undefined) process.stdout.write(`\n${part}: left out, the tables of ../shared/catalogue are not there\n`);
  else if (part === 'current') printCurrent(shared);
  else if (part === 'twins') printTwins(shared);
  else printRecords(shared);
}
