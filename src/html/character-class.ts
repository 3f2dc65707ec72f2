/** Tab, line feed, form feed, carriage return and space: what HTML calls white space. */
export function isSpace(unit: number): boolean {
  return unit <= 32 && (unit === 32 || unit === 10 || unit === 9 || unit === 13 || unit === 12);
}

export function isLetter(unit: number): boolean {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122;
}

/** Lower case of ASCII letters only, as HTML compares names. */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** A table with a 1 for every unit of `units`. */
export function unitTable(units: string): Uint8Array {
  const table = new Uint8Array(2 ** 16);
  for (let i = 0; i < units.length; i++) table[units.charCodeAt(i)] = 1;
  return table;
}
