import 'standards-map/define';
import dataset from 'standards-map/data';

const named = (name) => document.querySelector(`[name=${name}]`);
const map = document.createElement('standards-map');
// The dataset is an object, so it is a property; `src` is the attribute for an address
map.data = dataset;
map.label = 'Standards of the city';
map.loading = 'eager';
map.history = 'none';

map.addEventListener('standards-view', ({ view }) => (named('view').value = view));
map.addEventListener('standards-filter', ({ count }) => (named('count').value = count));
map.addEventListener('standards-select', ({ ids }) => (named('chosen').value = ids.join(', ')));
named('view').addEventListener('change', ({ target }) => (map.view = target.value));
named('filter').addEventListener('input', ({ target }) => (map.filter = target.value));
named('fit').addEventListener('click', () => map.fit());
// Taken out of the page it frees what it holds; put back, it draws again what it showed
named('toggle').addEventListener('click', () => (map.isConnected ? map.remove() : document.getElementById('place').append(map)));
document.getElementById('place').append(map);
