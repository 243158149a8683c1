// The integrity of the two files for a script tag: a browser that is told it runs nothing else. The build writes dist/cdn/integrity.json;
// npm run sri (after npm run build) puts the same into README.md wherever it names one of the files with an integrity, and prints the tags.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(import.meta.dirname, '..');

/** The files that need nothing beside them, with what a tag says of them. */
export const CDN_FILES = { 'standards-map.min.js': 'defer', 'standards-map.module.min.js': 'type="module"' };

/** As the attribute `integrity` says it. @param {Uint8Array} content */
export const integrityOf = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/**
 * The integrity of each file of a build.
 *
 * @param {string} folder `dist/cdn` of a build
 * @returns {Record<string, string>} by name of the file
 */
export const integrities = (folder) =>
  Object.fromEntries(Object.keys(CDN_FILES).map((file) => [file, integrityOf(readFileSync(resolve(folder, file)))]));

/** Writes dist/cdn/integrity.json. @param {string} root the repository */
export function writeIntegrity(root) {
  const folder = resolve(root, 'dist/cdn');
  writeFileSync(resolve(folder, 'integrity.json'), `${JSON.stringify(integrities(folder), null, 2)}\n`);
}

/** Every integrity that a text tells, with the file it is told of: the one whose address stands before it in the same tag. */
export const toldIntegrities = (text) =>
  [...text.matchAll(/(standards-map(?:\.module)?\.min\.js)"[^<>]*?\bintegrity="(sha384-[^"]*)"/g)].map(([, file, integrity]) => ({
    file,
    integrity,
  }));

/** The text with the integrity of each file as it is now. */
export const withIntegrities = (text, known) =>
  text.replace(
    /((standards-map(?:\.module)?\.min\.js)"[^<>]*?\bintegrity=")sha384-[^"]*"/g,
    (_, before, file) => `${before}${known[file]}"`,
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const known = integrities(resolve(ROOT, 'dist/cdn'));
  const page = resolve(ROOT, 'README.md');
  const text = readFileSync(page, 'utf8');
  const next = withIntegrities(text, known);
  if (next !== text) writeFileSync(page, next);
  for (const [file, how] of Object.entries(CDN_FILES))
    console.log(`<script src="${file}" integrity="${known[file]}" crossorigin="anonymous" ${how}></script>`);
}
