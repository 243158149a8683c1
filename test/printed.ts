/** Has the pages of a window counted instead of printed: the first story that it prints. A frame is there for one task only, so that nobody could catch it later. */
export function countPages(page: Window & typeof globalThis): { readonly pages: Promise<number>; readonly end: () => void } {
  const { prototype } = page.HTMLIFrameElement;
  const own = Object.getOwnPropertyDescriptor(prototype, 'contentWindow');
  if (!own) throw new Error('frames have no window');
  const pages = new Promise<number>((done) => {
    Object.defineProperty(prototype, 'contentWindow', {
      ...own,
      get(this: HTMLIFrameElement): Window | null {
        const view = own.get?.call(this) as Window | null;
        if (view && this.className === 'story-print')
          view.print = () => {
            done(view.document.querySelectorAll('.page').length);
          };
        return view;
      },
    });
  });
  return {
    pages,
    end: () => {
      Object.defineProperty(prototype, 'contentWindow', own);
      page.document.querySelector('iframe.story-print')?.remove();
    },
  };
}
