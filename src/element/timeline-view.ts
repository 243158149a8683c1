import type { Presentation, PresentationHost } from './presentation.js';
import { TimelineController } from './timeline-controller.js';

/** The timeline, for an element that it stands in. */
export const timelineView = (host: PresentationHost): Presentation => new TimelineController(host);
