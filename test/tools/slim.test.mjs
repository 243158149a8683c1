import { expect, test } from 'vitest';
import { withSlimSheets } from '../../tools/slim-plugin.mjs';

test('a style sheet in a module is built as short as it can be said, with the same colours, lengths and order', () => {
  const code =
    'export const a = css`\n  /* Why */\n  .one { color: light-dark(#ffffff, #000000); padding: 0.8125rem; }\n  .two { margin: 0; }\n`;\nconst b = 1;';
  expect(withSlimSheets(code)).toBe(
    'export const a = css`.one{color:light-dark(#fff,#000);padding:.8125rem}.two{margin:0}`;\nconst b = 1;',
  );
});

test('a sheet that is put together at run time stays as it is, and so does what is no sheet', () => {
  const code = 'const a = css`.a { color: ${colour}; }`; const b = html`<p>{ a: b }</p>`; const c = css`#ffffff, #000000`;';
  expect(withSlimSheets(code)).toBe(code);
});

test('a sheet that is none stops the build, and so does a timeline in a shorthand, which no browser takes', () => {
  expect(() => withSlimSheets('css`.a { color: red; } }`')).toThrow();
  const shorthand = 'css`.a { animation: turn linear both; animation-timeline: scroll(self inline); }`';
  expect(() => withSlimSheets(shorthand, 'a-styles.ts')).toThrow('a-styles.ts: expected the timeline of an animation beside its longhands');
});
