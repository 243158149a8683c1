// What the import is measured by: the same files read with the parser of the whole of YAML, in one process, and nothing done with them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const [root = '', each = '1'] = process.argv.slice(2);
for (const repository of readdirSync(root)) {
  const folder = join(root, repository, 'data');
  for (const [at, name] of readdirSync(folder).entries()) {
    if (at % Number(each) === 0) parse(readFileSync(join(folder, name), 'utf8'), { maxAliasCount: 50, prettyErrors: false });
  }
}
