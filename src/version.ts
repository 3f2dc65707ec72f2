import { readFileSync } from "node:fs";

const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };

/** dehusk's own version, as in package.json. */
export const version: string = manifest.version;
