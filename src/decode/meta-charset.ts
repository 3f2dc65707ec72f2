/** Where browsers look; a declaration further down is too late for them too. */
const PRESCAN = 1024;
const LATIN1 = new TextDecoder("latin1");
const META = /<meta[\s/][^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i;

/**
 * The charset an HTML page declares for itself, in `<meta charset>` or `<meta http-equiv>`, as written. UTF-16 answers
 * `utf-8`: a declaration that could be read as ASCII cannot be in UTF-16, and HTML says to take it so.
 */
export function metaCharset(bytes: Uint8Array): string | undefined {
  const head = LATIN1.decode(bytes.subarray(0, PRESCAN)).replace(/<!--[\s\S]*?(?:-->|$)/g, "");
  const label = META.exec(head)?.[1]?.toLowerCase();
  if (label === undefined) return undefined;
  return label.startsWith("utf-16") ? "utf-8" : label;
}
