import { expect, it } from "vitest";
import { Heartbeat, StuckWatch } from "../../src/run/heartbeat.ts";

it("calls stuck what stays at one document for longer than the limit", () => {
  const heart = new Heartbeat();
  const watch = new StuckWatch(heart);
  expect(watch.isStuck(100, 0)).toBe(false);
  heart.beat(0);
  expect(watch.isStuck(100, 1000)).toBe(false);
  expect(watch.isStuck(100, 1100)).toBe(false);
  expect(watch.isStuck(100, 1101)).toBe(true);
});

it("never calls stuck what gets on, or rests", () => {
  const heart = new Heartbeat();
  const watch = new StuckWatch(heart);
  for (let now = 0; now < 5000; now += 90) {
    heart.beat(3);
    expect(watch.isStuck(100, now)).toBe(false);
  }
  heart.rest();
  for (let now = 5000; now < 9000; now += 500) expect(watch.isStuck(100, now)).toBe(false);
  heart.beat(0);
  expect(watch.isStuck(100, 9500)).toBe(false);
});

it("shows the same to whoever shares it", () => {
  const heart = new Heartbeat();
  const other = new Heartbeat(heart.shared);
  expect([other.item, other.beats]).toEqual([-1, 0]);
  heart.beat(5);
  expect([other.item, other.beats, new Heartbeat(heart.shared).item]).toEqual([5, 1, 5]);
});
