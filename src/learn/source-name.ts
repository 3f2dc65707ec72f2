const FOLDER = "folder:";

/**
 * What a document belongs to: the host of its address without `www.`, else the top folder of its path below the input
 * root, as `folder:archive`; `folder:.` for what lies in the root itself.
 */
export function sourceName(url: string | undefined, path: string): string {
  return hostOf(url) ?? folderOf(path);
}

/** The host of an address without `www.`; undefined where the address has none. */
export function hostOf(url: string | undefined): string | undefined {
  return (url === undefined ? undefined : URL.parse(url)?.host.replace(/^www\./, "")) || undefined;
}

function folderOf(path: string): string {
  const slash = path.indexOf("/");
  return FOLDER + (slash < 0 ? "." : path.slice(0, slash));
}

/** Whether a source is a folder: what lies in one need not come from one hand, as the pages of a host do. */
export function isFolder(source: string): boolean {
  return source.startsWith(FOLDER);
}
