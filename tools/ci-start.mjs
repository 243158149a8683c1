// Proves that a command serves the demo and the dataset: runs it, fetches what it says, ends it with all it started.
// Usage: node tools/ci-start.mjs "npm ci && npm start"
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const PATIENCE_MS = 10 * 60_000;

const command = process.argv[2];
if (!command) throw new Error('tools/ci-start.mjs: expected a command, got nothing');

async function fetched(url) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return answer;
}

/** Address of the first script or dataset that the page names by a given ending. */
function named(html, ending, page) {
  const value = [...html.matchAll(/\ssrc="([^"]+)"/g)].map((match) => match[1]).find((src) => src.endsWith(ending));
  if (!value) throw new Error(`${page} names no ${ending}`);
  return new URL(value, page).href;
}

async function look(page) {
  const html = await (await fetched(page)).text();
  const dataset = await (await fetched(named(html, '.json', page))).json();
  if (!Array.isArray(dataset.standards) || dataset.standards.length === 0) throw new Error('the dataset has no standards');
  const script = named(html, /\.ts"/.test(html) ? '.ts' : '.js', page);
  const type = (await fetched(script)).headers.get('content-type');
  if (!type?.includes('javascript')) throw new Error(`${script} is served as ${type}`);
  const home = await fetched(new URL('/', page));
  if (!home.url.startsWith(page)) throw new Error(`/ leads to ${home.url}, not to ${page}`);
  console.log(`start: ${page} serves the demo and ${dataset.standards.length} standards`);
}

// a process group of its own: the shell, npm and the server end together
const child = spawn(command, { shell: true, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
const ended = once(child, 'close');
const timer = setTimeout(() => process.kill(-child.pid), PATIENCE_MS);
try {
  let address;
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(line);
    address = /^Standards map: (http:\S+)/.exec(line)?.[1];
    if (address) break;
  }
  if (!address) throw new Error(`"${command}" ended or waited ${PATIENCE_MS / 60_000} minutes without an address`);
  await look(address);
} catch (error) {
  console.error(`start: ${error.message}`);
  process.exitCode = 1;
} finally {
  clearTimeout(timer);
  if (child.exitCode === null) process.kill(-child.pid);
  await ended;
}
