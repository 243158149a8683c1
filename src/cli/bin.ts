#!/usr/bin/env node
import { main } from './main.js';
import { processIo } from './process-io.js';

const stop = new AbortController();
const interrupted = new Error('interrupted; files that were there are as they were');
// The first Ctrl-C lets a command clean up; a second one ends the process at once
process.once('SIGINT', () => {
  stop.abort(interrupted);
});
process.once('SIGTERM', () => {
  stop.abort(interrupted);
});

try {
  process.exitCode = await main(process.argv.slice(2), processIo(stop.signal));
} catch (error) {
  if (error !== interrupted) throw error;
  process.stderr.write(`standards-map: ${interrupted.message}\n`);
  process.exitCode = 2;
}
