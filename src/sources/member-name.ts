/** A member's name below its archive, or why it cannot be one. */
export type MemberName = { readonly name: string } | { readonly unsafe: string } | { readonly hidden: true };

/** What no name may hold: characters that end it early or steer a terminal. */
const STEERING = /[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/**
 * Checks a name that stands in an archive. One that leads out of the archive is no mistake that can be mended, as two names
 * could then be one. Hidden ones, as below a folder, are left out.
 */
export function memberName(stored: string): MemberName {
  const segments = stored.split("/").filter((segment) => segment !== "" && segment !== ".");
  const leadsOut = stored.startsWith("/") || /^[a-z]:/i.test(stored) || segments.includes("..");
  if (leadsOut || stored.includes("\\") || STEERING.test(stored) || segments.length === 0) return { unsafe: stored };
  const isHidden = segments.some((segment) => segment.startsWith(".") || HIDDEN.has(segment));
  return isHidden ? { hidden: true } : { name: segments.join("/") };
}

const HIDDEN: ReadonlySet<string> = new Set(["node_modules", "__MACOSX"]);
