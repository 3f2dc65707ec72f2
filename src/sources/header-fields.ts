/** The fields of a WARC or HTTP header by lower-case name; of one that stands twice the last counts. Lines may be folded. */
export function headerFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let name = "";
  for (const line of text.split("\n")) {
    const folded = name !== "" && (line.startsWith(" ") || line.startsWith("\t"));
    const colon = line.indexOf(":");
    if (folded) fields.set(name, `${fields.get(name)} ${line.trim()}`);
    else if (colon > 0) {
      name = line.slice(0, colon).trim().toLowerCase();
      fields.set(name, line.slice(colon + 1).trim());
    }
  }
  return fields;
}
