import { storyDocument, storyPages, type SheetOptions } from '../export/story-sheet.js';
import { storySheetStyles, type Paper } from '../export/story-styles.js';
import { layout } from '../layout/layout.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Story } from '../model/story.js';
import { dayOf } from './findings-controller.js';
import { appendMarkup } from './xml-dom.js';

/** How a story is printed, and what comes from outside of it. */
export interface StoryPrinting {
  /** The notes of the speaker stand beside the pictures. Default false. */
  readonly notes?: boolean;
  /** Default `a4`. */
  readonly paper?: Paper;
  /** Title of the map; default that of the dataset. */
  readonly title?: string;
  /** Default today. */
  readonly now?: Date;
  /** Called with how many pages are drawn. */
  readonly progress?: (drawn: number) => void;
  /** Prints a window; default that of the browser. */
  readonly print?: (view: Window) => void;
}

/** A turn for the page between two pictures. */
const breathe = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, 0);
  });

const optionsOf = ({ notes = false, paper = 'a4', title, now = new Date() }: StoryPrinting): SheetOptions => ({
  ...{ notes, paper, at: dayOf(now) },
  ...(title !== undefined && { title }),
});

async function drawnPages(latest: Catalogue, story: Story, printing: StoryPrinting): Promise<readonly string[]> {
  const pages: string[] = [];
  for (const page of storyPages(latest, story, optionsOf(printing), layout)) {
    pages.push(page);
    printing.progress?.(pages.length);
    await breathe();
  }
  return pages;
}

/** A frame that nobody sees, with the pages in it: a page of its own, of which alone the paper can be chosen. */
function frameWith(root: Document, pages: readonly string[], title: string, paper: Paper): HTMLIFrameElement {
  const frame = root.createElement('iframe');
  frame.className = 'story-print';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  Object.assign(frame.style, {
    position: 'fixed',
    insetInlineEnd: '0',
    insetBlockEnd: '0',
    width: '0',
    height: '0',
    border: '0',
    visibility: 'hidden',
  });
  root.body.append(frame);
  const { contentDocument: sheet } = frame;
  const view = sheet?.defaultView;
  if (!sheet || !view) {
    frame.remove();
    throw new Error('standards-map: the browser gives no frame to print in.');
  }
  sheet.title = title;
  const styles = new view.CSSStyleSheet();
  styles.replaceSync(storySheetStyles(paper));
  sheet.adoptedStyleSheets = [styles];
  const main = sheet.createElement('main');
  for (const page of pages) appendMarkup(page, main);
  sheet.body.append(main);
  return frame;
}

/**
 * Prints a story, one scene a page, or lets the reader save it as PDF. Nothing of the page or of the map is changed: all pictures are drawn anew from the
 * records, in a frame that is gone when the browser has printed.
 *
 * @returns when the browser was asked to print
 * @throws Error where the browser gives no frame to print in
 */
export async function printStory(owner: Document, latest: Catalogue, story: Story, printing: StoryPrinting = {}): Promise<void> {
  const pages = await drawnPages(latest, story, printing);
  // What an earlier one has left: some browsers do not say when they have printed
  owner.querySelector('iframe.story-print')?.remove();
  const frame = frameWith(owner, pages, story.title, printing.paper ?? 'a4');
  const { contentWindow: view } = frame;
  if (!view) return;
  view.addEventListener('afterprint', () => {
    // Not while the frame still prints
    setTimeout(() => {
      frame.remove();
    }, 0);
  });
  if (printing.print) printing.print(view);
  else {
    view.focus();
    view.print();
  }
}

/** The same pages as one HTML file that fetches and runs nothing: where the browser does not print, and to be handed on. */
export async function storyFile(latest: Catalogue, story: Story, printing: StoryPrinting = {}): Promise<string> {
  return storyDocument(story, await drawnPages(latest, story, printing), printing.paper);
}
