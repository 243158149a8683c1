import { render, type ReactiveController, type TemplateResult } from 'lit';
import { listenToHands, type TimelineHands } from '../interact/timeline-hands.js';
import { cameraKey } from '../interact/keys.js';
import { measureWith } from '../render/fonts.js';
import type { TimelineSheet } from '../render/timeline-sheet.js';
import { timelineLineage, type TimelineLineage } from '../scene/timeline-lineage.js';
import type { TimelineLayout } from '../scene/timeline.js';
import { dayAt, laneAt } from '../scene/timeline-window.js';
import type { Theme } from '../scene/theme.js';
import { StandardsHoverEvent } from './events.js';
import type { PanelContext } from './parts/context.js';
import { timelineTemplate } from './parts/timeline.js';
import { placeOverlay, timelineOverlay, type OverlayProps } from './parts/timeline-overlay.js';
import type { Presentation, PresentationActions, PresentationData, PresentationHost } from './presentation.js';
import { readTheme } from './theme.js';
import { TimelineDay } from './timeline-day.js';
import { TimelineKeys } from './timeline-keys.js';
import { clearAll, elementsIn, paintAll, placeBand, type TimelineElements } from './timeline-drawing.js';
import { sheetOf } from './timeline-geometry.js';
import { timelinePicture } from './timeline-export.js';
import { timelineOnPaper } from './timeline-paper.js';
import { TimelinePeriod } from './timeline-period.js';
import { TimelinePointer } from './timeline-pointer.js';
import { TimelinePlace } from './timeline-place.js';
import { timelineSheets } from './timeline-styles.js';

/** What the timeline shows at the moment. */
interface Shown {
  readonly context: PanelContext;
  readonly data: PresentationData;
  readonly actions: PresentationActions;
  readonly layout: TimelineLayout;
  readonly lineage: TimelineLineage;
}

/** The timeline while it is shown: what is in view, where the keys are, and the picture. The rest is the element's. */
export class TimelineController implements Presentation, ReactiveController {
  readonly styles = timelineSheets;
  readonly #host: PresentationHost;
  readonly #place = new TimelinePlace();
  readonly #keys: TimelineKeys;
  readonly #period: TimelinePeriod;
  readonly #pointer: TimelinePointer;
  readonly #layout = new TimelineDay();
  #shown: Shown | undefined;
  #elements: TimelineElements | undefined;
  #connections: AbortController | undefined;
  #theme: Theme | undefined;
  #measure: ReturnType<typeof measureWith> | undefined;
  #frame = 0;
  #selected: readonly string[] = [];

