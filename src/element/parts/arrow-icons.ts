import { icon } from './icons.js';

export const swapIcon = icon('M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4');
export const previousIcon = icon('M15 5l-7 7 7 7');
export const nextIcon = icon('M9 5l7 7-7 7');
export const upIcon = icon('M6 15l6-6 6 6');
export const downIcon = icon('M6 9l6 6 6-6');
