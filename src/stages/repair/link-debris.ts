import { type Block, holds } from "../../core/block.ts";
import type { Document } from "../../core/document.ts";
import { type Edit, replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { type DebrisSite, findDebris } from "../../text/attribute-debris.ts";
import { showsCode } from "../../text/code.ts";
import { AMPERSAND, GREATER } from "../../text/marks.ts";
import { slugOf } from "../../text/slug.ts";

const debris: Rule = defineRule({
  id: "repair/link-debris",
  summary: "what is left of a link whose markup a plugin broke: slug, attributes and bracket before the link's words",
  changes: [
    {
      input: 'The ferry left marrowby/" class="auto-internal-link">Marrowby at noon.',
      output: "The ferry left Marrowby at noon.",
    },
    {
      input: 'Again, quay-to-open/" class="smart-link" title="The quay to open">internal-link">Ellery waited for rain.',
      output: "Again, Ellery waited for rain.",
    },
    {
      input: "They met at harbour/&quot; rel=&quot;tag&quot;>the harbour on Monday.",
      output: "They met at the harbour on Monday.",
    },
    {
      input: "They met at harbour/&#8221; rel=&#8221;tag&#8221;&gt;the harbour on Monday.",
      output: "They met at the harbour on Monday.",
    },
  ],
  leavesAlone: [
    'Set <a class="btn" href="/start">start</a> in the template and reload.',
    'The attribute reads href="start" class="btn">, and nothing follows it.',
    'She said "no" and left; 4 > 3, as everybody knows.',
  ],
});

const weak: Rule = defineRule({
  id: "repair/link-remnant",
  summary: "the end of a link's address with its quote and bracket, before words that the address itself repeats",
  changes: [
    { input: 'The road to /places/marrowby">Marrowby was closed.', output: "The road to Marrowby was closed." },
    {
      input: `Quay at Port Ellery to Stay Shut\n\nThe quay-at-port-ellery-to-stay-shut">harbour was quiet on Monday.`,
      output: "Quay at Port Ellery to Stay Shut\n\nThe harbour was quiet on Monday.",
    },
  ],
  leavesAlone: ['The prompt was C:\\temp"> and then the cursor.', 'He typed foo">bar into the box.'],
});

/** UTF-16 code units. */
const LONGEST_TITLE = 250;

/** Takes link-injection debris out until none is left; the link's words stay. */
export const linkDebris: DocumentStage = {
  name: "link-debris",
  rules: [debris, weak],
  cap: 0.95,
  // Each round undoes one link within another; nobody has seen them deeper than three.
  rounds: 8,
  *plan(document) {
    for (const block of document.blocks) {
      if (block.kind === "code" || !holds(block, GREATER | AMPERSAND)) continue;
      const sites = [...findDebris(block.text)];
      if (sites.length === 0) continue;
      const guarded = showsCode(block.text);
      for (const site of sites) {
        const rule = judge(site, block, document, guarded);
        if (rule) yield unwrap(block, site, rule);
      }
    }
  },
};

function judge(site: DebrisSite, block: Block, document: Document, guarded: boolean): Rule | undefined {
  if (guarded) return undefined;
  if (site.attributes > 0) return debris;
  return isProven(site, block, document) ? weak : undefined;
}

/** The weak form has no attribute to know it by: the address must repeat the link's words or end the title's slug. */
function isProven(site: DebrisSite, block: Block, document: Document): boolean {
  const tail = block.text.slice(site.start, site.quote).replace(/(?<!\/)\/+$/, "");
  const segment = tail.slice(tail.lastIndexOf("/") + 1).toLowerCase();
  if (segment.length < 3) return false;
  const after = slugOf(block.text.slice(site.end, site.end + segment.length + 20));
  if (after === segment || after.startsWith(`${segment}-`)) return true;
  return segment.includes("-") && slugOf(likelyTitle(document)).endsWith(segment);
}

/** Titles are lifted after the repairs, so an unlifted one still stands first. */
function likelyTitle({ metadata, blocks }: Document): string {
  return metadata.title ?? blocks[0]?.text.slice(0, LONGEST_TITLE) ?? "";
}

function unwrap(block: Block, site: DebrisSite, rule: Rule): Edit {
  return replaceWithin(block, site.start, site.end, "", rule);
}
