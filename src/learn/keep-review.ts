import { foldTemplate } from "./line-template.ts";
import type { Profile, ProfileLine, SourceProfile } from "./profile.ts";

/**
 * A profile that was learned anew, with what a person decided in the one before: lines marked to be kept, and lines
 * written by hand, which have no count. A line that was deleted comes back if it is still there to be learned.
 */
export function keepReview(fresh: Profile, reviewed: Profile): Profile {
  const sources: Record<string, SourceProfile> = { ...fresh.sources };
  for (const [name, { lines }] of Object.entries(reviewed.sources)) {
    const decided = lines.filter(({ keep, pages }) => keep || pages === undefined);
    if (decided.length > 0) sources[name] = withDecided(sources[name], decided);
  }
  return { ...fresh, sources };
}

function withDecided(source: SourceProfile = { lines: [] }, decided: readonly ProfileLine[]): SourceProfile {
  const byTemplate = new Map(decided.map((line) => [foldTemplate(line.line), line]));
  const lines = source.lines.map((line) => {
    const earlier = byTemplate.get(line.line);
    byTemplate.delete(line.line);
    if (!earlier) return line;
    return earlier.keep ? { ...line, keep: true } : earlier;
  });
  return { ...source, lines: [...lines, ...byTemplate.values()] };
}
