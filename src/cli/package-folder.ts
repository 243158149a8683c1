import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of this package, whether its sources run or what was built of them. */
export const packageFolder = (): string => dirname(createRequire(import.meta.url).resolve('standards-map/package.json'));

/** The version of this package: `1.2.0`. */
export const packageVersion = (): string =>
  /"version": "([^"]+)"/.exec(readFileSync(join(packageFolder(), 'package.json'), 'utf8'))?.[1] ?? '';
