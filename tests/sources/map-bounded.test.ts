import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { mapBounded } from "../../src/sources/map-bounded.ts";

test("keeps the order and never has more than the limit under way", async () => {
  let running = 0;
  let most = 0;
  const results = await mapBounded([5, 1, 4, 2, 3, 0], 3, async (item) => {
    most = Math.max(most, ++running);
    for (let i = 0; i < item; i++) await setImmediate();
    running--;
    return item * 10;
  });
  expect(results).toEqual([50, 10, 40, 20, 30, 0]);
  expect(most).toBe(3);
});

test("passes on an error", async () => {
  const failing = mapBounded([1], 2, () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
});
