import { COLUMNS } from '../analysis/columns.js';
import { parseFields } from '../analysis/table-settings.js';
import type { Exporter } from './exporter.js';
import type { PanelContext } from './parts/context.js';
import type { ExportForm } from './parts/export-panel.js';
import { counted } from './parts/counted.js';
import { exportMessages } from './messages-export.js';

/** How much of it: pixels of a picture, and whether all standards are in a page. */
interface Extent {
  readonly scale: number;
  readonly whole: boolean;
}

/** What a file will hold, in one sentence. */
function held({ format, catalogue }: PanelContext, exporter: Exporter, form: ExportForm, { scale, whole }: Extent): string {
  const words = exportMessages;
  const { view, fields } = exporter.source.state();
  const count = counted(format, exporter.count);
  const columns = counted(format, view === 'table' ? parseFields(fields).columns.length : COLUMNS.length);
  if (form === 'json') return words.records(count);
  if (form === 'html') return words.offline(whole ? counted(format, catalogue.standards.length) : count);
  if (form === 'bibtex' || form === 'csl') return words.references(count);
  if (form === 'svg') return words.picture;
  const surface = exporter.source.surface();
  if (form === 'gexf' || form === 'graphml') return words.nodes(counted(format, surface?.scene.marks.count ?? 0));
  if (form === 'png') {
    const { width, height } = exporter.pictureSize() ?? { width: 0, height: 0 };
    return words.pixels(format.number(Math.round(width * scale)), format.number(Math.round(height * scale)));
  }
  const { coverage } = exporter;
  if (!coverage) return view === 'table' ? words.tableRows(count, columns) : words.rows(count, columns);
  const cells = counted(format, coverage.cells.length);
  return form === 'xlsx' ? words.cellsAndRows(cells, count) : words.cells(cells);
}

/** What a file will hold, and by which filter. */
export function exportContent(context: PanelContext, exporter: Exporter, form: ExportForm, extent: Extent): readonly string[] {
  const words = exportMessages;
  const { filter } = exporter.source.state();
  return [held(context, exporter, form, extent), filter.trim() === '' ? words.noFilter : words.filter(filter)];
}
