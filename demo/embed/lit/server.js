import { render as rendered } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import 'standards-map/define'; // with it the server writes the shadow root too
import { FIRST, page } from './app.js';

/** The page's content as HTML. */
export const render = () => collectResult(rendered(page({ ...FIRST, changed: () => undefined })));
