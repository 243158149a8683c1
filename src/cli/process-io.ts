import { writeSync } from 'node:fs';
import type { Io } from './command.js';

/** Between two drawings of a progress line, ms. */
const PAUSE = 100;

/** Writes all of it, also into a pipe that is full for the moment; what nobody reads any more (`| head`) is not written. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

/** The running process: its folder, its outputs, and the day. A progress line is drawn on a terminal only. */
export function processIo(signal: AbortSignal = new AbortController().signal): Io {
  const encoder = new TextEncoder();
  const isTerminal = process.stderr.isTTY;
  let [drawn, last] = [false, 0];
  const clear = (): void => {
    if (drawn) writeAll(2, encoder.encode('\r\u001b[K'));
    drawn = false;
  };
  return {
    cwd: process.cwd(),
    signal,
    isTerminal: process.stdout.isTTY,
    today: new Date().toISOString().slice(0, 10),
    out: (text) => {
      clear();
      writeAll(1, typeof text === 'string' ? encoder.encode(text) : text);
    },
    say: (line) => {
      clear();
      writeAll(2, encoder.encode(`${line}\n`));
    },
    progress: (task, share) => {
      if (!isTerminal || (share < 1 && Date.now() - last < PAUSE)) return;
      last = Date.now();
      clear();
      if (share >= 1) return;
      writeAll(2, encoder.encode(`${task} ${String(Math.round(100 * share))} %`));
      drawn = true;
    },
  };
}
