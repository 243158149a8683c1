import { renderToString } from 'react-dom/server';
import { App } from './App.jsx';

/** The page's content as HTML. */
export const render = () => renderToString(<App />);
