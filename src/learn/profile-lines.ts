import { type Edit, remove } from "../core/edit.ts";
import { sayRepeats } from "../core/repeats.ts";
import type { DocumentStage } from "../core/stage.ts";
import { keepHeadings } from "./find-furniture.ts";
import { LEARNED_CAP } from "./guard-furniture.ts";
import { learnedFurniture } from "./learned-furniture.ts";
import type { Profile } from "./profile.ts";
import { indexOf, type ProfileMatch } from "./profile-index.ts";
import { type Line, readLines } from "./read-lines.ts";
import { hostOf } from "./source-name.ts";

/** Options of this stage. */
export interface ProfileOptions {
  readonly profile?: Profile;
  readonly source?: string;
}

/** Removes what a profile lists for the document's source, last of all, so that lines are read as they were learned. */
export const profileLines: DocumentStage<ProfileOptions> = {
  name: "profile-lines",
  rules: [learnedFurniture],
  cap: LEARNED_CAP,
  *plan({ blocks, metadata }, { profile, source = "" }) {
    const known = profile && indexOf(profile, hostOf(metadata.url) ?? source);
    if (!known) return;
    const found = new Map<Line, ProfileMatch>();
    const lines = readLines({ ...metadata, blocks });
    for (const line of lines) {
      const match = known.match(line);
      if (match) found.set(line, match);
    }
    keepHeadings(lines, found);
    for (const [{ block }, { repeats }] of found) {
      const edit: Edit = remove(blocks[block]!, learnedFurniture);
      yield repeats ? { ...edit, repeats, reason: sayRepeats(repeats) } : edit;
    }
  },
};
