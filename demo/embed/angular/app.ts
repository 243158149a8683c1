import { Component, CUSTOM_ELEMENTS_SCHEMA, signal, ViewChild, type ElementRef } from '@angular/core';
import 'standards-map/define'; // registers the element; in Node as well, where it draws nothing
import dataset from 'standards-map/data';
import type { StandardsFilterEvent, StandardsMap, StandardsSelectEvent, StandardsViewEvent } from 'standards-map';

@Component({
  selector: 'app-root',
  // Angular asks for it before it takes a tag that is none of its components
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  // [attr.view] is an attribute, which a server writes too; [data] is a property, as an object is; (name) listens; #map is the element itself
  template: `
    <label>
      View
      <input name="view" list="views" [value]="view()" (change)="view.set($any($event.target).value)" />
      <datalist id="views">
        @for (name of views; track name) {
          <option>{{ name }}</option>
        }
      </datalist>
    </label>
    <label>Filter <input name="filter" [value]="filter()" (input)="filter.set($any($event.target).value)" /></label>
    <button name="fit" type="button" (click)="fit()">Show all</button>
    <button name="toggle" type="button" (click)="shown.set(!shown())">Map on and off</button>
    @if (shown()) {
      <standards-map
        #map
        [data]="dataset"
        [attr.view]="view()"
        [attr.filter]="filter()"
        label="Standards of the city"
        loading="eager"
        history="none"
        style="height: 420px; --sm-selection: #b3005e"
        (standards-view)="viewed($event)"
        (standards-filter)="filtered($event)"
        (standards-select)="selected($event)"
        ><p>The map of smart-city standards needs JavaScript.</p></standards-map
      >
    }
    <p>
      Shown: <output name="count">{{ count() }}</output
      >. Chosen: <output name="chosen">{{ chosen().join(', ') }}</output>
    </p>
  `,
})
export class App {
  readonly views = ['graph', 'matrix', 'timeline', 'table'];
  readonly dataset = dataset;
  @ViewChild('map') map?: ElementRef<StandardsMap>;
  readonly shown = signal(true);
  readonly view = signal('graph');
  readonly filter = signal('');
  readonly count = signal(0);
  readonly chosen = signal<readonly string[]>([]);

  fit(): void {
    this.map?.nativeElement.fit();
  }
  viewed(event: Event): void {
    this.view.set((event as StandardsViewEvent).view);
  }
  filtered(event: Event): void {
    const { filter, count } = event as StandardsFilterEvent;
    this.filter.set(filter);
    this.count.set(count);
  }
  selected(event: Event): void {
    this.chosen.set((event as StandardsSelectEvent).ids);
  }
}
