import { svg, type TemplateResult } from 'lit';

/** What a path draws, as large as the letters around it. */
export const icon = (d: string): TemplateResult => svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${d}></path></svg>`;

export const searchIcon = icon('M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l4.5 4.5');
export const closeIcon = icon('M6 6l12 12M18 6L6 18');
export const plusIcon = icon('M12 5v14M5 12h14');
export const minusIcon = icon('M5 12h14');
export const fitIcon = icon('M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5');
export const arrangeIcon = icon(
  'M12 3v5M12 21v-5M3 12h5M21 12h-5M9.5 5.5L12 8l2.5-2.5M9.5 18.5L12 16l2.5 2.5M5.5 9.5L8 12l-2.5 2.5M18.5 9.5L16 12l2.5 2.5',
);
export const originalIcon = icon('M4 5v5h5M4.5 10a8 8 0 1 1-.5 4');
export const undoIcon = icon('M9 5L4 10l5 5M4 10h9a6 6 0 0 1 0 12h-3');
export const redoIcon = icon('M15 5l5 5-5 5M20 10h-9a6 6 0 0 0 0 12h3');
export const lassoIcon = icon(
  'M12 4c5 0 8.5 2.5 8.5 6s-3.5 6-8.5 6-8.5-2.5-8.5-6S7 4 12 4M7 15.2a2 2 0 1 0 1.5 3.3M8.6 18.4c0 1.6-.9 2.6-2.1 3',
);
export const handBackIcon = icon('M20 20v-6a4 4 0 0 0-4-4H5M9 5L4 10l5 5');
export const dayIcon = icon('M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4l3 2');
