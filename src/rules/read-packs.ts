import { readdirSync, readFileSync } from "node:fs";
import type { Pack } from "./pack.ts";

const FOLDER = new URL("../../packs/", import.meta.url);

/** Reads the packs that come with dehusk, one file a language, in the order of their names. */
export function readPacks(): Required<Pack>[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as Required<Pack>);
}
