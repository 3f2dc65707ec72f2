import fc, { type Arbitrary } from "fast-check";
import { expect, it } from "vitest";
import { cleanText } from "../../src/index.ts";

/** Words, what parts them and what ends a sentence, in several scripts. */
const SCRIPTS: readonly (readonly [words: string, space: string, stop: string])[] = [
  ["the miller kept his wheel while nobody watched news share email print name reply comment", " ", "."],
  ["der Müller hielt sein Rad während niemand zusah Anzeige Größe", " ", "."],
  ["le meunier gardait sa roue tandis que l’été passait", " ", " !"],
  ["мельник берёг колесо пока никто не смотрел", " ", "."],
  ["ο μυλωνάς κρατούσε τον τροχό ενώ κανείς δεν κοιτούσε", " ", ";"],
  ["الطحان حفظ العجلة بينما لم يراقب أحد إعلان", " ", "؟"],
  ["הטוחן שמר על הגלגל בזמן שאיש לא הביט", " ", "."],
  ["चक्की वाला पहिया संभालता रहा जब कोई नहीं देख रहा था", " ", "।"],
  ["水車 小屋 番人 誰も 見て いない 間", "", "。"],
  ["磨坊 主人 看守 轮子 没有 人 看见 广告", "", "。"],
  ["방앗간 주인은 아무도 보지 않는 동안 바퀴를 지켰다", " ", "."],
];

const sentence: Arbitrary<string> = fc
  .tuple(fc.constantFrom(...SCRIPTS), fc.array(fc.nat(), { minLength: 24, maxLength: 36 }))
  .map(([[words, space, stop], picks]) => {
    const list = words.split(" ");
    return picks.map((pick) => list[pick % list.length]).join(space) + stop;
  });
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(" "));

it("comes out as it went in, in every script", () => {
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
      const text = paragraphs.join("\n\n");
      expect(cleanText(text)).toMatchObject({ text, ledger: [], flags: [] });
    }),
    { numRuns: 3000 },
  );
});
