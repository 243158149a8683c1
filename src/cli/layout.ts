import { counted } from '../export/counted.js';
import type { Dataset, Point } from '../model/dataset.js';
import { place, placeNewcomers } from '../scene/place.js';
import { Unusable, type Command, type Options } from './command.js';
import { deliverDataset, readDataset } from './dataset-file.js';
import { parseArguments } from './parse-arguments.js';

const OPTIONS = {
  out: { type: 'string', value: 'FILE', says: 'where the dataset goes; stdout otherwise' },
  seed: { type: 'string', value: 'N', says: 'same dataset and same seed, same picture; otherwise 1' },
  like: { type: 'string', value: 'FILE', says: 'the same, and what has no place takes the one it has in this edition' },
  keep: { type: 'boolean', says: 'records that have a place keep it; new ones come in near their neighbours' },
} as const satisfies Options;

/** A dataset whose records stand where they stood in an edition; places of another layout would not fit together. */
function standingAs(dataset: Dataset, earlier: Dataset): Dataset {
  const { layoutSeed } = earlier;
  if (layoutSeed === undefined || (dataset.layoutSeed !== undefined && dataset.layoutSeed !== layoutSeed)) return dataset;
  const placed = <T extends { readonly id: string; readonly xy?: Point }>(records: readonly T[], before: readonly T[]): readonly T[] => {
    const places = new Map(before.flatMap(({ id, xy }) => (xy ? [[id, xy] as const] : [])));
    return records.map((record) => {
      const xy = record.xy ?? places.get(record.id);
      return xy ? { ...record, xy } : record;
    });
  };
  return {
    ...dataset,
    layoutSeed,
    sdos: placed(dataset.sdos, earlier.sdos),
    committees: placed(dataset.committees, earlier.committees),
    topics: placed(dataset.topics, earlier.topics),
    standards: placed(dataset.standards, earlier.standards),
  };
}

/** `standards-map layout`: gives every record its place, so that a map is drawn at once. */
export const layoutCommand: Command = {
  name: 'layout',
  summary: 'gives every record of a dataset its place',
  usage: 'DATASET [--out FILE]',
  about: 'A map whose records carry places is drawn at once, in every browser alike.\nWithout them the page settles it itself.',
  options: OPTIONS,
  examples: ['standards-map layout map.json --out map.json', 'standards-map layout merged.json --like map.json --out map.json'],
  run: async (args, io) => {
    const { values, positionals } = parseArguments(args, OPTIONS);
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0)
      throw new Unusable(`layout: got ${counted(positionals.length, 'file')}. Expected one dataset.`);
    const { seed = '' } = values;
    if (!/^(?:-?\d{1,15})?$/.test(seed)) throw new Unusable(`layout: --seed ${seed} is no whole number. Expected one such as 1.`);
    const wanted = seed === '' ? undefined : Number(seed);
    const dataset = await readDataset(file, io);
    io.say(`placing ${counted(dataset.standards.length, 'standard')}`);
    const known = values.like === undefined ? dataset : standingAs(dataset, await readDataset(values.like, io));
    const isKept = values.keep || values.like !== undefined;
    deliverDataset(isKept ? placeNewcomers(known, wanted) : place(dataset, wanted), values.out, io);
    return 0;
  },
};
