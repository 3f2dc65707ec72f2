import { expect, it } from "vitest";
import { isFolder, sourceName } from "../../src/learn/source-name.ts";

it.each([
  ["https://www.quay.example/a", "x/y.html", "quay.example"],
  ["http://quay.example:8080/", "y.html", "quay.example:8080"],
  ["no address", "x/y.html", "folder:x"],
  ["file:///tmp/a.html", "x/y/z.html", "folder:x"],
  [undefined, "x/y/z.html", "folder:x"],
  [undefined, "z.txt", "folder:."],
  [undefined, "-", "folder:."],
])("names the source of %s at %s", (url, path, name) => {
  expect(sourceName(url, path)).toBe(name);
  expect(isFolder(name)).toBe(name.startsWith("folder:"));
});
