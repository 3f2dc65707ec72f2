/** Bytes of every character that an encoding can write, found by decoding all that its decoder reads. */
const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/**
 * Text as bytes of a legacy encoding of the WHATWG Encoding Standard. What the encoding cannot write is left out, but
 * curly quotes and dashes become straight, as authors of their day wrote them.
 */
export function encodeText(text: string, charset: string): Uint8Array {
  if (charset === "iso-2022-jp") return encodeIso2022Jp(text);
  const table = tables.get(charset) ?? readTable(charset);
  tables.set(charset, table);
  const bytes: number[] = [];
  for (const character of text) bytes.push(...(table.get(character) ?? table.get(plainForm(character)) ?? []));
  return Uint8Array.from(bytes);
}

function readTable(charset: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(charset, { fatal: true });
  const learn = (...bytes: number[]): boolean => {
    let character: string;
    try {
      character = decoder.decode(Uint8Array.from(bytes));
    } catch {
      return false;
    }
    if ([...character].length === 1 && !table.has(character)) table.set(character, bytes);
    return true;
  };
  for (let lead = 0; lead < 256; lead++) {
    if (learn(lead) || lead < 0x80) continue;
    for (let trail = 0x30; trail < 256; trail++) learn(lead, trail);
  }
  return table;
}

function plainForm(character: string): string {
  if (/[‘’]/.test(character)) return "'";
  if (/[“”„«»]/.test(character)) return '"';
  return /[–—]/.test(character) ? "-" : character;
}

/** Its double-byte characters are those of EUC-JP with the high bits off, between two escape sequences. */
function encodeIso2022Jp(text: string): Uint8Array {
  const bytes: number[] = [];
  let wide = false;
  for (const character of text) {
    const euc = encodeText(character, "euc-jp");
    if (euc.length === 0) continue;
    if (euc.length > 1 !== wide) bytes.push(...(wide ? [0x1b, 0x28, 0x42] : [0x1b, 0x24, 0x42]));
    wide = euc.length > 1;
    bytes.push(...euc.map((byte) => byte & 0x7f));
  }
  return Uint8Array.from(wide ? [...bytes, 0x1b, 0x28, 0x42] : bytes);
}
