// Pages of other people for tests of the packed element, with headers of their own: /hosts/<name> from test/fixtures/hosts, and the package as it is
// published under /packed/. A plugin of @web/test-runner. A policy is asked for by its name: /hosts/page.html?policy=strict
import { existsSync, readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { URLSearchParams } from 'node:url';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDERS = { '/hosts/': 'test/fixtures/hosts', '/packed/': '.cache/packed/node_modules/standards-map' };
const TYPES = {
  '.html': 'text/html',

  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

const OWN = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
const POLICIES = {
  strict: `${OWN}; worker-src 'self'`,
  'no-workers': `${OWN}; worker-src 'none'`,
  'trusted-types': `${OWN}; worker-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`,
};

function headersOf(search) {
  const name = new URLSearchParams(search).get('policy');
  // A frame without an origin of its own asks for everything from elsewhere
  const open = { 'access-control-allow-origin': '*' };
  if (name === null) return open;
  if (!(name in POLICIES)) throw new Error(`/hosts/: policy ${name} is not one of ${Object.keys(POLICIES).join(', ')}`);
  return { ...open, 'content-security-policy': POLICIES[name] };
}

/** @returns a plugin of @web/test-runner */
export function hostsPlugin() {
  return {
    name: 'standards-map-hosts',
    serve({ path, querystring }) {
      const prefix = Object.keys(FOLDERS).find((one) => path.startsWith(one));
      if (!prefix) return undefined;
      const folder = resolve(ROOT, FOLDERS[prefix]);
      // The dataset of the fixtures, under an address of this server that may be read from anywhere
      const file =
        path === '/hosts/frame-dataset.json' ? resolve(ROOT, 'test/fixtures/small.json') : resolve(folder, path.slice(prefix.length));
      const type = TYPES[extname(file)];
      if (!file.startsWith(ROOT) || !type || !existsSync(file)) return undefined;
      return {
        body: readFileSync(file, 'utf8'),
        type: type.startsWith('text/') ? `${type}; charset=utf-8` : type,
        headers: headersOf(querystring),
      };
    },
  };
}
