/** The fenced code blocks of a Markdown text, in order. */
export const codeBlocks = (markdown: string): string[] =>
  [...markdown.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].map((match) => (match[1] ?? '').trim());

/** A fenced block: the first word behind its fence, the further ones, and where it begins. */
export interface Sample {
  /** Path of the page and line of the fence, from 1: `docs/a.md:12`. */
  readonly place: string;
  /** `""` when the fence says nothing. */
  readonly language: string;
  /** What is behind the language: how it is run. */
  readonly word: string;
  readonly code: string;
}

/** The fenced code blocks of a Markdown page with what they are, in order. */
export const samples = (page: string, markdown: string): readonly Sample[] =>
  [...markdown.matchAll(/^```([^\s`]*)[ \t]*([^\n]*)\n([\s\S]*?)^```/gm)].map(
    ({ index, 1: language = '', 2: word = '', 3: code = '' }) => ({
      place: `${page}:${String(markdown.slice(0, index).split('\n').length)}`,
      language,
      word: word.trim(),
      code,
    }),
  );

/** Targets of links and images of a Markdown text, those written as HTML too, without code. */
export function linkTargets(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(\s*<?([^)\s>]+)|^\[[^\]]+\]:\s*(\S+)|\s(?:href|src)="([^"]+)"/gm)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

/** Names of the scripts that a text tells a reader to run: `start` for `npm start`, `x` for `npm run x`. */
export const npmScripts = (text: string): string[] => [
  ...[...text.matchAll(/\bnpm run ([\w:.-]*\w)/g)].map((match) => match[1] ?? ''),
  ...[...text.matchAll(/\bnpm (start|test)\b/g)].map((match) => match[1] ?? ''),
];

/** The anchor that a Markdown heading gets on the usual code hosts. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

/** The anchors of a Markdown text. */
export const anchors = (markdown: string): string[] =>
  [...markdown.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^#+\s+(.+)$/gm)].map((match) => anchor(match[1] ?? ''));

/** Places in a text that name a folder of one machine: `/home/somebody/…`. The path of a web address is none. */
export const machinePaths = (text: string): string[] =>
  text.match(/(?<![\w.:/%~-])\/(?:work|root|tmp|home\/\w+|Users\/\w+)\/\w[^\s"'`]*/g) ?? [];
