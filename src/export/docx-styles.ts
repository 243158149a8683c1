import type * as DocxPackage from 'docx';
import type { INumberingOptions, IStylesOptions } from 'docx';

const INK = '1A1F2B';
const MUTED = '535C6B';

const paragraph = (id: string, name: string, run: object, spacing: object, more: object = {}) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run,
  paragraph: { spacing, ...more },
});

/** The styles of a file; whoever gets it changes them once for all. Sizes in half points, room in twentieths of a point. */
export const DOCX_STYLES = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: 'Arial', size: 20, color: INK, language: { value: language } },
      paragraph: { spacing: { after: 120, line: 264 } },
    },
    title: { run: { size: 40, bold: true, color: INK }, paragraph: { spacing: { after: 240 } } },
    heading1: { run: { size: 28, bold: true, color: INK }, paragraph: { spacing: { before: 360, after: 120 }, keepNext: true } },
    heading2: { run: { size: 24, bold: true, color: INK }, paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } },
    hyperlink: { run: { color: '0047B3', underline: { type: 'single' } } },
  },
  paragraphStyles: [
    paragraph('Caption', 'caption', { size: 18, bold: true }, { before: 160, after: 80 }),
    paragraph('TableText', 'Table text', { size: 16 }, { after: 20, line: 228 }),
    paragraph('TableHeading', 'Table heading', { size: 16, bold: true }, { after: 20, line: 228 }, { keepNext: true }),
    paragraph('Term', 'Term', {}, { after: 40 }),
    paragraph('Remark', 'Remark', { color: MUTED }, { after: 120 }),
    paragraph('Figure', 'Figure', {}, { before: 160, after: 40 }),
    paragraph('AfterTable', 'After table', { size: 8 }, { after: 120 }),
    paragraph('Footer', 'footer', { size: 16, color: MUTED }, { after: 0 }),
  ],
  characterStyles: [
    { id: 'Muted', name: 'Muted', run: { color: MUTED } },
    { id: 'Come', name: 'Come', run: { color: '005C3F' } },
    { id: 'Gone', name: 'Gone', run: { color: '8F1D1D' } },
  ],
});

/** Lists with dots. */
export const DOCX_LISTS = ({
  AlignmentType,
  LevelFormat,
}: Pick<typeof DocxPackage, 'AlignmentType' | 'LevelFormat'>): INumberingOptions => ({
  config: [
    {
      reference: 'dots',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 360, hanging: 240 } } },
        },
      ],
    },
  ],
});
