/** Words of no particular story; a seeded generator puts them in an order that is the same on every machine. */
const WORDS =
  "harbour ferry river council bridge market winter engine orchard railway teacher village letter garden window copper island morning signal barley captain meadow lantern harvest factory museum station journey captain quarry timber weather festival kitchen bakery tunnel archive compass glacier workshop pasture".split(
    " ",
  );

/** A linear congruential generator: the same numbers for the same seed. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function sentence(next: (below: number) => number, words = 12): string {
  const text = Array.from({ length: words }, () => WORDS[next(WORDS.length)]).join(" ");
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

export function paragraphs(next: (below: number) => number, count: number): string[] {
  return Array.from({ length: count }, () => [sentence(next), sentence(next, 17), sentence(next, 9)].join(" "));
}

/** A folder of some 200 files: text, pages and JSON Lines with copies, repeated ids and all kinds of failures. */
export function generatedCorpus(seed = 1): Record<string, string | Uint8Array> {
  const next = numbersFrom(seed);
  const shared = paragraphs(next, 6);
  const files: Record<string, string | Uint8Array> = {};
  for (let i = 0; i < 170; i++) files[`texts/${i % 7}/story-${i}.txt`] = story(next, shared, i);
  // A copy of a whole document under another name.
  for (let i = 0; i < 8; i++) files[`copies/${i}.txt`] = files[`texts/${(i * 3) % 7}/story-${i * 3}.txt`]!;
  for (let i = 0; i < 4; i++) files[`pages/${i}.html`] = page(next, shared);
  for (let i = 0; i < 10; i++) files[`lines/${i}.jsonl`] = jsonLines(next, shared, i);
  return { ...files, ...failing(next) };
}

function story(next: (below: number) => number, shared: readonly string[], i: number): string {
  const body = paragraphs(next, 3 + (i % 4));
  if (i % 5 === 0) body.splice(1, 0, shared[i % shared.length]!);
  if (i % 6 === 0) body[0] += ` The <a href="/x-${i}" title="Read more">old bridge</a> was closed.`;
  if (i % 9 === 0) body.push("Back to top button");
  if (i % 11 === 0) body.push("It went on until the \u2026");
  return body.join(i % 8 === 0 ? "\r\n\r\n" : "\n\n");
}

function page(next: (below: number) => number, shared: readonly string[]): string {
  const body = [...paragraphs(next, 5), shared[0]!].map((text) => `<p>${text}</p>`).join("\n");
  return `<!doctype html><title>A page about ferries</title><nav><a href="/">Home</a></nav><article>${body}</article>`;
}

function jsonLines(next: (below: number) => number, shared: readonly string[], i: number): string {
  const lines = Array.from({ length: 12 }, (_, n) => {
    const text = [...paragraphs(next, 3), shared[(i + n) % shared.length]!].join("\n\n");
    // Ids repeat within a file and from file to file.
    return JSON.stringify({ id: `id-${n % 9}`, text: n === 4 ? `${text}\u2028${sentence(next)}` : text });
  });
  lines.splice(5, 0, '{"text": "cut off', "", '{"id": "no text here"}', JSON.stringify({ text: shared[1] }));
  return `${lines.join("\n")}\n`;
}

function failing(next: (below: number) => number): Record<string, string | Uint8Array> {
  return {
    "bad/empty.txt": "",
    "bad/blank.txt": " \n\t\n",
    "bad/blank.jsonl": "\n\n",
    "bad/picture.png": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    "bad/noise.txt": Uint8Array.from({ length: 4000 }, () => next(256)),
    "bad/broken.json": '{"text": ',
  };
}
