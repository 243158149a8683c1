import { html, nothing, type TemplateResult } from 'lit';
import { storyMessages as words } from '../messages-story.js';
import type { StoryMaking } from '../story-making.js';

/** The story as a file, and files as the story. */
export function storyFiles(making: StoryMaking, hasScenes: boolean): TemplateResult {
  return html`<div class="buttons">
    ${
      hasScenes
        ? html`<button type="button" class="save" @click=${() => {
            making.download();
          }}>${words.export}</button>`
        : nothing
    }
    <label class="button">${words.import}<input type="file" accept="application/json,.json" class="hidden" @change=${(event: Event) => {
      const input = event.currentTarget;
      const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
      if (file) void making.import(file);
      // The same file can be chosen again.
      if (input instanceof HTMLInputElement) input.value = '';
    }}></label>
    ${
      hasScenes
        ? html`<button type="button" class="clear" @click=${() => {
            making.clear();
          }}>${words.clear}</button>`
        : nothing
    }
  </div>`;
}
