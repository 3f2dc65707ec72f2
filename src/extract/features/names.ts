import { NAME_CLASSES } from "../name-classes.ts";
import { type FeatureGroup, share } from "./feature-group.ts";

const NONE = 99;

const ROLES: readonly (readonly [string, RegExp])[] = [
  ["main", /\b(?:main|article)\b/],
  ["chrome", /\b(?:navigation|banner|contentinfo|search|menu\w*|tab\w*|toolbar)\b/],
  ["beside", /\b(?:complementary|dialog|alert\w*|form|region)\b/],
];

/** How far above a block an element with a telling class or id is, and how much of the page's text stands in it. */
export const names: FeatureGroup = {
  names: [
    ...NAME_CLASSES.flatMap((name) => [`named:${name}`, `coverage:${name}`]),
    ...ROLES.map(([name]) => `role:${name}`),
    "hidden",
  ],
  fill({ outline, blocks, elements }, columns, spare) {
    const { parent, depth, count } = outline;
    const { names, role: roles } = elements.attributes;
    const whole = elements.words[0] ?? 0;
    // One pass down the tree a class: the nearest element of the class at or above each element.
    const nearest = new Int32Array(count);
    const write = (matches: (rank: number) => boolean, near: Float32Array, coverage = spare): void => {
      if (near === spare && coverage === spare) return;
      for (let rank = 0; rank < count; rank++)
        nearest[rank] = matches(rank) ? rank : parent[rank]! < 0 ? -1 : nearest[parent[rank]!]!;
      for (let b = 0; b < blocks.count; b++) {
        const host = blocks.host[b]!;
        const found = nearest[host]!;
        if (near !== spare) near[b] = found < 0 ? NONE : depth[host]! - depth[found]!;
        if (coverage && coverage !== spare) coverage[b] = found < 0 ? 2 : share(elements.words[found]!, whole);
      }
    };
    for (let i = 0; i < NAME_CLASSES.length; i++)
      write((rank) => ((names[rank]! >>> i) & 1) === 1, columns[2 * i]!, columns[2 * i + 1]!);
    const after = 2 * NAME_CLASSES.length;
    for (const [i, [, role]] of ROLES.entries())
      write((rank) => roles[rank] !== "" && role.test(roles[rank]!), columns[after + i]!);
    const hidden = columns[after + ROLES.length]!;
    for (let b = 0; b < blocks.count; b++) hidden[b] = elements.hidden[blocks.host[b]!]!;
  },
};
