import { foldTitle } from "./titles.ts";

/** Longer ones are sentences, in UTF-16 code units. */
const LONGEST = 60;
/** More are stuffing for search engines. */
const MOST = 50;

/** Tags one by one, from lists as pages write them; without what was there before in another case. */
export function splitTags(values: readonly string[]): readonly string[] {
  const tags = new Map<string, string>();
  for (const value of values)
    for (const part of value.split(/[,;،、，；]/)) {
      const tag = part.replace(/^[\s#"']+|(?<![\s"'])[\s"']+$/g, "");
      if (tag !== "" && tag.length <= LONGEST && tags.size < MOST && !tags.has(foldTitle(tag)))
        tags.set(foldTitle(tag), tag);
    }
  return [...tags.values()];
}
