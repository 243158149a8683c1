/** Everything about the looks of a drawing that is not in the scene: plain data, so that it can come from custom properties or from a file. */
export interface Theme {
  /** CSS colour behind the drawing. */
  readonly background: string;
  /** CSS colour of text and of the outlines of marks; at least 4.5:1 on `background`. */
  readonly foreground: string;
  /** CSS colour of less important text and of marks without a class; at least 3:1 on `background`. */
  readonly muted: string;
  /** CSS colour of links. */
  readonly link: string;
  /** CSS colour of what is selected: ring and links. */
  readonly selection: string;
  /** CSS colour of overlap candidates; at least 3:1 on `background`. */
  readonly overlap: string;
  /** CSS colour of gaps; at least 3:1 on `background`. */
  readonly gap: string;
  /** CSS colour of what was revised; at least 3:1 on `background`, as the two that follow. */
  readonly change: string;
  /** CSS colour of what came and what was started. */
  readonly came: string;
  /** CSS colour of what left. */
  readonly left: string;
  /** CSS colour of the ring around the mark that has the keyboard focus. */
  readonly focus: string;
  /** The hues, in the order of palette slots 1, 2, …; at most 8. */
  readonly hues: readonly string[];
  /** The outlines of marks of each hue, same order: the hue itself where it has 3:1 on `background`, else a shade of it that has. */
  readonly outlines: readonly string[];
  /** CSS font family of labels. */
  readonly font: string;
  /** Height of label text in CSS px. */
  readonly labelSize: number;
}
