import { html, nothing } from 'lit';
import dataset from 'standards-map/data';

/** The page as a template, for the server and the browser. `changed` takes what of the state is to be another. */
export const page = ({ shown, view, filter, count, chosen, changed }) => html`
  <label
    >View
    <select name="view" .value=${view} @change=${({ target }) => changed({ view: target.value })}>
      ${['graph', 'matrix', 'timeline', 'table'].map((name) => html`<option>${name}</option>`)}
    </select></label
  >
  <label>Filter <input name="filter" .value=${filter} @input=${({ target }) => changed({ filter: target.value })} /></label>
  <button name="fit" type="button" @click=${() => document.querySelector('standards-map')?.fit()}>Show all</button>
  <button name="toggle" type="button" @click=${() => changed({ shown: !shown })}>Map on and off</button>
  ${
    shown
      ? html`<standards-map
        .data=${dataset}
        view=${view}
        filter=${filter}
        label="Standards of the city"
        loading="eager"
        history="none"
        style="height: 420px; --sm-selection: #b3005e"
        @standards-view=${(event) => changed({ view: event.view })}
        @standards-filter=${(event) => changed({ filter: event.filter, count: event.count })}
        @standards-select=${(event) => changed({ chosen: event.ids })}
        ><p>The map of smart-city standards needs JavaScript.</p></standards-map
      >`
      : nothing
  }
  <p>Shown: <output name="count">${count}</output>. Chosen: <output name="chosen">${chosen.join(', ')}</output></p>
`;

/** What the page begins with. */
export const FIRST = { shown: true, view: 'graph', filter: '', count: 0, chosen: [] };
