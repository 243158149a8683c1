import { css, type CSSResult } from 'lit';

/** What a page may set, by the end of its name: light and dark, and both where the reader wants more contrast. A test holds them and `scene/palette.ts` together. */
const COLOURS = [
  [css`background`, css`#fbfcfe, #14181f`, css`#ffffff, #000000`],
  [css`foreground`, css`#17202b, #e9eef5`, css`#000000, #ffffff`],
  [css`muted`, css`#566273, #a3afbf`, css`#2b2b2b, #dedede`],
  [css`link`, css`#8a97a8, #5d6b7e`, css`#4a4a4a, #b5b5b5`],
  [css`selection`, css`#b3261e, #ffb4a9`, css`#8c0009, #ffc9c2`],
  [css`focus`, css`#0b57d0, #a8c7fa`, css`#00369b, #b8d0ff`],
  [css`overlap`, css`#7a1fa2, #d9a6ff`, css`#540080, #e6c6ff`],
  [css`gap`, css`#8a5a00, #ffc857`, css`#573700, #ffd98a`],
  [css`change`, css`#1a73e8, #3f7fe8`, css`#003a99, #9cc0ff`],
  [css`came`, css`#006b5b, #a5f2c0`, css`#00443a, #b9ffd6`],
  [css`left`, css`#900020, #ff6b5e`, css`#6e0018, #ffaea6`],
  [css`heat`, css`#0b57d0, #7fb0ff`, css`#003a99, #9cc0ff`],
] as const;

/** The hues of classes, `--sm-sdo-1` first, and their outlines: light and dark. */
const HUES = [
  [css`#0072b2, #2f8fd0`, css`#005a8c, #7abdec`],
  [css`#d55e00, #e06c14`, css`#a84a00, #f59a55`],
  [css`#009e73, #12a87d`, css`#007a59, #4fd1ac`],
  [css`#cc79a7, #d58cb4`, css`#9c4a77, #ecbcd6`],
  [css`#e69f00, #e69f00`, css`#946600, #f5c45c`],
  [css`#56b4e9, #7cc7f0`, css`#21739f, #b3e0f8`],
  [css`#f0e442, #f0e442`, css`#7a7200, #f7f0a0`],
  [css`#4d4d4d, #c9ced6`, css`#333333, #eceff3`],
] as const;

/** @param say what is said of each row and its number, from 1 */
const each = <Row>(rows: readonly Row[], say: (row: Row, n: number) => CSSResult): CSSResult =>
  rows.reduce((all, row, i) => css`${all}${say(row, i + 1)}`, css``);
const usual = (name: CSSResult, colours: CSSResult): CSSResult => css`--_sm-${name}: light-dark(${colours});`;
/** Inside, what a page sets over the defaults. */
const given = (name: CSSResult): CSSResult => css`--_sm-${name}: var(--sm-${name}, inherit); --_${name}: var(--_sm-${name});`;

/** What is said of every colour alike. */
const alike = css`
:host {
${each(COLOURS, ([name, colours]) => css`${usual(name, colours)} --_${name}: var(--sm-${name}, var(--_sm-${name}));`)}
${each(HUES, ([hue, outline], n) => css`${usual(css`sdo-${n}`, hue)} ${usual(css`outline-${n}`, outline)}`)}
}
.frame {
${each(COLOURS, ([name]) => given(name))}
${each(HUES, (_, n) => css`${given(css`sdo-${n}`)} --_sm-outline-${n}: color-mix(in oklab, var(--sm-sdo-${n}) 60%, var(--_foreground)); --_outline-${n}: var(--_sm-outline-${n});`)}
}
.probe { box-shadow: ${each(COLOURS, ([name]) => css`0 0 var(--_${name}), `)}${each(HUES, (_, n) => css`${n > 1 ? css`, ` : css``}0 0 var(--_sdo-${n})`)}; }
@media (prefers-contrast: more) {
:host {
${each(COLOURS, ([name, , colours]) => usual(name, colours))}
${each(HUES, (_, n) => css`--_sm-outline-${n}: color-mix(in oklab, var(--_sm-sdo-${n}) 45%, var(--_foreground));`)}
}
}
@media (forced-colors: active) {
:host, .frame { ${each(HUES, (_, n) => css`--_sdo-${n}: CanvasText; --_outline-${n}: CanvasText;`)} }
}`;

/** What is made of them. */
const madeOfThem = css`
  :host { --_border: 1px; }
  /* What stands on the ground is made of it, so that a page need set no more than the ground and its text. */
  :host, .frame {
    --_panel: oklch(from var(--_background) calc(l + 0.02) c h);
    --_line: color-mix(in oklab, var(--_foreground) 17%, var(--_background));
    --_hover: color-mix(in oklab, var(--_foreground) 6%, var(--_panel));
    --_tint: color-mix(in oklab, var(--_focus) 15%, var(--_panel));
    --_change-text: light-dark(#0b57d0, #8ab4f8);
    /* Black or white on these colours: even at luminance 0.179, with 4.58 : 1. */
    --_on-focus: color(from var(--_focus) xyz-d65 clamp(0, (0.179 - y) * 10000, 0.9505) clamp(0, (0.179 - y) * 10000, 1) clamp(0, (0.179 - y) * 10000, 1.0891));
    --_on-selection: color(from var(--_selection) xyz-d65 clamp(0, (0.179 - y) * 10000, 0.9505) clamp(0, (0.179 - y) * 10000, 1) clamp(0, (0.179 - y) * 10000, 1.0891));
  }
  /* A transition of any of them tells that the page changed it. */
  .probe { transition: box-shadow 1ms, font-size 1ms; }
  @supports (transition-behavior: allow-discrete) {
    .probe { transition: box-shadow 1ms, font-size 1ms, font-family 1ms allow-discrete; }
  }

  @media (prefers-contrast: more) {
    :host { --_border: 2px; }
    :host, .frame {
      --_panel: var(--_background); --_line: var(--_foreground); --_hover: color-mix(in oklab, var(--_foreground) 10%, var(--_background));
      --_tint: color-mix(in oklab, var(--_focus) 12%, var(--_background)); --_change-text: var(--_change);
    }
  }

  /* The system's few colours: what is drawn is told apart by shapes, widths and patterns. The reader hands them on as they are. */
  @media (forced-colors: active) {
    :host, .frame {
      --_background: Canvas; --_foreground: CanvasText; --_muted: CanvasText; --_link: CanvasText; --_selection: Highlight; --_focus: Highlight;
      --_overlap: LinkText; --_gap: LinkText; --_change: CanvasText; --_came: CanvasText; --_left: CanvasText;
      --_panel: Canvas; --_line: CanvasText; --_hover: Canvas; --_tint: Canvas; --_on-focus: HighlightText; --_on-selection: HighlightText; --_change-text: CanvasText;
    }
  }
`;

/**
 * Every colour of the map: defaults of the two themes on the element, what a page sets over them inside.
 *
 * The properties `--_sm-…` are registered as colours (`theme.ts`). So what a page sets and is no colour is as if it were not set: the default is inherited.
 */
export const paletteStyles = css`${alike}${madeOfThem}`;
