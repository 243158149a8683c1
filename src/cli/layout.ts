import { place, placeNewcomers } from '../scene/place.js';
import { Unusable, type Command, type Options } from './command.js';
import { deliverDataset, readDataset } from './dataset-file.js';
import { parseArguments } from './parse-arguments.js';

const OPTIONS = {
  out: { type: 'string', value: 'FILE', says: 'where the dataset goes; stdout otherwise' },
  seed: { type: 'string', value: 'N', default: '1', says: 'same dataset and same seed, same picture' },
  keep: { type: 'boolean', says: 'records that have a place keep it; new ones come in near their neighbours' },
} as const satisfies Options;

/** `standards-map layout`: gives every record its place, so that a map is drawn at once. */
export const layoutCommand: Command = {
  name: 'layout',
  summary: 'gives every record of a dataset its place',
  usage: 'DATASET [--out FILE]',
  about: 'A map whose records carry places is drawn at once, in every browser alike.\nWithout them the page settles it itself.',
  options: OPTIONS,
  examples: ['standards-map layout map.json --out map.json', 'standards-map layout merged.json --keep --out map.json'],
  run: async (args, io) => {
    const { values, positionals } = parseArguments(args, OPTIONS);
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Unusable(`layout: got ${String(positionals.length)} files. Expected one dataset.`);
    if (!/^-?\d{1,15}$/.test(values.seed)) throw new Unusable(`layout: --seed ${values.seed} is no whole number. Expected one such as 1.`);
    const dataset = await readDataset(file, io);
    io.say(`placing ${String(dataset.standards.length)} standards`);
    deliverDataset((values.keep ? placeNewcomers : place)(dataset, Number(values.seed)), values.out, io);
    return 0;
  },
};
