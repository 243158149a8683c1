import { describe, expect, test } from 'vitest';
import { Unusable } from '../../src/cli/command.js';
import { forPeople, printable } from '../../src/cli/printable.js';
import { main } from '../../src/cli/main.js';
import { PAYLOADS } from '../fixtures/payloads.js';

/** What a terminal obeys, written down anew: the code could not be wrong in the same way. */
const isObeyed = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0;
  return (code < 0x20 && letter !== '\t' && letter !== '\n') || (code >= 0x7f && code <= 0x9f) || [0x202e, 0x2066, 0x202d].includes(code);
};

function recording(isTerminal: boolean) {
  const seen: { said: string[]; out: (string | Uint8Array)[] } = { said: [], out: [] };
  const io = forPeople({
    ...{ cwd: '/', signal: new AbortController().signal, today: '2026-11-22', isTerminal },
    out: (text) => void seen.out.push(text),
    say: (line) => void seen.said.push(line),
    progress: (task) => void seen.said.push(task),
  });
  return { io, seen };
}

describe('CL5 nothing of a dataset reaches a terminal that it would obey', () => {
  test('the detector sees a raw escape sequence', () => {
    expect(Array.from(PAYLOADS['control characters'] ?? '').some(isObeyed)).toBe(true);
  });

  test('of no hostile text is anything left that is obeyed, in remarks, in progress and in results on a terminal', () => {
    const { io, seen } = recording(true);
    for (const text of Object.values(PAYLOADS)) {
      io.say(text);
      io.progress(text, 0.5);
      io.out(text);
      io.out(new TextEncoder().encode(text));
    }
    const all = [...seen.said, ...seen.out.map(String)].join('');
    expect(all.length).toBeGreaterThan(1000);
    expect(Array.from(all).filter(isObeyed)).toEqual([]);
    expect(printable('a\u001B[31md\u009Bm')).toBe('a\\u001b[31md\\u009bm');
    expect(printable('Überblick – שלום\u200F\tעולם\r\n')).toBe('Überblick – שלום\u200F\tעולם\r\n');
  });

  test('results that go into a file or another program stay as they are, to the last byte', () => {
    const { io, seen } = recording(false);
    const bytes = new Uint8Array([0, 27, 155, 255]);
    io.out(bytes);
    io.out('\u001B[31m');
    expect(seen.out).toEqual([bytes, '\u001B[31m']);
  });

  test('bytes that are no text are not sent to a terminal', () => {
    expect(() => {
      recording(true).io.out(new Uint8Array([0x89, 0x53, 0x4d, 0x43, 0xff]));
    }).toThrow(Unusable);
  });

  test('main guards every command, the name of one that is none included', async () => {
    const said: string[] = [];
    await main(['\u001B]0;gone\u0007'], { ...recording(false).io, say: (line) => void said.push(line) });
    expect(said.join('')).toContain('\\u001b]0;gone\\u0007');
    expect(Array.from(said.join('')).filter(isObeyed)).toEqual([]);
  });
});
