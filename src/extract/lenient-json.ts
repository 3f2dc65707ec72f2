/** What pages put around JSON-LD so that old browsers or XML tools pass it over. */
const OPENING = /^(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?)/;
const CLOSING = /(?:(?:\/\/\s*|(?<!\s)\s*)-->|(?:\/[/*]\s*|(?<!\s)\s*)\]\]>\s*(?:\*\/)?)$/;
/** Longer than any wrapper; a pattern tried at every place of a long script would not be linear. */
const WRAPPER = 32;

/** The value of a JSON-LD script, its usual faults forgiven; `undefined` where it still is not JSON. */
export function parseLeniently(source: string): unknown {
  const trimmed = source.trim();
  const opened = trimmed.slice(0, WRAPPER).replace(OPENING, "") + trimmed.slice(WRAPPER);
  const bare = opened.slice(0, -WRAPPER) + opened.slice(-WRAPPER).replace(CLOSING, "");
  return parse(bare) ?? parse(repaired(bare));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Line breaks inside strings, a comma before a closing bracket, a semicolon at the end. */
function repaired(json: string): string {
  return json
    .replace(/[\u0000-\u0020]+/g, " ")
    .replace(/,(?= ?[\]}])/g, "")
    .trim()
    .replace(/;$/, "");
}
