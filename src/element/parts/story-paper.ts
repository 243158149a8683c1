import { html, type TemplateResult } from 'lit';
import { storyMessages as words } from '../messages-story.js';

/** How the story is put on paper. */
export interface StoryPaper {
  readonly paper: 'a4' | 'letter';
  readonly hasNotes: boolean;
  /** What is being drawn, in words; empty: nothing. */
  readonly busy: string;
  readonly set: (wanted: { readonly paper?: 'a4' | 'letter'; readonly hasNotes?: boolean }) => void;
  readonly print: () => void;
  readonly save: () => void;
}

/** The choice of paper, and what prints. */
export function storyPaper({ paper, hasNotes, busy, set, print, save }: StoryPaper): TemplateResult {
  const off = busy === '' ? 'false' : 'true';
  return html`<h3>${words.onPaper}</h3>
    <div class="buttons paper">
      <button type="button" class="print" aria-disabled=${off} @click=${print}>${words.print}</button>
      <button type="button" class="pages" aria-disabled=${off} @click=${save}>${words.pages}</button>
      <label class="check">${words.paper} <select class="sheet" @change=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLSelectElement) set({ paper: currentTarget.value === 'letter' ? 'letter' : 'a4' });
      }}><option value="a4" ?selected=${paper === 'a4'}>${words.a4}</option><option value="letter" ?selected=${paper === 'letter'}>${words.letter}</option></select></label>
      <label class="check"><input type="checkbox" class="noted" .checked=${hasNotes} @change=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLInputElement) set({ hasNotes: currentTarget.checked });
      }}>${words.printNotes}</label>
    </div>
    <p class="small said" role="status">${busy}</p>`;
}
