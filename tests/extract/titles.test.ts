import { describe, expect, it } from "vitest";
import { isTitle, withoutSite } from "../../src/extract/titles.ts";

describe("withoutSite", () => {
  it.each([
    ["Night bread - The Street", "The Street", "Night bread"],
    ["Night bread | THE STREET", "The Street", "Night bread"],
    ["Night bread – Food – The Street", "The Street", "Night bread – Food"],
    ["The Street: news :: Night bread", "The Street: news", "Night bread"],
    ["The Street » Night bread", "The Street", "Night bread"],
    ["Night bread - The Street", undefined, "Night bread - The Street"],
    ["Night bread - The Streets", "The Street", "Night bread - The Streets"],
    ["Night bread on The Street", "The Street", "Night bread on The Street"],
    ["Night-bread-The Street", "The Street", "Night-bread-The Street"],
    ["The Street", "The Street", "The Street"],
    ["", "The Street", ""],
  ])("%s (%s) → %s", (title, site, expected) => {
    expect(withoutSite(title, site)).toBe(expected);
  });
});

describe("isTitle", () => {
  it.each([
    ["Night bread", "Night bread"],
    [" NIGHT\n bread ", "Night bread"],
    ["‘Night’ bread", "'Night' bread"],
    ["Night bread", "Night bread | The Street"],
    ["Night bread", "The Street – Night bread"],
  ])("%s says %s", (heading, title) => {
    expect(isTitle(heading, title)).toBe(true);
  });

  it.each([
    ["Night", "Night bread"],
    ["bread", "Night bread"],
    ["Night bread and more", "Night bread"],
    ["Night", "Night-bread"],
    ["", "Night bread"],
  ])("%s does not say %s", (heading, title) => {
    expect(isTitle(heading, title)).toBe(false);
  });
});
