import type { Embed, EmbedElement } from './embed.js';

/** A page that says nothing of its letters is read in those of its language, and the script with it: its signs are then no program. */
const HEAD = '<!doctype html>\n<meta charset="utf-8" />\n';

/** A file of a snippet. */
export interface SnippetFile {
  readonly name: string;
  readonly language: 'html' | 'js' | 'jsx' | 'css' | 'vue' | 'svelte' | 'ts';
  readonly code: string;
}
/** How the same map comes into pages of one kind. */
export interface Snippet {
  readonly id: string;
  readonly title: string;
  /** What has to be there first, in a sentence. */
  readonly about: string;
  readonly files: readonly SnippetFile[];
}

const WIDTH = 100;

/** An attribute value: the signs that would end it, and the braces that frameworks read as an expression. */
const value = (text: string): string =>
  text.replace(
    /[&"<>{}]/g,
    (sign) => ({ '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' })[sign] ?? `&#${String(sign.charCodeAt(0))};`,
  );

/** How an attribute is written: a name, and its text. */
type Written = (name: string, text: string) => string;
const plainly: Written = (name, text) => `${name}="${value(text)}"`;

/** Angular 21 reads entities first and then looks for `{{`: such a text is bound as a string of its own. */
const inAngular: Written = (name, text) =>
  text.includes('{{') ? `[attr.${name}]="${value(`'${text.replace(/[\\']/g, '\\$&')}'`)}"` : plainly(name, text);

function tag({ tag: name, attributes }: EmbedElement, indent: string, written: Written): string {
  const parts = attributes.map(([attribute, text]) => written(attribute, text));
  const line = `${indent}<${[name, ...parts].join(' ')}></${name}>`;
  return line.length <= WIDTH ? line : `${indent}<${name}\n${parts.map((part) => `${indent}  ${part}\n`).join('')}${indent}></${name}>`;
}

const markup = ({ elements }: Embed, indent = '', written = plainly): string =>
  elements.map((element) => tag(element, indent, written)).join('\n');
const indented = (text: string, indent: string): string => text.trimEnd().replace(/^/gm, indent);
const style = (css: string): string => `<style>\n${indented(css, '  ')}\n</style>`;
/** Inside of a template literal. */
const literal = (text: string): string => text.replace(/[\\`]|\$(?=\{)/g, '\\$&');

function html(embed: Embed): Snippet {
  return {
    id: 'html',
    title: 'Plain HTML',
    about:
      'Three files in one folder of a web server: this page, and from the package `dist/cdn/standards-map.min.js` and `data/smart-cities.json`.',
    files: [
      {
        name: 'page.html',
        language: 'html',
        code: `${HEAD}<script src="standards-map.min.js"></script>\n${style(embed.css)}\n${markup(embed)}\n`,
      },
    ],
  };
}

function esm(embed: Embed): Snippet {
  return {
    id: 'esm',
    title: 'ES module',
    about: 'The same with the module, `dist/cdn/standards-map.module.min.js` of the package.',
    files: [
      {
        name: 'page.html',
        language: 'html',
        code: `${HEAD}<script type="module" src="standards-map.module.min.js"></script>\n${style(embed.css)}\n${markup(embed)}\n`,
      },
    ],
  };
}

function react(embed: Embed): Snippet {
  return {
    id: 'react',
    title: 'React',
    about: 'React 19: attributes, properties and events of custom elements work as they are.',
    files: [
      {
        name: 'StandardsMap.jsx',
        language: 'jsx',
        code: `import 'standards-map/define';
import './standards-map.css';

export function StandardsMap() {
  return (
    <>
${markup(embed, '      ')}
    </>
  );
}
`,
      },
      { name: 'standards-map.css', language: 'css', code: embed.css },
    ],
  };
}

function vue(embed: Embed): Snippet {
  return {
    id: 'vue',
    title: 'Vue',
    about: 'Vue 3, told by `compilerOptions.isCustomElement: (tag) => tag.startsWith("standards-")` that these tags are elements.',
    files: [
      {
        name: 'StandardsMap.vue',
        language: 'vue',
        code: `<script setup>
import 'standards-map/define';
</script>

<template>
${markup(embed, '  ')}
</template>

${style(embed.css)}
`,
      },
    ],
  };
}

function svelte(embed: Embed): Snippet {
  return {
    id: 'svelte',
    title: 'Svelte',
    about: 'Svelte 5 takes custom elements as they are.',
    files: [
      {
        name: 'StandardsMap.svelte',
        language: 'svelte',
        code: `<script>
  import 'standards-map/define';
</script>

${markup(embed)}

${style(embed.css)}
`,
      },
    ],
  };
}

function angular(embed: Embed): Snippet {
  return {
    id: 'angular',
    title: 'Angular',
    about: 'A standalone component; `CUSTOM_ELEMENTS_SCHEMA` lets these tags through.',
    files: [
      {
        name: 'standards-map.component.ts',
        language: 'ts',
        code: `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'standards-map/define';

@Component({
  selector: 'app-standards-map',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
${literal(markup(embed, '    ', inAngular))}
  \`,
  styles: \`
${literal(indented(embed.css, '    '))}
  \`,
})
export class StandardsMapComponent {}
`,
      },
    ],
  };
}

/** The same map for every kind of page, plain HTML first. */
export const snippets = (embed: Embed): readonly Snippet[] => [html, esm, react, vue, svelte, angular].map((make) => make(embed));
