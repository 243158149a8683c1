/** An element class of this package. */
type ElementClass = CustomElementConstructor & { readonly version?: unknown };

const versionOf = ({ version }: ElementClass): string => (typeof version === 'string' ? `version ${version}` : 'an unknown version');

/**
 * Registers elements under their names; a name that is taken stays with the class that has it, and nothing throws.
 *
 * Two copies of one version go together in silence: a page may load the file twice. Of two versions on one page it is told which one goes on.
 *
 * @param warn told one sentence for each other version that was there before
 */
export function register(
  registry: Pick<CustomElementRegistry, 'get' | 'define'>,
  elements: Readonly<Record<string, CustomElementConstructor>>,
  version: string,
  warn: (sentence: string) => void,
): void {
  const others = new Map<string, string[]>();
  for (const [name, element] of Object.entries(elements)) {
    const there: ElementClass | undefined = registry.get(name);
    if (!there) registry.define(name, element);
    else if (there.version !== version) others.set(versionOf(there), [...(others.get(versionOf(there)) ?? []), `<${name}>`]);
  }
  for (const [other, names] of others)
    warn(
      `standards-map: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} registered already, in ${other}, which goes on. ` +
        `Version ${version}, loaded now, is left aside. Expected one version on a page.`,
    );
}
