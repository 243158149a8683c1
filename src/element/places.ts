/** What finds places that no dataset ships: the layout with its worker, and what it begins from. Loaded when places are looked for. */
export { settle } from '../layout/client.js';
export { carriedOver, rearranged } from '../scene/arrange.js';
export { positions, type Positions } from '../scene/place.js';
