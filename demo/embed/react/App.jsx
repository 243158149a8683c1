import { useEffect, useRef, useState } from 'react';
import 'standards-map/define'; // registers the element; in Node as well, where it draws nothing
import dataset from 'standards-map/data';
// With TypeScript, one line brings the types of the tag: import type {} from 'standards-map/react';

export function App() {
  const map = useRef(null);
  const [shown, setShown] = useState(true);
  const [view, setView] = useState('graph');
  const [filter, setFilter] = useState('');
  const [count, setCount] = useState(0);
  const [chosen, setChosen] = useState([]);
  // Only where a server renders the page: React 19.3 takes over the tag that the server wrote without setting properties of it
  useEffect(() => {
    if (map.current) map.current.data = dataset;
  }, [shown]);
  return (
    <>
      <label>
        View{' '}
        <select name="view" value={view} onChange={(event) => setView(event.target.value)}>
          {['graph', 'matrix', 'timeline', 'table'].map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        Filter <input name="filter" value={filter} onChange={(event) => setFilter(event.target.value)} />
      </label>
      {/* A method of the element, by its ref */}
      <button name="fit" type="button" onClick={() => map.current?.fit()}>
        Show all
      </button>
      <button name="toggle" type="button" onClick={() => setShown(!shown)}>
        Map on and off
      </button>
      {shown && (
        // React 19 sets a property where the element has one of that name, objects too, and listens to `on` + the name of an event
        <standards-map
          ref={map}
          data={dataset}
          view={view}
          filter={filter}
          label="Standards of the city"
          loading="eager"
          history="none"
          style={{ height: '420px', '--sm-selection': '#b3005e' }}
          onstandards-view={(event) => setView(event.view)}
          onstandards-filter={(event) => {
            setFilter(event.filter);
            setCount(event.count);
          }}
          onstandards-select={(event) => setChosen(event.ids)}
        >
          <p>The map of smart-city standards needs JavaScript.</p>
        </standards-map>
      )}
      <p>
        Shown: <output name="count">{count}</output>. Chosen: <output name="chosen">{chosen.join(', ')}</output>
      </p>
    </>
  );
}
