/** Longer names are read no further: pages can have names of any length. UTF-16 code units. */
const LONGEST_NAME = 500;
/** Names that a cache holds before it is emptied. */
const MOST_KNOWN = 20_000;

/** The words of a `class` or `id` in lower case: `siteNav-left2` is site, nav and left. */
export function nameWords(name: string): string[] {
  const words = name.slice(0, LONGEST_NAME).matchAll(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g);
  return Array.from(words, ([word]) => word.toLowerCase());
}

/** Remembers what was made of a name, as pages repeat theirs; what it answers never depends on what it holds. */
export function perName<Value>(make: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const value = make(name);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(name, value);
    return value;
  };
}
