import { hydrate } from '@lit-labs/ssr-client';
import { render } from 'lit';
import 'standards-map/define';
import { FIRST, page } from './app.js';

/** What the server has written is taken over; an empty place is filled. */
export function start(place) {
  let state = { ...FIRST, changed };
  function changed(what) {
    state = { ...state, ...what };
    render(page(state), place);
  }
  if (place.firstElementChild) hydrate(page(state), place);
  else render(page(state), place);
}
