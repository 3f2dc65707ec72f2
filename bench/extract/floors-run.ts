import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { fallenBelow, type Measured, moveFloors, readFloors, writeFloors } from "./floors.ts";
import { measureFloors } from "./measure-floors.ts";

const DATA = fileURLToPath(new URL("../../../shared/bench", import.meta.url));

const { values } = parseArgs({
  options: { data: { type: "string", default: DATA }, raise: { type: "boolean" }, lower: { type: "string" } },
});
if (values.lower !== undefined && !/\S/.test(values.lower)) throw new Error("--lower wants a reason");

const floors = readFloors();
const measured = new Map<string, Measured>();
for (const set of floors.sets) {
  const now = measureFloors(values.data, set);
  measured.set(set.file, now);
  console.log(`${set.file}, ${set.sample} pages: ${JSON.stringify(now.scores)}, floors ${JSON.stringify(set.floors)}`);
  for (const problem of fallenBelow(set, now)) {
    console.log(`  ${problem}`);
    if (values.lower === undefined) process.exitCode = 1;
  }
}
const leave =
  values.lower === undefined ? undefined : { reason: values.lower, day: new Date().toISOString().slice(0, 10) };
if (values.raise || leave) writeFloors(moveFloors(floors, measured, leave));
