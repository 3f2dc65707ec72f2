import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { PageSet } from "../../bench/extract/page-set.ts";
import { Peer } from "../../bench/extract/peer.ts";
import { runSideBySide } from "../../bench/extract/side-by-side.ts";

const SERVER = new URL("../../bench/extract/serve-peer.ts", import.meta.url).href;

/** A peer of a line of code, which sees `page`, `url` and `calls`, the pages that this process had so far. */
function peerOf(name: string, code: string): Peer {
  const script = `
    import { servePeer } from ${JSON.stringify(SERVER)};
    let calls = 0;
    await servePeer(async () => ({
      version: "1.0",
      prepare: (html) => html,
      extract: async (page, url) => { calls++; ${code} },
    }));`;
  return new Peer(name, { command: process.execPath, args: ["--input-type=module-typescript", "--eval", script] });
}

const pages: PageSet = {
  size: 3,
  page: (index) => ({
    id: String(index),
    html: ["<p>one\u2028two\ud800", "bad", "<p>three"][index]!,
    ...(index === 0 && { url: "https://e.example/" }),
  }),
};

async function runAll(peers: readonly Peer[], rounds = 1, timeoutMs = 20_000) {
  try {
    for (const peer of peers) await peer.start();
    const runs = await runSideBySide(pages, [0, 1, 2], peers, { rounds, timeoutMs });
    return new Map(Array.from(runs, ([{ name }, pages]) => [name, pages]));
  } finally {
    for (const peer of peers) peer.stop();
  }
}

it("gives every peer every page, and takes text, title, time and memory from it", async () => {
  const peers = [
    peerOf("echo", "console.log('noise'); return { text: page + '|' + url, title: 'T' };"),
    peerOf("late", "return { text: () => page.toUpperCase() };"),
  ];
  const runs = await runAll(peers);
  expect(runs.get("echo")!.map(({ text }) => text)).toEqual([
    "<p>one\u2028two\ufffd|https://e.example/",
    "bad|undefined",
    "<p>three|undefined",
  ]);
  expect(runs.get("late")![2]).toMatchObject({ text: "<P>THREE", unstable: false });
  expect(runs.get("late")![2]).not.toHaveProperty("title");
  for (const { title, ms } of runs.get("echo")!) expect([title, ms! >= 0]).toEqual(["T", true]);
  for (const { version, absent, peakRss } of peers) {
    expect([version, absent]).toEqual(["1.0", undefined]);
    expect(peakRss).toBeGreaterThan(2 ** 20);
  }
});

it("counts what throws, crashes and hangs, and goes on with the next page", async () => {
  const peers = [
    peerOf("throws", "if (page === 'bad') throw new Error('no luck'); return { text: page };"),
    peerOf("crashes", "if (page === 'bad') process.exit(3); return { text: page };"),
    peerOf("hangs", "if (page === 'bad') for (;;); return { text: page };"),
  ];
  const runs = await runAll(peers, 1, 3000);
  const failures = Array.from(runs.values(), (pages) => pages.map(({ failure }) => failure));
  expect(failures.map(([, failure]) => failure)).toEqual(["threw", "crashed", "timed-out"]);
  for (const [first, , last] of failures) expect([first, last]).toEqual([undefined, undefined]);
  expect(runs.get("throws")![1]).toMatchObject({ text: "", error: "Error: no luck" });
  expect(runs.get("crashes")![2]!.text).toBe("<p>three");
});

it("tells a page whose text changes from round to round", async () => {
  const runs = await runAll([peerOf("moody", "return { text: page === 'bad' ? String(calls) : page };")], 3);
  expect(runs.get("moody")!.map(({ unstable }) => unstable)).toEqual([false, true, false]);
});

it("knows an absent peer by what it lacks", async () => {
  const missing = new Peer("missing", { command: "/nowhere/python", args: [] });
  const broken = new Peer("broken", { command: process.execPath, args: ["--eval", "throw new Error('no wheels')"] });
  const script = `import { servePeer } from ${JSON.stringify(SERVER)}; await servePeer(() => import("no-such-package"));`;
  const unmet = new Peer("unmet", {
    command: process.execPath,
    args: ["--input-type=module-typescript", "--eval", script],
  });
  for (const peer of [missing, broken, unmet]) await peer.start();
  expect(missing.absent).toContain("ENOENT");
  expect(broken.absent).toBe("Error: no wheels");
  expect(unmet.absent).toContain("no-such-package");
});

const python = spawnSync("python3", ["--version"]).status === 0;
if (!python) console.info("skipped: there is no python3 to run a peer in Python");

/** The same in Python. */
function pythonPeerOf(name: string, load: string, code: string): Peer {
  const adapters = fileURLToPath(new URL("../../bench/peers/adapters", import.meta.url));
  const script = [
    `import sys; sys.dont_write_bytecode = True; sys.path.insert(0, ${JSON.stringify(adapters)})`,
    "from serve_peer import serve_peer",
    "def load():",
    `  ${load}`,
    "  def extract(page, url):",
    `    ${code}`,
    "  return '3.0', extract",
    "serve_peer(load)",
  ];
  return new Peer(name, { command: "python3", args: ["-c", script.join("\n")] });
}

it.skipIf(!python)("speaks with peers in Python as with the others", async () => {
  const echo = pythonPeerOf("echo", "pass", "print('noise'); return page + '|' + str(url), 'T'");
  const throws = pythonPeerOf("throws", "pass", "return (lambda: page.upper()) if page != 'bad' else 1 / 0, None");
  const runs = await runAll([echo, throws]);
  expect(runs.get("echo")!.map(({ text, title }) => [text, title])).toEqual([
    ["<p>one\u2028two\ufffd|https://e.example/", "T"],
    ["bad|None", "T"],
    ["<p>three|None", "T"],
  ]);
  expect(runs.get("throws")!.map(({ text, failure }) => [text, failure])).toEqual([
    ["<P>ONE\u2028TWO\ufffd", undefined],
    ["", "threw"],
    ["<P>THREE", undefined],
  ]);
  expect(echo.version).toBe("3.0");
  expect(echo.peakRss).toBeGreaterThan(2 ** 20);
  const unmet = pythonPeerOf("unmet", "import no_such_package", "pass");
  await unmet.start();
  expect(unmet.absent).toContain("no_such_package");
});
