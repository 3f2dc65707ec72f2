import { writeFileSync } from "node:fs";
import { jsonSchema, schemas } from "../src/json-schemas.ts";

for (const name of Object.keys(schemas)) {
  const file = new URL(`../schemas/${name}.schema.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(jsonSchema(name), null, 2)}\n`);
}
