import { dirname, join, relative, resolve, sep } from "node:path";
import type { Failure } from "../core/failure.ts";
import type { Input } from "../core/source.ts";
import { errorCode, sourceFailure, systemFailure } from "./failures.ts";
import { type FileKind, type FolderAccess, type FolderEntry, nodeFolders } from "./file-access.ts";
import { mapBounded } from "./map-bounded.ts";
import { isSelected, type Selection } from "./selection.ts";

export interface Listing {
  /** The absolute folder that every path is relative to. */
  readonly root: string;
  /** Sorted by `path`, by UTF-16 code unit. */
  readonly inputs: Input[];
  /** Sorted like the inputs. */
  readonly failures: Failure[];
}

/** Where something was found. `path` as in {@link Input}, "" for the input root itself. */
interface Place {
  readonly path: string;
  readonly file: string;
}

/** A root or a link: what it leads to is not known yet. */
interface Lead extends Place {
  readonly isLink: boolean;
  /** The real folders that were left through a link on the way here, and the one this link lies in. */
  readonly trail: readonly string[];
}

interface Target extends Lead {
  readonly real: string;
  readonly kind: FileKind;
}

type Folder = Omit<Target, "isLink" | "kind">;

const parallel = 64;

/**
 * All files at or below the roots. Hidden names and node_modules are left out below a root. What is reached twice is
 * listed once, under the first root in order of path, and under the first link only where no root leads there. So
 * neither the order of the roots nor a link added below them changes a path, and each folder is read once at most.
 */
export async function listInputs(
  roots: readonly string[],
  fs: FolderAccess = nodeFolders,
  selection: Selection = {},
): Promise<Listing> {
  const named = roots.map((root) => resolve(root));
  const root = await commonFolder(named, fs);
  const walk = new Walk(fs);
  let leads = named.map((file): Lead => ({ path: pathBelow(root, file), file, isLink: false, trail: [] }));
  while (leads.length > 0) leads = await walk.follow(leads);
  const files = walk.files.filter(({ path }) => isSelected(path, selection));
  const sized = await mapBounded(files, parallel, (place) => sizeOf(place, fs));
  const inputs = sized.filter((item) => "file" in item).sort(byPath);
  const failures = [...walk.failures, ...sized.filter((item) => "reason" in item)].sort(byPath);
  return { root, inputs, failures };
}

class Walk {
  readonly files: Place[] = [];
  readonly failures: Failure[] = [];
  /** Real paths: what was reached once is not listed again. */
  private readonly reached = new Set<string>();
  /** Paths of roots and links, so that a dangling one that is also a root is reported once. */
  private readonly followed = new Set<string>();
  private readonly fs: FolderAccess;

  constructor(fs: FolderAccess) {
    this.fs = fs;
  }

  /** Takes in what the leads lead to, and answers with the links found below. */
  async follow(leads: readonly Lead[]): Promise<Lead[]> {
    const fresh = leads.filter(({ path }) => !this.followed.has(path) && this.followed.add(path)).sort(byPath);
    const targets = await mapBounded(fresh, parallel, (lead) => resolveLead(lead, this.fs));
    const links: Lead[] = [];
    for (const target of targets) {
      if ("reason" in target) this.failures.push(target);
      else if (target.kind === "folder" && target.trail.some((folder) => contains(target.real, folder)))
        this.failures.push(sourceFailure("symlink-loop", target.path));
      else if (this.admit(target.real, target.kind, target))
        for (const link of await this.walk(target)) links.push(link);
    }
    return links;
  }

  /** Level by level, so that folders are read in parallel. */
  private async walk(top: Folder): Promise<Lead[]> {
    const links: Lead[] = [];
    for (let level: Folder[] = [top]; level.length > 0; ) {
      const below: Folder[] = [];
      const lists = await mapBounded(level, parallel, (folder) => this.list(folder));
      for (const [i, entries] of lists.entries()) this.sort(level[i]!, entries, below, links);
      level = below;
    }
    return links;
  }

  private async list(folder: Folder): Promise<readonly FolderEntry[]> {
    try {
      return await this.fs.list(folder.file);
    } catch (error) {
      this.failures.push(systemFailure(error, folder.path || "."));
      return [];
    }
  }

  private sort(folder: Folder, entries: readonly FolderEntry[], below: Folder[], links: Lead[]): void {
    for (const { name, kind, garbled } of entries) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const path = folder.path === "" ? name : `${folder.path}/${name}`;
      const file = join(folder.file, name);
      if (garbled) this.failures.push(sourceFailure("garbled-name", path));
      else if (kind === "link") links.push({ path, file, isLink: true, trail: [...folder.trail, folder.real] });
      else {
        const real = join(folder.real, name);
        if (this.admit(real, kind, { path, file })) below.push({ path, file, real, trail: folder.trail });
      }
    }
  }

  /** Files what is reached for the first time; true for a folder that is still to be walked. */
  private admit(real: string, kind: FileKind, { path, file }: Place): boolean {
    if (this.reached.has(real)) return false;
    this.reached.add(real);
    if (kind === "file") this.files.push({ path, file });
    else if (kind !== "folder") this.failures.push(sourceFailure("special", path));
    return kind === "folder";
  }
}

async function resolveLead(lead: Lead, fs: FolderAccess): Promise<Target | Failure> {
  try {
    const real = await fs.realPath(lead.file);
    const { kind } = await fs.stat(real);
    return { ...lead, real, kind };
  } catch (error) {
    const path = lead.path || ".";
    const code = errorCode(error);
    if (code !== "ENOENT" && code !== "ENOTDIR") return systemFailure(error, path);
    return sourceFailure(lead.isLink ? "dangling-link" : "missing", path);
  }
}

async function sizeOf({ path, file }: Place, fs: FolderAccess): Promise<Input | Failure> {
  try {
    const { kind, bytes } = await fs.stat(file);
    return kind === "file" ? { path, file, bytes } : sourceFailure("vanished", path);
  } catch (error) {
    return systemFailure(error, path);
  }
}

/** The deepest folder that holds every root: a folder holds itself, and what is missing counts as a file. */
async function commonFolder(roots: readonly string[], fs: FolderAccess): Promise<string> {
  const folders = await mapBounded(roots, parallel, async (root) => {
    const isFolder = await fs.stat(root).then(
      ({ kind }) => kind === "folder",
      () => false,
    );
    return isFolder ? root : dirname(root);
  });
  let common = folders[0] ?? resolve(".");
  for (const folder of folders)
    while (!contains(common, folder) && dirname(common) !== common) common = dirname(common);
  return common;
}

function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function pathBelow(root: string, file: string): string {
  return relative(root, file).split(sep).join("/");
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
