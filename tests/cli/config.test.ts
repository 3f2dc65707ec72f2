import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith, readRun } from "../run/written-run.ts";
import { dehusk } from "./command.ts";

const PAGE = `<link rel=canonical href="https://quay.example/a"><p class=n>Subscribe to the quay.</p><p>The quay was shut on Monday, and nobody could say for how long it would be so.</p>`;

it("cleans, explains and verifies with rules for a site", () => {
  const config = { sites: { "quay.example": { drop: ".n" } } };
  const cwd = folderWith({ "in/a.html": PAGE, "dehusk.json": JSON.stringify(config) });
  expect(dehusk(["clean", "in", "--out", "out", "--config", "dehusk.json"], { cwd })).toMatchObject({
    code: 0,
    err: "",
  });
  const { ledger, summary } = readRun(join(cwd, "out"));
  expect(ledger.map(({ rule, text }) => [rule, text])).toEqual([["extract/site-rule", "Subscribe to the quay."]]);
  expect(summary.options).toMatchObject(config);
  expect(dehusk(["verify", "out"], { cwd })).toMatchObject({ code: 0, out: "1 documents verified: the law holds.\n" });
  const explained = dehusk(["explain", "in/a.html", "--config", "dehusk.json"], { cwd });
  expect(explained.out).toContain("[-Subscribe to the quay.-](extract/site-rule)");
});

it("says what is wrong with a configuration, and does nothing", () => {
  const cwd = folderWith({ "in/a.html": PAGE, "dehusk.json": '{"sites": {"quay.example": {"drop": "p["}}}' });
  for (const args of [
    ["clean", "in", "--out", "out"],
    ["explain", "in/a.html"],
  ]) {
    const { code, out, err } = dehusk([...args, "--config", "dehusk.json"], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^dehusk: dehusk\.json: sites\["quay\.example"\]\.drop: /);
  }
});
