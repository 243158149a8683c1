import { css } from 'lit';

/**
 * Every colour of the map: defaults of the two themes on the element, what a page sets over them inside. A test holds them and `scene/palette.ts` together.
 *
 * The properties `--_sm-…` are registered as colours (`theme.ts`). So what a page sets and is no colour is as if it were not set: the default is inherited.
 */
export const paletteStyles = css`
  :host {
    --_sm-background: light-dark(#fbfcfe, #14181f);
    --_sm-foreground: light-dark(#17202b, #e9eef5);
    --_sm-muted: light-dark(#566273, #a3afbf);
    --_sm-link: light-dark(#8a97a8, #5d6b7e);
    --_sm-selection: light-dark(#b3261e, #ffb4a9);
    --_sm-focus: light-dark(#0b57d0, #a8c7fa);
    --_sm-overlap: light-dark(#7a1fa2, #d9a6ff);
    --_sm-gap: light-dark(#8a5a00, #ffc857);
    --_sm-change: light-dark(#1a73e8, #3f7fe8);
    --_sm-came: light-dark(#006b5b, #a5f2c0);
    --_sm-left: light-dark(#900020, #ff6b5e);
    --_sm-heat: light-dark(#0b57d0, #7fb0ff);
    --_sm-sdo-1: light-dark(#0072b2, #2f8fd0); --_sm-outline-1: light-dark(#005a8c, #7abdec);
    --_sm-sdo-2: light-dark(#d55e00, #e06c14); --_sm-outline-2: light-dark(#a84a00, #f59a55);
    --_sm-sdo-3: light-dark(#009e73, #12a87d); --_sm-outline-3: light-dark(#007a59, #4fd1ac);
    --_sm-sdo-4: light-dark(#cc79a7, #d58cb4); --_sm-outline-4: light-dark(#9c4a77, #ecbcd6);
    --_sm-sdo-5: light-dark(#e69f00, #e69f00); --_sm-outline-5: light-dark(#946600, #f5c45c);
    --_sm-sdo-6: light-dark(#56b4e9, #7cc7f0); --_sm-outline-6: light-dark(#21739f, #b3e0f8);
    --_sm-sdo-7: light-dark(#f0e442, #f0e442); --_sm-outline-7: light-dark(#7a7200, #f7f0a0);
    --_sm-sdo-8: light-dark(#4d4d4d, #c9ced6); --_sm-outline-8: light-dark(#333333, #eceff3);
    --_background: var(--sm-background, var(--_sm-background));
    --_foreground: var(--sm-foreground, var(--_sm-foreground));
    --_muted: var(--sm-muted, var(--_sm-muted));
    --_link: var(--sm-link, var(--_sm-link));
    --_selection: var(--sm-selection, var(--_sm-selection));
    --_focus: var(--sm-focus, var(--_sm-focus));
    --_overlap: var(--sm-overlap, var(--_sm-overlap));
    --_gap: var(--sm-gap, var(--_sm-gap));
    --_change: var(--sm-change, var(--_sm-change));
    --_came: var(--sm-came, var(--_sm-came));
    --_left: var(--sm-left, var(--_sm-left));
    --_heat: var(--sm-heat, var(--_sm-heat));
    --_border: 1px;
  }
  .frame {
    --_sm-background: var(--sm-background, inherit); --_background: var(--_sm-background);
    --_sm-foreground: var(--sm-foreground, inherit); --_foreground: var(--_sm-foreground);
    --_sm-muted: var(--sm-muted, inherit); --_muted: var(--_sm-muted);
    --_sm-link: var(--sm-link, inherit); --_link: var(--_sm-link);
    --_sm-selection: var(--sm-selection, inherit); --_selection: var(--_sm-selection);
    --_sm-focus: var(--sm-focus, inherit); --_focus: var(--_sm-focus);
    --_sm-overlap: var(--sm-overlap, inherit); --_overlap: var(--_sm-overlap);
    --_sm-gap: var(--sm-gap, inherit); --_gap: var(--_sm-gap);
    --_sm-change: var(--sm-change, inherit); --_change: var(--_sm-change);
    --_sm-came: var(--sm-came, inherit); --_came: var(--_sm-came);
    --_sm-left: var(--sm-left, inherit); --_left: var(--_sm-left);
    --_sm-heat: var(--sm-heat, inherit); --_heat: var(--_sm-heat);
    --_sm-sdo-1: var(--sm-sdo-1, inherit); --_sdo-1: var(--_sm-sdo-1);
    --_sm-outline-1: color-mix(in oklab, var(--sm-sdo-1) 60%, var(--_foreground)); --_outline-1: var(--_sm-outline-1);
    --_sm-sdo-2: var(--sm-sdo-2, inherit); --_sdo-2: var(--_sm-sdo-2);
    --_sm-outline-2: color-mix(in oklab, var(--sm-sdo-2) 60%, var(--_foreground)); --_outline-2: var(--_sm-outline-2);
    --_sm-sdo-3: var(--sm-sdo-3, inherit); --_sdo-3: var(--_sm-sdo-3);
    --_sm-outline-3: color-mix(in oklab, var(--sm-sdo-3) 60%, var(--_foreground)); --_outline-3: var(--_sm-outline-3);
    --_sm-sdo-4: var(--sm-sdo-4, inherit); --_sdo-4: var(--_sm-sdo-4);
    --_sm-outline-4: color-mix(in oklab, var(--sm-sdo-4) 60%, var(--_foreground)); --_outline-4: var(--_sm-outline-4);
    --_sm-sdo-5: var(--sm-sdo-5, inherit); --_sdo-5: var(--_sm-sdo-5);
    --_sm-outline-5: color-mix(in oklab, var(--sm-sdo-5) 60%, var(--_foreground)); --_outline-5: var(--_sm-outline-5);
    --_sm-sdo-6: var(--sm-sdo-6, inherit); --_sdo-6: var(--_sm-sdo-6);
    --_sm-outline-6: color-mix(in oklab, var(--sm-sdo-6) 60%, var(--_foreground)); --_outline-6: var(--_sm-outline-6);
    --_sm-sdo-7: var(--sm-sdo-7, inherit); --_sdo-7: var(--_sm-sdo-7);
    --_sm-outline-7: color-mix(in oklab, var(--sm-sdo-7) 60%, var(--_foreground)); --_outline-7: var(--_sm-outline-7);
    --_sm-sdo-8: var(--sm-sdo-8, inherit); --_sdo-8: var(--_sm-sdo-8);
    --_sm-outline-8: color-mix(in oklab, var(--sm-sdo-8) 60%, var(--_foreground)); --_outline-8: var(--_sm-outline-8);
  }
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
  .probe {
    box-shadow: 0 0 var(--_background), 0 0 var(--_foreground), 0 0 var(--_muted), 0 0 var(--_link), 0 0 var(--_selection), 0 0 var(--_focus), 0 0 var(--_overlap), 0 0 var(--_gap), 0 0 var(--_change), 0 0 var(--_came), 0 0 var(--_left), 0 0 var(--_heat),
      0 0 var(--_sdo-1), 0 0 var(--_sdo-2), 0 0 var(--_sdo-3), 0 0 var(--_sdo-4), 0 0 var(--_sdo-5), 0 0 var(--_sdo-6), 0 0 var(--_sdo-7), 0 0 var(--_sdo-8);
    transition: box-shadow 1ms, font-size 1ms;
  }
  @supports (transition-behavior: allow-discrete) {
    .probe { transition: box-shadow 1ms, font-size 1ms, font-family 1ms allow-discrete; }
  }

  @media (prefers-contrast: more) {
    :host {
      --_sm-background: light-dark(#ffffff, #000000);
      --_sm-foreground: light-dark(#000000, #ffffff);
      --_sm-muted: light-dark(#2b2b2b, #dedede);
      --_sm-link: light-dark(#4a4a4a, #b5b5b5);
      --_sm-selection: light-dark(#8c0009, #ffc9c2);
      --_sm-focus: light-dark(#00369b, #b8d0ff);
      --_sm-overlap: light-dark(#540080, #e6c6ff);
      --_sm-gap: light-dark(#573700, #ffd98a);
      --_sm-change: light-dark(#003a99, #9cc0ff);
      --_sm-came: light-dark(#00443a, #b9ffd6);
      --_sm-left: light-dark(#6e0018, #ffaea6);
      --_sm-heat: light-dark(#003a99, #9cc0ff);
      --_sm-outline-1: color-mix(in oklab, light-dark(#0072b2, #2f8fd0) 45%, var(--_foreground)); --_sm-outline-2: color-mix(in oklab, light-dark(#d55e00, #e06c14) 45%, var(--_foreground));
      --_sm-outline-3: color-mix(in oklab, light-dark(#009e73, #12a87d) 45%, var(--_foreground)); --_sm-outline-4: color-mix(in oklab, light-dark(#cc79a7, #d58cb4) 45%, var(--_foreground));
      --_sm-outline-5: color-mix(in oklab, light-dark(#e69f00, #e69f00) 45%, var(--_foreground)); --_sm-outline-6: color-mix(in oklab, light-dark(#56b4e9, #7cc7f0) 45%, var(--_foreground));
      --_sm-outline-7: color-mix(in oklab, light-dark(#f0e442, #f0e442) 45%, var(--_foreground)); --_sm-outline-8: color-mix(in oklab, light-dark(#4d4d4d, #c9ced6) 45%, var(--_foreground));
      --_border: 2px;
    }
    :host, .frame {
      --_panel: var(--_background); --_line: var(--_foreground); --_hover: color-mix(in oklab, var(--_foreground) 10%, var(--_background));
      --_tint: color-mix(in oklab, var(--_focus) 12%, var(--_background)); --_change-text: var(--_change);
    }
  }

  /* The system's few colours: what is drawn is told apart by shapes, widths and patterns. The reader hands them on as they are. */
  @media (forced-colors: active) {
    :host, .frame {
      --_background: Canvas; --_foreground: CanvasText; --_muted: CanvasText; --_link: CanvasText; --_selection: Highlight; --_focus: Highlight;
      --_panel: Canvas; --_line: CanvasText; --_hover: Canvas; --_tint: Canvas; --_on-focus: HighlightText; --_on-selection: HighlightText;
      --_sdo-1: CanvasText; --_sdo-2: CanvasText; --_sdo-3: CanvasText; --_sdo-4: CanvasText;
      --_sdo-5: CanvasText; --_sdo-6: CanvasText; --_sdo-7: CanvasText; --_sdo-8: CanvasText;
      --_outline-1: CanvasText; --_outline-2: CanvasText; --_outline-3: CanvasText; --_outline-4: CanvasText;
      --_outline-5: CanvasText; --_outline-6: CanvasText; --_outline-7: CanvasText; --_outline-8: CanvasText;
      --_overlap: LinkText; --_gap: LinkText; --_change: CanvasText; --_change-text: CanvasText; --_came: CanvasText; --_left: CanvasText;
    }
  }
`;
