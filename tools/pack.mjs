// Packs what npm would publish and unpacks it where tests import it from: .cache/packed/node_modules/standards-map.
// What it depends on is found upwards, in node_modules of the repository. Usage: npm run pack (after npm run build), or npm test -- pack
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(import.meta.dirname, '..');
/** What the build writes last: where it is missing, there is no whole build. */
const LAST_BUILT = 'dist/types/data.d.cts';

/**
 * Where the packed package lies.
 *
 * @param {string} [root] the repository
 * @returns {{ folder: string, tarball: string, manifest: Record<string, any> }} absolute paths of the unpacked package and of its archive, and its package.json
 * @throws Error when nothing has been packed
 */
export function packed(root = ROOT) {
  const place = resolve(root, '.cache/packed');
  const folder = resolve(place, 'node_modules/standards-map');
  if (!existsSync(resolve(folder, 'package.json'))) throw new Error(`${folder}: no packed package. Run npm run build, then npm run pack.`);
  const manifest = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
  return { folder, tarball: resolve(place, `${manifest.name}-${manifest.version}.tgz`), manifest };
}

/**
 * Packs the built package anew; what was packed before is gone.
 *
 * @param {string} [root] the repository
 * @returns as `packed`
 * @throws Error when there is no build
 */
export function pack(root = ROOT) {
  if (!existsSync(resolve(root, LAST_BUILT))) throw new Error(`${LAST_BUILT} is not there: run npm run build first`);
  const place = resolve(root, '.cache/packed');
  const folder = resolve(place, 'node_modules/standards-map');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const npm = ['pack', '--json', '--ignore-scripts', '--pack-destination', place];
  const [{ filename }] = JSON.parse(execFileSync('npm', npm, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' }));
  // names relative to the folder: a drive letter is the name of a host to some versions of tar
  execFileSync('tar', ['-xzf', filename, '--strip-components=1', '-C', 'node_modules/standards-map'], { cwd: place });
  return packed(root);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(pack().folder);
