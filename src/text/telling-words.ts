/** Words that deny, in the languages of the packs, folded. Words that contract, as in isn't, end in a word t. */
export const NEGATIONS: readonly string[] = [
  "not no never none nobody nothing neither nor nowhere without cannot t",
  "nunca jamás nadie nada ningún ninguno ninguna tampoco sin não jamais ninguém nenhum nenhuma sem",
  "ne n pas rien personne aucun aucune sans ni non mai nessuno nessuna niente nulla senza né",
  "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne niet geen nooit niets zonder",
  "не нет ни никогда никто ничего без ні немає ніколи ніхто нічого nigdy nikt nic żaden bez nikdy nikdo žádný není",
  "değil yok hiç asla لا لم لن ليس ليست غير بدون نه نیست هرگز هیچ לא אין אל בלי نہیں نہ بغیر नहीं मत बिना না নেই",
  "tidak bukan jangan tanpa belum không chưa chẳng δεν δε μη μην ούτε χωρίς",
  "inte ej aldrig ingen inget utan ikke intet uden aldri uten ei eivät älä ilman nu niciodată nimeni nimic fără",
  "nem soha senki semmi nincs sincs nélkül 안 못 아니 아닌 없는 없이 없다 不 没 無 无 未 非 否",
].flatMap((words) => words.split(" "));

/** Words behind a number that say what it counts, folded. */
export const UNITS: readonly string[] = [
  "km m cm mm mi ft kg g mg lb lbs oz l ml gb mb tb kw mw gw c f °",
  "percent per pct prozent procent procento процент процентов por pour",
  "hundred thousand million millions billion billions trillion trillions mio mrd bn mn",
  "millionen milliarde milliarden millón millones millón mil milhão milhões bilhão bilhões milliard milliards milione milioni",
  "miljoen miljard млн млрд тыс миллион миллионов миллиард миллиардов milion milionów miliard miliardów milyon milyar",
  "万 億 亿 千 百 兆 만 억 조",
  "dollar dollars euro euros pound pounds yen yuan rupee rupees rubles peso pesos dólares euros franken francs kronor kroner",
  "second seconds minute minutes hour hours day days week weeks month months year years",
].flatMap((words) => words.split(" "));
