import { plainFacets } from '../analysis/plain-facets.js';
import { toggle } from '../analysis/toggle.js';
import { filtersPanel } from './parts/filters.js';
import { legend } from './parts/legend.js';

/** Facets and legend: they come with a dataset where they stand open from the beginning, else when somebody opens them or the desk has come. */
export const firstPanels = { filters: filtersPanel, legend, plainFacets, toggle } as const;
export type FirstPanels = typeof firstPanels;
