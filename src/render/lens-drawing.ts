import { drawChangeSigns } from './change-layer.js';
import { drawGapSigns } from './gap-layer.js';
import { CandidateBrush } from './paint-lens.js';
import type { LensDrawing } from './picture.js';

const brush = new CandidateBrush();

/** Draws what the lenses show. */
export const lensDrawing: LensDrawing = {
  links: brush.draw.bind(brush),
  signs: (context, picture, camera, size) => {
    drawGapSigns(context, picture, camera, size);
    drawChangeSigns(context, picture, camera, size);
  },
};
