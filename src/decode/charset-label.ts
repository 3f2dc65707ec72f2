/** Names in use that the WHATWG Encoding Standard has no label for, some of them a superset's; reduced to `[a-z0-9]`. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ...{
    cp932: "shift_jis",
    ms932: "shift_jis",
    shiftjis2004: "shift_jis",
    eucjis2004: "euc-jp",
    iso2022jp2: "iso-2022-jp",
  },
  ...{ cp936: "gbk", cp949: "euc-kr", ms949: "euc-kr", uhc: "euc-kr", cp950: "big5", big5hkscs: "big5" },
  ...{ cp874: "windows-874", macroman: "macintosh", maccyrillic: "x-mac-cyrillic", utf8mb4: "utf-8" },
};

/** `charset=…` in a media type, with or without quotes. */
const PARAMETER = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i;

/**
 * The WHATWG name, in lower case, of an encoding as people write it: a label, or a whole media type such as
 * `text/html; charset=koi8-r`. None for what names no encoding that can be decoded.
 */
export function charsetLabel(stated: string | undefined): string | undefined {
  if (stated === undefined) return undefined;
  const label = (charsetParameter(stated) ?? stated).replace(/["']/g, "").trim();
  return encodingOf(label) ?? encodingOf(OTHER_NAMES[label.toLowerCase().replace(/[^a-z0-9]/g, "")]);
}

/** The `charset` parameter of a media type, as written. */
export function charsetParameter(mediaType: string): string | undefined {
  const [, double, single, bare] = PARAMETER.exec(mediaType) ?? [];
  return double ?? single ?? bare;
}

function encodingOf(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
