import { existsSync } from "node:fs";
import { listSets } from "./extract/list-sets.ts";
import { hostDocuments, hostsOf, VARIANTS } from "./learn/host-documents.ts";
import { measureHost, noLearning, precisionAdded, WAYS } from "./learn/measure-learning.ts";
import { ratesOf } from "./noise/noise-counts.ts";

/** Hosts of fewer pages teach nothing. */
const LEAST_PAGES = 5;
const SETS = ["wcxb-dev", "fundus-dev", "trafilatura-dev", "cleaneval-dev"];
const [folder] = process.argv.slice(2);

if (folder === undefined || !existsSync(folder)) {
  console.log("npm run bench:learn -- <folder>: there are no pages to measure on");
} else {
  for (const { name, open } of listSets(folder).filter(({ name }) => SETS.includes(name))) {
    const hosts = hostsOf(open(), LEAST_PAGES);
    console.log(`${name}: ${hosts.size} hosts of ${LEAST_PAGES} pages or more`);
    if (hosts.size === 0) continue;
    console.log("| documents | way | recall of furniture lines | precision | … of what it adds | letters lost |");
    console.log("|---|---|--:|--:|--:|--:|");
    for (const variant of VARIANTS) {
      const counts = noLearning();
      for (const [host, pages] of hosts) measureHost(host, hostDocuments(variant, pages), counts);
      for (const way of WAYS) {
        const { recall, precision, lost } = ratesOf(counts.ways[way]);
        const added = precisionAdded(counts.ways.alone, counts.ways[way]);
        const figures = [ratio(recall), ratio(precision), ratio(added), `${(100 * lost).toFixed(3)} %`];
        console.log(`| ${variant} (${counts.ways[way].documents}) | ${way} | ${figures.join(" | ")} |`);
      }
      console.log(`| | ${(counts.bytes / counts.lines).toFixed(1)} bytes of facts a line | | | |`);
    }
  }
}

function ratio(share: number): string {
  return Number.isNaN(share) ? "–" : share.toFixed(3);
}
