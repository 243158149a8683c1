import { html, type TemplateResult } from 'lit';
import { facets } from '../../analysis/facets.js';
import { EVERYTHING, formatValue, type Field } from '../../analysis/terms.js';
import { searchMessages as words } from '../messages-search.js';
import type { PanelContext } from './context.js';
import type { SearchActions } from './search-props.js';

/** Examples of everything the grammar has, with values of this dataset. */
function examples({ catalogue }: PanelContext): readonly (readonly [text: string, means: string])[] {
  const means = words.helpMeans;
  const counted = facets(catalogue, EVERYTHING);
  const values = (field: Field): readonly string[] =>
    counted.find((facet) => facet.field === field)?.options.map(({ value }) => formatValue(value)) ?? [];
  const sdos = values('sdo').slice(0, 2).join(',');
  const committee = values('committee').find((one) => one.startsWith('"'));
  const topic = values('topic')[0] ?? '*';
  return [
    ['smart', means.word],
    ['"smart cities"', means.phrase],
    ['*twin* Y.49*', means.star],
    ['"smart * cit*"', means.starPhrase],
    [`sdo:${sdos}`, means.field],
    ...(committee === undefined ? [] : [[`committee:${committee}`, means.quoted] as const]),
    [`-status:withdrawn`, means.not],
    ['year:2020..', means.year],
    ['latest:2023-05..2024', means.date],
    ['editions:2..', means.count],
    [`topic:*${topic.slice(0, 4)}*`, means.wild],
    [`sdo:${sdos} year:2015.. -"test suite"`, means.together],
  ];
}

/** The grammar of filters in examples that can be tried. */
export function searchHelp(context: PanelContext, actions: SearchActions): TemplateResult {
  return html`<section class="search-help" aria-label=${context.messages.searchWriting}>
    <p>${words.intro}</p>
    <p class="small">${words.helpTry}</p>
    <ul>${examples(context).map(
      ([text, means]) =>
        html`<li><button type="button" class="text" @click=${() => {
          actions.write(text);
        }}><bdi class="code">${text}</bdi></button> <span class="small">${means}</span></li>`,
    )}</ul>
  </section>`;
}
