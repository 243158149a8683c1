// @lit-labs/ssr puts what little of a DOM it needs into Node before anything of Lit is loaded
import '@lit-labs/ssr/lib/install-global-dom-shim.js';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { expect, test } from 'vitest';
import '../../src/define.js';
import { dataset } from '../fixtures/small.js';

const rendered = async (data: object | null): Promise<string> =>
  collectResult(render(html`<standards-map src="/map.json" filter="sdo:iso" label="A map" .data=${data}><p>Fallback</p></standards-map>`));

test('SR30 @lit-labs/ssr renders the element: attributes, a shadow root with the fallback in its slot, the fallback', async () => {
  const text = await rendered(null);
  expect(text).toMatch(/<standards-map[^>]* src="\/map.json"[^>]* filter="sdo:iso"/);
  expect(text).toContain('<template shadowroot="open" shadowrootmode="open">');
  expect(text).toContain('<slot></slot>');
  expect(text).toMatch(/<p>Fallback<\/p><\/standards-map>/);
});

test('SR30 with a dataset at hand too', async () => {
  const text = await rendered(dataset());
  expect(text).toContain('<slot></slot>');
  expect(text).toMatch(/<p>Fallback<\/p><\/standards-map>/);
});
