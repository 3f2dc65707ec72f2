import { profileSchema } from "../core/schemas.ts";
import { foldTemplate } from "../learn/line-template.ts";
import type { Profile } from "../learn/profile.ts";
import { type Fault, readChecked } from "./checked-file.ts";

/**
 * Reads and checks a profile in YAML or JSON.
 *
 * @throws {UsageError} which names file, line and column, when it cannot be read or says what no profile may say.
 */
export function readProfile(file: string): Profile {
  return readChecked<Profile>(file, profileSchema, checkLines);
}

function* checkLines({ sources }: Profile): Generator<Fault> {
  for (const [source, { lines }] of Object.entries(sources)) {
    for (const [i, { line }] of lines.entries()) {
      const message = templateFault(line);
      if (message !== undefined) yield { path: ["sources", source, "lines", i, "line"], message };
    }
  }
}

function templateFault(line: string): string | undefined {
  const template = foldTemplate(line);
  if (template === "") return "has no word that could be found again";
  const slots = template.split(" ").filter((word) => word === "{}").length;
  if (slots > 1 || (slots === 1 && !/^\{\} | \{\}$/.test(template))) return "may have {} only once, at one end";
  return undefined;
}
