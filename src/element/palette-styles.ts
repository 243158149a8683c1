import { css } from 'lit';

/** The palette of `scene/palette.ts` as custom properties, which a page may set: a test holds the two together. */
export const paletteStyles = css`
  :host {
    --_overlap: var(--sm-overlap, light-dark(#7a1fa2, #d9a6ff));
    --_gap: var(--sm-gap, light-dark(#8a5a00, #ffc857));
    --_change: var(--sm-change, light-dark(#1a73e8, #3f7fe8));
    --_change-text: light-dark(#0b57d0, #8ab4f8);
    --_came: var(--sm-came, light-dark(#006b5b, #a5f2c0));
    --_left: var(--sm-left, light-dark(#900020, #ff6b5e));
    --_sdo-1: var(--sm-sdo-1, light-dark(#0072b2, #2f8fd0));
    --_outline-1: light-dark(#005a8c, #7abdec);
    --_sdo-2: var(--sm-sdo-2, light-dark(#d55e00, #e06c14));
    --_outline-2: light-dark(#a84a00, #f59a55);
    --_sdo-3: var(--sm-sdo-3, light-dark(#009e73, #12a87d));
    --_outline-3: light-dark(#007a59, #4fd1ac);
    --_sdo-4: var(--sm-sdo-4, light-dark(#cc79a7, #d58cb4));
    --_outline-4: light-dark(#9c4a77, #ecbcd6);
    --_sdo-5: var(--sm-sdo-5, light-dark(#e69f00, #e69f00));
    --_outline-5: light-dark(#946600, #f5c45c);
    --_sdo-6: var(--sm-sdo-6, light-dark(#56b4e9, #7cc7f0));
    --_outline-6: light-dark(#21739f, #b3e0f8);
    --_sdo-7: var(--sm-sdo-7, light-dark(#f0e442, #f0e442));
    --_outline-7: light-dark(#7a7200, #f7f0a0);
    --_sdo-8: var(--sm-sdo-8, light-dark(#4d4d4d, #c9ced6));
    --_outline-8: light-dark(#333333, #eceff3);
  }

  /* The system's few colours: what is drawn is told apart by shapes, widths and patterns. The reader hands them on as they are. */
  @media (forced-colors: active) {
    :host {
      --_sdo-1: CanvasText; --_sdo-2: CanvasText; --_sdo-3: CanvasText; --_sdo-4: CanvasText;
      --_sdo-5: CanvasText; --_sdo-6: CanvasText; --_sdo-7: CanvasText; --_sdo-8: CanvasText;
      --_outline-1: CanvasText; --_outline-2: CanvasText; --_outline-3: CanvasText; --_outline-4: CanvasText;
      --_outline-5: CanvasText; --_outline-6: CanvasText; --_outline-7: CanvasText; --_outline-8: CanvasText;
      --_overlap: LinkText; --_gap: LinkText; --_change: CanvasText; --_change-text: CanvasText; --_came: CanvasText; --_left: CanvasText;
    }
  }
`;
