import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metaCharset } from "../../src/decode/meta-charset.ts";

const declared = (head: string): string | undefined => metaCharset(Buffer.from(head, "latin1"));

describe("metaCharset", () => {
  it.each([
    ["charset", '<meta charset="KOI8-R">', "koi8-r"],
    ["no quotes and a slash", "<meta charset=koi8-r/>", undefined],
    ["no quotes", "<meta charset=koi8-r >", "koi8-r"],
    ["spaces around the sign", "<META\n CharSet = 'koi8-r'>", "koi8-r"],
    ["http-equiv before content", '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"],
    ["content before http-equiv", "<meta content='text/html;charset=koi8-r' http-equiv=content-type>", "koi8-r"],
    ["quotes in content", `<meta http-equiv=content-type content='text/html; charset="koi8-r"'>`, "koi8-r"],
    ["another meta first", '<meta name="description" content="charset=big5"><meta charset=koi8-r>', "koi8-r"],
    ["an unknown label first", "<meta charset=klingon><meta charset=koi8-r>", "koi8-r"],
    ["the same attribute twice", "<meta charset=koi8-r charset=big5>", "koi8-r"],
    ["a comment before", "<!-- <meta charset=big5> --><meta charset=koi8-r>", "koi8-r"],
    ["the shortest comment before", "<!--><meta charset=koi8-r>-->", "koi8-r"],
    ["a doctype and a closing tag before", "<!DOCTYPE html></p><meta charset=koi8-r>", "koi8-r"],
    ["a sign inside an attribute before", '<html data-x="a > b"><meta charset=koi8-r>', "koi8-r"],
    ["an attribute that looks like one before", `<p title='<meta charset="big5">'><meta charset=koi8-r>`, "koi8-r"],
    ["an alias that the standard lacks", "<meta charset=cp932>", "shift_jis"],
    ["UTF-16", "<meta charset=utf-16le>", "utf-8"],
    ["an XML declaration", '<?xml version="1.0" encoding="koi8-r"?><html>', "koi8-r"],
    ["an XML declaration with single quotes", "<?xml version='1.0'  encoding = 'koi8-r' ?>", "koi8-r"],
    ["a meta beside an XML declaration", '<?xml version="1.0" encoding="big5"?><meta charset=koi8-r>', "koi8-r"],
    ["an XML declaration of UTF-16", '<?xml version="1.0" encoding="utf-16"?>', "utf-8"],
    ["a meta after the first 1024 bytes", `${" ".repeat(1024)}<meta charset=koi8-r>`, undefined],
    ["content without the pragma", '<meta content="text/html; charset=koi8-r">', undefined],
    ["content of another pragma", '<meta http-equiv="refresh" content="0; url=/?charset=koi8-r">', undefined],
    ["a meta in a comment without end", "<!-- <meta charset=koi8-r>", undefined],
    ["a meta in a comment that looks closed", "<!-- a > <meta charset=koi8-r> -->", undefined],
    ["another element", "<metal charset=koi8-r><script charset=koi8-r>", undefined],
    ["an XML declaration further down", ' <?xml version="1.0" encoding="koi8-r"?>', undefined],
    ["an XML declaration without encoding", '<?xml version="1.0"?><p encoding="koi8-r">', undefined],
    ["nothing", "", undefined],
  ])("reads %s", (_, head, charset) => {
    expect(declared(head)).toBe(charset);
  });

  it("never throws", () => {
    const part = fc.constantFrom("<meta ", "charset", "=", '"', "'", ">", "<!--", "-->", "/", "content", "koi8-r", " ");
    fc.assert(fc.property(fc.array(part), (parts) => void declared(parts.join(""))));
  });
});
