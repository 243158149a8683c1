// Has the styles of the element take no root font smaller than 16 px for their measure: pages that set `html { font-size: 62.5% }`, to count in tens, would
// show its text at 9 px. A larger root font, the reader's own, is followed. A plugin of Vite: a rem is written as max(1rem, 16px) in what is built.
const REM = /(?<![\w.])(-?(?:\d+\.)?\d+|-?\.\d+)rem\b/g;

/** @returns the style sheet with every rem but those of media queries, which the root font does not change, at 16 px or more */
export const withLeastRem = (code) =>
  code.replace(/@media[^{]*\{|(?<![\w.])(?:-?(?:\d+\.)?\d+|-?\.\d+)rem\b/g, (found) =>
    found.startsWith('@') ? found : found.replace(REM, (_, count) => `calc(${count}*max(1rem,16px))`),
  );

export const remPlugin = () => ({
  name: 'least-rem',
  enforce: 'pre',
  transform: (code, id) => (/\/src\/element\/(?:parts\/)?[\w-]*styles\.ts$/.test(id) ? { code: withLeastRem(code), map: null } : undefined),
});
