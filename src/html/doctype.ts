/**
 * Public identifiers of the document types for which browsers keep old faults (quirks mode), by owner; from the list in
 * HTML's section on the initial insertion mode. They are the beginnings of identifiers, in lower case.
 */
const QUIRKS: Readonly<Record<string, string>> = {
  "+//silmaril": "html pro v0r11 19970101",
  "-//as": "html 3.0 aswedit + extensions",
  "-//advasoft ltd": "html 3.0 aswedit + extensions",
  "-//ietf":
    "html 2.0 level 1|html 2.0 level 2|html 2.0 strict level 1|html 2.0 strict level 2|html 2.0 strict|html 2.0|" +
    "html 2.1e|html 3.0|html 3.2 final|html 3.2|html 3|html level 0|html level 1|html level 2|html level 3|" +
    "html strict level 0|html strict level 1|html strict level 2|html strict level 3|html strict|html",
  "-//metrius": "metrius presentational",
  "-//microsoft":
    "internet explorer 2.0 html strict|internet explorer 2.0 html|internet explorer 2.0 tables|" +
    "internet explorer 3.0 html strict|internet explorer 3.0 html|internet explorer 3.0 tables",
  "-//netscape comm. corp.": "html|strict html",
  "-//o'reilly and associates": "html 2.0|html extended 1.0|html extended relaxed 1.0",
  "-//sq": "html 2.0 hotmetal + extensions",
  "-//spyglass": "html 2.0 extended",
  "-//sun microsystems corp.": "hotjava html|hotjava strict html",
  "-//w3c":
    "html 3 1995-03-24|html 3.2 draft|html 3.2 final|html 3.2|html 3.2s draft|html 4.0 frameset|" +
    "html 4.0 transitional|html experimental 19960712|html experimental 970421|w3 html",
  "-//w3o": "w3 html 3.0",
  "-//webtechs": "mozilla html 2.0|mozilla html",
};
const PREFIXES = Object.entries(QUIRKS).flatMap(([owner, types]) =>
  types.split("|").map((type) => `${owner}//dtd ${type}//`),
);
PREFIXES.push("-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//");
PREFIXES.push("-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//");
const WITHOUT_SYSTEM = ["-//w3c//dtd html 4.01 frameset//", "-//w3c//dtd html 4.01 transitional//"];
const WHOLE = new Set(["-//w3o//dtd w3 html strict 3.0//en//", "-/w3c/dtd html 4.0 transitional/en", "html"]);
const SYSTEM = "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd";

const DOCTYPE = /^\s*([^\s>]*)\s*(?:(public)\s*(?:"([^">]*)"|'([^'>]*)')\s*|(system)\s*)?(?:"([^">]*)"|'([^'>]*)')?/i;

/** Whether a page whose document type is declared so (all between `<!doctype` and `>`) is read in quirks mode. */
export function isQuirky(declaration: string): boolean {
  const [, name = "", isPublic, double, single, , system, systemSingle] = DOCTYPE.exec(declaration) ?? [];
  if (name.toLowerCase() !== "html") return true;
  const systemId = (system ?? systemSingle)?.toLowerCase();
  if (systemId === SYSTEM) return true;
  if (!isPublic) return false;
  const publicId = (double ?? single ?? "").toLowerCase();
  if (WHOLE.has(publicId) || PREFIXES.some((prefix) => publicId.startsWith(prefix))) return true;
  return systemId === undefined && WITHOUT_SYSTEM.some((prefix) => publicId.startsWith(prefix));
}
