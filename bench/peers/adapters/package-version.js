import { readFileSync } from "node:fs";

/** The installed version of a package of `bench/peers`; throws where it is not installed. */
export function packageVersion(name) {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  try {
    return JSON.parse(readFileSync(manifest, "utf8")).version;
  } catch {
    throw new Error(`${name} is not installed: bench/peers/set-up installs it`);
  }
}
