import { svg, type TemplateResult } from 'lit';
import type { Status } from '../../model/dataset.js';
import { FINISHES, icon } from './legend.js';

/** The circle of a status as in the drawing. */
export function finishIcon(status: Status): TemplateResult {
  const finish =
    status === 'under-revision' ? 'in-force' : status === 'proposed' ? 'under-development' : status === 'withdrawn' ? 'superseded' : status;
  return icon(FINISHES.find(([one]) => one === finish)?.[1] ?? svg``);
}