  constructor(host: PresentationHost) {
    this.#host = host;
    this.#keys = new TimelineKeys({
      place: this.#place,
      sheet: () => this.sheet(),
      scroll: () => this.#elements?.scroll,
      redraw: () => {
        this.#draw();
      },
      select: (id, add) => {
        this.#select(id, add);
      },
      zoomBy: this.#zoomBy,
      showAll: this.#showAll,
    });
    this.#period = new TimelinePeriod({
      place: this.#place,
      filter: () => this.#shown?.data.state.filter ?? '',
      setFilter: (filter) => {
        this.#shown?.actions.set({ filter });
      },
      redraw: this.#schedule,
    });
    this.#pointer = new TimelinePointer({
      keys: this.#keys,
      elements: () => this.#elements,
      context: () => this.#shown?.context,
      sheet: () => this.sheet(),
      onHover: (id) => {
        const hover = this.#shown?.actions.hover;
        if (hover) hover(id);
        else host.dispatchEvent(new StandardsHoverEvent(id));
      },
    });
    host.addController(this);
    timelineOnPaper(host, (theme) => (this.#elements ? this.svg('', theme) : undefined));
  }

  view(context: PanelContext, data: PresentationData, actions: PresentationActions): TemplateResult {
    const { catalogue } = context;
    const layout = this.#layout.of(catalogue, data);
    const { selected } = data.state;
    const before = this.#shown;
    const isSame = before?.data.state.selected === selected && before.context.catalogue === catalogue;
    const lineage = isSame ? before.lineage : timelineLineage(catalogue, selected);
    this.#shown = { context, data, actions, layout, lineage };
    return timelineTemplate(context, {
      layout,
      lineage,
      shown: data.shown,
      state: data.state,
      set: actions.set,
      isLegendOpen: this.#host.clientWidth >= 1100,
      zoomBy: this.#zoomBy,
      showAll: this.#showAll,
      onAxisKey: this.#onAxisKey,
      onScroll: this.#schedule,
      period: this.#period.shown,
      onHandle: this.#period.onKey,
    });
  }

  get isDrawn(): boolean {
    return this.#shown !== undefined && this.#theme !== undefined && this.#measure !== undefined;
  }

  svg(title: string, theme = this.#theme): string {
    const sheet = this.sheet(theme);
    if (!sheet || !this.#shown) throw new Error('standards-map: toSVG found no timeline. Expected a call after `ready` has resolved.');
    return timelinePicture(this.#shown.context, sheet, this.#shown.lineage, title);
  }

  /** What the picture is drawn from; undefined while there is none. */
  sheet(theme = this.#theme): TimelineSheet | undefined {
    const measure = this.#measure;
    if (!this.#shown || !theme || !measure) return undefined;
    const { context, data, layout } = this.#shown;
    const { window, ground, stack, sizes } = this.#place;
    return sheetOf({ context, state: data.state, layout, window, ground, stack, metrics: sizes.metrics, theme, measure });
  }

  hostUpdated(): void {
    const elements = this.#shown?.data.state.view === 'timeline' ? elementsIn(this.#host.renderRoot) : undefined;
    if (elements?.section !== this.#elements?.section) this.#leave();
    if (!elements || !this.#shown) return;
    if (!this.#elements) this.#enter(elements);
    this.#resize();
    const { selected } = this.#shown.data.state;
    if (selected !== this.#selected) this.#keys.reveal(this.#shown.layout, selected);
    this.#selected = selected;
    this.#draw();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #enter(elements: TimelineElements): void {
    this.#elements = elements;
    const connections = (this.#connections = new AbortController());
    const { signal } = connections;
    this.#restyle();
    listenToHands(elements, this.#hands(), signal);
    const observer = new ResizeObserver(() => {
      this.#resize();
      this.#draw();
    });
    observer.observe(elements.sheet);
    signal.addEventListener('abort', () => {
      observer.disconnect();
    });
    const restyle = (): void => {
      this.#restyle();
      this.#schedule();
    };
    this.#host.renderRoot.querySelector('.probe')?.addEventListener('transitionrun', restyle, { signal });
    matchMedia('(forced-colors: active)').addEventListener('change', restyle, { signal });
  }

  #leave(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#connections?.abort();
    this.#connections = undefined;
    if (this.#elements) clearAll(this.#elements);
    this.#elements = undefined;
    this.#pointer.leave();
    this.#period.cancel();
  }

  #restyle(): void {
    const reader = this.#host.renderRoot.querySelector<HTMLElement>('.reader');
    const context = document.createElement('canvas').getContext('2d');
    if (!reader || !context) return;
    this.#theme = readTheme(reader);
    this.#measure = measureWith(context, this.#theme);
  }

  #resize(): void {
    const elements = this.#elements;
    if (!elements || !this.#shown) return;
    const { scroll, section } = elements;
    this.#place.fit(this.#shown.layout, scroll.clientWidth, scroll.clientHeight, matchMedia('(pointer: coarse)').matches);
    section.classList.toggle('narrow', this.#place.sizes.names === 0);
    section.style.setProperty('--_names', `${String(this.#place.sizes.names)}px`);
    section.style.setProperty('--_gutter', `${String(scroll.offsetWidth - scroll.clientWidth)}px`);
  }

  readonly #schedule = (): void => {
    if (this.#frame !== 0 || !this.#elements) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  };

  #draw(): void {
    const [elements, shown, sheet] = [this.#elements, this.#shown, this.sheet()];
    if (!elements || !shown || !sheet) return;
    const { scroll, overlay, lanes, band } = elements;
    lanes.style.height = `${String(Math.max(this.#place.height, scroll.clientHeight))}px`;
    elements.surface.style.height = `${String(scroll.clientHeight)}px`;
    paintAll(shown.context, elements, sheet, shown.lineage);
    const props = this.#overlay(shown, sheet, scroll);
    render(timelineOverlay(shown.context, props), overlay);
    placeOverlay(overlay, props, sheet.metrics.gap);
    placeBand(band, sheet, this.#period.shown);
  }

  #overlay({ context, layout, data }: Shown, sheet: TimelineSheet, scroll: HTMLElement): OverlayProps {
    const { stack } = sheet;
    const first = Math.max(0, laneAt(stack, scroll.scrollTop));
    const last = laneAt(stack, scroll.scrollTop + scroll.clientHeight);
    return {
      layout,
      stack,
      lanes: Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i),
      cursor: this.#keys.cursor(context, sheet, data.state.selected),
      toggle: (lane) => {
        this.#keep(() => {
          this.#place.setOpen(lane, !this.#place.isOpen(lane));
        }, stack.tops[lane] ?? 0);
      },
      onKey: this.#keys.onKey,
      onPick: this.#keys.pick,
    };
  }

  /** Does something that opens or closes lanes; what stands at a height stays there. */
  #keep(act: () => void, y: number): void {
    const scroll = this.#elements?.scroll;
    const anchor = this.#place.anchor(y);
    act();
    if (scroll && this.#elements) {
      const moved = this.#place.heightOf(anchor) - y;
      this.#elements.lanes.style.height = `${String(Math.max(this.#place.height, scroll.clientHeight))}px`;
      if (moved !== 0) scroll.scrollTop += moved;
    }
    this.#draw();
  }

  /** Around today while it is in view, else around the middle. */
  readonly #zoomBy = (factor: number, at = this.#place.middle): void => {
    const scroll = this.#elements?.scroll;
    this.#keep(
      () => {
        this.#place.zoom(at, factor);
      },
      (scroll?.scrollTop ?? 0) + (scroll?.clientHeight ?? 0) / 2,
    );
  };

  readonly #showAll = (): void => {
    this.#keep(() => {
      this.#place.showAll();
    }, this.#elements?.scroll.scrollTop ?? 0);
  };

  #select(id: string | null, add: boolean): void {
    const shown = this.#shown;
    if (!shown) return;
    const { selected } = shown.data.state;
    const others = selected.filter((other) => other !== id);
    const next = id === null ? [] : !add ? [id] : others.length < selected.length ? others : [...selected, id];
    shown.actions.select(next);
  }

  #hands(): TimelineHands {
    return {
      onGesture: (from, to, factor) => {
        const scroll = this.#elements?.scroll;
        this.#place.pan(from.x - to.x);
        if (factor !== 1) {
          this.#keep(
            () => {
              this.#place.zoom(to.x, factor);
            },
            (scroll?.scrollTop ?? 0) + to.y,
          );
        }
        if (scroll) scroll.scrollTop += from.y - to.y;
        this.#schedule();
      },
      onPan: (px) => {
        this.#place.pan(px);
        this.#schedule();
      },
      onHover: this.#pointer.hover,
      onPick: ({ x, y }, add) => {
        const hit = this.#pointer.hit(x, y);
        if (hit?.row === -1) this.#keys.into(hit.lane, dayAt(this.#place.window, x));
        else if (hit?.placed) {
          this.#keys.at(hit);
          this.#select(hit.placed.text.standard.id, add);
        } else if (!add) this.#select(null, false);
      },
      onBrush: this.#period.brush,
      otherEnd: this.#period.otherEnd,
    };
  }

  readonly #onAxisKey = (event: KeyboardEvent): void => {
    const key = cameraKey(event);
    if (!key) return;
    event.preventDefault();
    if (key.kind === 'zoom') this.#zoomBy(key.factor);
    else if (key.kind === 'fit') this.#showAll();
    else {
      this.#place.pan(key.dx);
      if (this.#elements) this.#elements.scroll.scrollTop += key.dy;
      this.#schedule();
    }
  };
}
