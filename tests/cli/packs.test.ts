import { hash } from "node:crypto";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cleanText, type Pack } from "../../src/index.ts";
import { folderWith, readRun } from "../run/written-run.ts";
import { dehusk } from "./command.ts";

const FIRST = "The quay at Port Ellery was shut on Monday after divers found cracks in three of its oldest piles.";
const LAST = "Work is to begin before the end of the month, the harbour master told a meeting of shipowners.";
const TEXT = `${FIRST}\n\n${LAST}\n\nBerths and tides at a glance`;
const pack: Pack = {
  language: "en",
  classes: {
    "more-from-site": {
      phrases: ["berths and tides at a glance"],
      changes: ["Berths and Tides at a glance »"],
      leavesAlone: ["Berths and tides at a glance are what the skippers read first."],
    },
  },
};

it("takes phrases of the user's own, where the language is theirs", () => {
  expect(cleanText(TEXT).text).toBe(TEXT);
  expect(cleanText(TEXT, { packs: [pack] }).text).toBe(`${FIRST}\n\n${LAST}`);
  expect(cleanText(TEXT, { packs: [{ ...pack, language: "pt" }] }).text).toBe(TEXT);
});

it("cleans and explains with a pack, and proves the run without it", () => {
  const cwd = folderWith({ "in/a.txt": TEXT, "in/b.txt": FIRST, "ours.json": JSON.stringify(pack) });
  const run = dehusk(["clean", "in", "--out", "out", "--pack", "ours.json", "--workers", "2"], { cwd });
  expect(run).toMatchObject({ code: 0, err: "" });
  const { ledger, summary } = readRun(join(cwd, "out"));
  expect(ledger.map(({ rule, text }) => [rule, text])).toContainEqual([
    "strip/more-from-site",
    "Berths and tides at a glance",
  ]);
  expect(summary).toMatchObject({ packs: [hash("sha256", JSON.stringify(pack), "hex")] });
  expect(dehusk(["verify", "out"], { cwd })).toMatchObject({ code: 0 });
  const explained = dehusk(["explain", "in/a.txt", "--pack", "ours.json"], { cwd });
  expect(explained.out).toContain("[-Berths and tides at a glance-](strip/more-from-site)");
});

it("lists rules, and those that are asked for with their examples", () => {
  const all = dehusk(["rules", "list"]);
  expect(all.out).toMatch(/^strip\/back-to-top +a link to the top of the page$/m);
  const one = dehusk(["rules", "list", "strip/back-to-top"]);
  expect(one.out).toMatch(/^strip\/back-to-top: .*\n\n {2}changes\n/);
  expect(JSON.parse(dehusk(["rules", "list", "strip/share", "--json"]).out)).toMatchObject([{ id: "strip/share" }]);
  expect(dehusk(["rules", "list", "strip/none"])).toMatchObject({ code: 1, out: "" });
});

it("tries the examples of a user's pack with those of all rules", () => {
  const broken = { ...pack, classes: { related: { phrases: ["quay news"], changes: ["Harbour news"] } } };
  const cwd = folderWith({ "ours.json": JSON.stringify(pack), "broken.json": JSON.stringify(broken) });
  const fine = dehusk(["rules", "check", "--pack", "ours.json"], { cwd });
  expect(fine).toMatchObject({ code: 0, err: "" });
  expect(fine.out).toMatch(/^\d+ rules, \d+ examples, 0 of them broken\.\n$/);
  const bad = dehusk(["rules", "check", "--pack", "ours.json", "--pack", "broken.json"], { cwd });
  expect(bad.code).toBe(1);
  expect(bad.out).toMatch(/^strip\/related: ".*Harbour news" becomes /);
});

it("says what is wrong with a pack, and does nothing", () => {
  const cwd = folderWith({ "in/a.txt": TEXT, "ours.json": '{\n"language": "en",\n"classes": {"adverts": {}}}' });
  const commands = [
    ["clean", "in", "--out", "out"],
    ["explain", "in/a.txt"],
    ["rules", "check"],
  ];
  for (const command of commands)
    expect(dehusk([...command, "--pack", "ours.json"], { cwd })).toEqual({
      code: 2,
      out: "",
      err: "dehusk: ours.json:3:24: classes.adverts: there is no such key\n",
    });
});
