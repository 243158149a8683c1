import { PARTS, PRESETS, PROPERTIES, snippet, STATES, type Preset, type ThemeProperty } from './theming-list.js';

const TESTS = { colour: 'color', length: 'font-size', font: 'font-family', ratio: 'aspect-ratio' } as const;

const map = document.querySelector('standards-map');
const find = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`theming.html has no #${id}`);
  return found;
};
const make = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  text = '',
  given: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(name);
  element.textContent = text;
  for (const [key, value] of Object.entries(given)) element.setAttribute(key, value);
  return element;
};

/** What is set at the moment. */
let look: Pick<Preset, 'scheme' | 'values'> = { scheme: 'light dark', values: {} };
const fields = new Map<string, { readonly text: HTMLInputElement; readonly well: HTMLInputElement | undefined }>();

/** A colour as a colour well takes it. */
function hex(value: string): string {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return '#000000';
  context.fillStyle = value;
  context.fillRect(0, 0, 1, 1);
  return `#${[...context.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const isUsable = ({ kind }: ThemeProperty, value: string): boolean => value === '' || CSS.supports(TESTS[kind], value);

/** Shows what is set: on the map, in the fields, as a style sheet. */
function show(): void {
  if (!map) return;
  map.style.colorScheme = look.scheme;
  const isDark =
    getComputedStyle(map).colorScheme === 'dark' || (look.scheme === 'light dark' && matchMedia('(prefers-color-scheme: dark)').matches);
  for (const property of PROPERTIES) {
    const value = look.values[property.name] ?? '';
    if (value === '') map.style.removeProperty(property.name);
    else map.style.setProperty(property.name, value);
    const field = fields.get(property.name);
    if (!field) continue;
    if (field.text !== document.activeElement) field.text.value = value;
    field.text.setAttribute('aria-invalid', String(!isUsable(property, value)));
    field.text.placeholder = property.usual[isDark ? 1 : 0];
    if (field.well) field.well.value = hex(isUsable(property, value) && value !== '' ? value : property.usual[isDark ? 1 : 0]);
  }
  find('css').textContent = snippet(look);
}

function set(name: `--sm-${string}`, value: string): void {
  const others = Object.entries(look.values).filter(([other]) => other !== name);
  look = { ...look, values: Object.fromEntries(value === '' ? others : [...others, [name, value]]) };
  show();
}

for (const preset of PRESETS) {
  const button = make('button', preset.name, { type: 'button', 'aria-pressed': String(preset === PRESETS[0]) });
  button.addEventListener('click', () => {
    look = preset;
    for (const other of find('presets').querySelectorAll('button')) other.setAttribute('aria-pressed', String(other === button));
    const scheme = find('scheme');
    if (scheme instanceof HTMLSelectElement) scheme.value = preset.scheme;
    show();
  });
  find('presets').append(button);
}
for (const property of PROPERTIES) {
  const { name, kind, says } = property;
  const text = make('input', '', { type: 'text', id: name, spellcheck: 'false' });
  const well = kind === 'colour' ? make('input', '', { type: 'color', 'aria-label': `Pick ${name}` }) : undefined;
  text.addEventListener('input', () => {
    set(name, text.value.trim());
  });
  well?.addEventListener('input', () => {
    set(name, well.value);
  });
  fields.set(name, { text, well });
  const row = make('div');
  row.append(well ?? make('span'), make('label', name, { for: name }), text, make('span', says, { class: 'says' }));
  find('properties').append(row);
}
for (const [id, list] of [
  ['parts', PARTS],
  ['states', STATES],
] as const)
  for (const [name, says] of Object.entries(list)) find(id).append(make('dt', name), make('dd', says));

find('scheme').addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement)) return;
  look = { ...look, scheme: target.value === 'light' || target.value === 'dark' ? target.value : 'light dark' };
  document.documentElement.style.colorScheme = look.scheme;
  show();
});
find('copy').addEventListener('click', () => {
  navigator.clipboard.writeText(snippet(look)).then(
    () => {
      find('copied').textContent = 'Copied.';
    },
    () => {
      getSelection()?.selectAllChildren(find('css'));
      find('copied').textContent = 'This browser does not let a page copy: the text is selected, press Ctrl or Cmd with C.';
    },
  );
});
show();
