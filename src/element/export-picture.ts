import type { Made } from '../export/forms.js';
import type { Provenance } from '../export/provenance.js';
import type { Pace } from '../export/steps.js';
import type { Exporter } from './exporter.js';
import { exportMessages } from './messages-export.js';

/** What is drawn, as a file. */
export async function exportPicture(
  exporter: Exporter,
  form: 'png' | 'svg',
  provenance: Provenance,
  { scale, pace }: { readonly scale: number; readonly pace: Pace },
): Promise<Made> {
  if (form === 'png') return { blob: await exporter.png(provenance, { scale, pace }) };
  const { captionedSvg } = await import('../export/forms.js');
  const { about, caption } = exportMessages;
  const svg = exporter.ownPicture() ?? exporter.svg();
  const theme = exporter.source.surface()?.theme;
  if (!theme) throw new Error('svg: there is no drawing yet. Expected an export after the map is drawn.');
  const { background, foreground, muted, font } = theme;
  const context = document.createElement('canvas').getContext('2d');
  const measure = (text: string): number => {
    if (!context) return text.length;
    context.font = `100px ${font}`;
    return context.measureText(text).width / 100;
  };
  const made = captionedSvg(svg, provenance, { background, foreground, muted, font, measure }, { about, caption });
  return { blob: new Blob([made], { type: 'image/svg+xml' }), text: () => made };
}
