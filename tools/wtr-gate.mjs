// What a page fetches, held back: /gate/<name>/<file> is a file of dist/browser. What is imported at once comes at once; what comes on demand waits or is
// refused as the last of /gate/<name>/=open, =hold, =refuse and =shut has said, open without any; what comes beside a dataset only where =shut has said so. /gate/<name>/=asked lists what has been asked for on demand, /gate/<name>/=beside what beside a dataset, as JSON.
// A plugin of @web/test-runner; needs npm run build.
import { existsSync, readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { BESIDE_DATASET, initialFiles } from './initial-files.mjs';

const FOLDER = resolve(import.meta.dirname, '../dist/browser');
const PATH = /^\/gate\/([\w-]+)\/(.+)$/;
const PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gate</title><style>body { margin: 0; }</style></head><body></body></html>';
const REFUSED = { status: 503, body: 'refused', type: 'text/plain' };

/** @returns a plugin of @web/test-runner */
export function gatePlugin() {
  const gates = new Map();
  const gateOf = (name) => {
    const gate = gates.get(name) ?? { mode: 'open', asked: [], beside: [], waiting: [] };
    gates.set(name, gate);
    return gate;
  };
  const switched = (gate, mode) => {
    gate.mode = mode;
    if (mode !== 'hold') for (const go of gate.waiting.splice(0)) go();
    return { body: 'ok', type: 'text/plain' };
  };
  const fileOf = (file) => {
    const path = resolve(FOLDER, file);
    if (!path.startsWith(FOLDER) || extname(path) !== '.js' || !existsSync(path)) return undefined;
    return { body: readFileSync(path, 'utf8'), type: 'text/javascript', headers: { 'cache-control': 'no-store' } };
  };
  return {
    name: 'standards-map-gate',
    async serve({ path }) {
      const [, name, file] = PATH.exec(path) ?? [];
      if (name === undefined) return undefined;
      const gate = gateOf(name);
      if (file === 'page.html') return { body: PAGE, type: 'text/html; charset=utf-8' };
      if (file === '=asked' || file === '=beside') return { body: JSON.stringify(gate[file.slice(1)]), type: 'application/json' };
      if (file.startsWith('=')) return switched(gate, file.slice(1));
      if (initialFiles(FOLDER).has(file)) return fileOf(file);
      const isBeside = BESIDE_DATASET.some((beside) => initialFiles(FOLDER, beside).has(file));
      gate[isBeside ? 'beside' : 'asked'].push(file);
      if (isBeside) return gate.mode === 'shut' ? REFUSED : fileOf(file);
      if (gate.mode === 'hold') await new Promise((go) => gate.waiting.push(go));
      return gate.mode === 'refuse' || gate.mode === 'shut' ? REFUSED : fileOf(file);
    },
  };
}
