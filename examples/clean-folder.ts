/** The library: cleans a folder document by document, and tells what it took away most. `node examples/clean-folder.ts seeds` */
import { clean, read } from "../src/index.ts";

const folder = process.argv[2] ?? "seeds";
const taken = new Map<string, number>();
let documents = 0;
for await (const { document, ledger, failure } of clean(read(folder))) {
  if (failure) {
    console.error(`${failure.path}: ${failure.message}`);
    continue;
  }
  documents++;
  for (const { rule, text } of ledger) taken.set(rule, (taken.get(rule) ?? 0) + text.length);
  console.log(`${document.title ?? document.id} | ${document.source.path} | ${document.text.length}`);
}
console.log(`${documents} documents`);
for (const [rule, characters] of [...taken].sort((a, b) => b[1] - a[1]).slice(0, 3))
  console.log(`${rule}: ${characters}`);
