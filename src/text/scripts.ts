const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Grek: /\p{Script=Greek}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Beng: /\p{Script=Bengali}/gu,
  Thai: /\p{Script=Thai}/gu,
  Hans: /\p{Script=Han}/gu,
  Hant: /\p{Script=Han}/gu,
  Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Kore: /[\p{Script=Hangul}\p{Script=Han}]/gu,
};

/** Whether a third of the letters are of a script (ISO 15924); of one that is not listed nothing is said. */
export function isWrittenIn(text: string, script: string | undefined): boolean {
  const letters = SCRIPTS[script ?? ""];
  if (!letters) return true;
  return (text.match(letters)?.length ?? 0) * 3 >= (text.match(/\p{L}/gu)?.length ?? 0);
}
