import { svg, type TemplateResult } from 'lit';

const icon = (d: string): TemplateResult => svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${d}></path></svg>`;

export const searchIcon = icon('M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l4.5 4.5');
export const closeIcon = icon('M6 6l12 12M18 6L6 18');
export const plusIcon = icon('M12 5v14M5 12h14');
export const minusIcon = icon('M5 12h14');
export const fitIcon = icon('M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5');
