import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { jsonSchema, schemas } from "../../src/json-schemas.ts";
import { cleanInto, emptyFolder } from "../run-folder.ts";

const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));
const newAjv = () => new Ajv2020({ formats: { "date-time": (text: string) => !Number.isNaN(Date.parse(text)) } });

const published = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), "utf8"));

it.each(Object.keys(schemas))("publishes the schema %s as the code has it", (name) => {
  expect(published(name)).toEqual(JSON.parse(JSON.stringify(jsonSchema(name))));
});

it("publishes no other schema", () => {
  const files = readdirSync(new URL("../../schemas", import.meta.url));
  expect(files.sort()).toEqual(
    Object.keys(schemas)
      .map((name) => `${name}.schema.json`)
      .sort(),
  );
});

describe("a run over the seeds and some bad inputs", async () => {
  const bad = emptyFolder({ "empty.txt": "", "broken.jsonl": '{"text": "Fine as it is."}\n{"text": 4}\n{oops\n' });
  const out = await cleanInto(emptyFolder(), [SEEDS, bad]);
  it.each([
    ["documents.jsonl", "document", 10],
    ["ledger.jsonl", "ledger", 20],
    ["failures.jsonl", "failure", 3],
  ])("writes only valid lines to %s", (file, name, least) => {
    const ajv = newAjv();
    const validate = ajv.compile(published(name));
    const lines = readFileSync(`${out}/${file}`, "utf8").split("\n").filter(Boolean);
    expect(lines.length).toBeGreaterThanOrEqual(least);
    for (const line of lines)
      expect(validate(JSON.parse(line)), `${line}: ${ajv.errorsText(validate.errors)}`).toBe(true);
  });
  it("writes a valid run.json", () => {
    const ajv = newAjv();
    const validate = ajv.compile(published("run"));
    expect(validate(JSON.parse(readFileSync(`${out}/run.json`, "utf8"))), ajv.errorsText(validate.errors)).toBe(true);
  });
});

it("would notice an invalid line", () => {
  const validate = newAjv().compile(published("failure"));
  expect(validate({ path: "a", reason: "no reason of ours", message: "", advice: "" })).toBe(false);
  expect(validate({ path: "a", reason: "empty", message: "", advice: "", extra: null })).toBe(false);
});
