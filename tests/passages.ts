/** A passage of a language, and the legacy encodings its pages were written in, most usual first. */
export interface Passage {
  readonly lang: string;
  readonly charsets: readonly string[];
  readonly text: string;
}

/** The same small story in many languages, in the project's own words. */
export const PASSAGES: readonly Passage[] = [
  passage(
    "en",
    "windows-1252 iso-8859-1",
    "The baker’s café opens before dawn. “We start at three,” says Zoë, who has kneaded dough here for forty years – and never once overslept. The harbour is still dark when the first loaves come out, and the fishermen pay £2 for them.",
  ),
  passage(
    "fr",
    "windows-1252 iso-8859-15 macintosh",
    "La boulangerie ouvre avant l’aube. « Nous commençons à trois heures », dit Zoé, qui pétrit la pâte ici depuis quarante années et ne s’est jamais réveillée en retard. Le port est encore plongé dans l’obscurité quand les premières miches sortent du four.",
  ),
  passage(
    "de",
    "windows-1252 iso-8859-15 macintosh",
    "Die Bäckerei öffnet, bevor es hell wird. „Wir fangen um drei Uhr an“, erzählt Zoë, die hier seit vierzig Jahren Teig knetet und noch nie verschlafen hat. Über dem Hafen liegt noch Dunkelheit, wenn die ersten Brote heiß aus dem Ofen kommen.",
  ),
  passage(
    "es",
    "windows-1252 iso-8859-15",
    "La panadería abre antes del amanecer. «Empezamos a las tres de la mañana», dice Zoe, que lleva cuarenta años amasando aquí y jamás se quedó dormida. El puerto está todavía a oscuras cuando salen del horno los primeros panes, y los pescadores también están allí.",
  ),
  passage(
    "pt",
    "windows-1252 iso-8859-15",
    "A padaria abre antes do amanhecer. “Começamos às três da manhã”, diz Zoé, que amassa o pão aqui há quarenta anos e nunca dormiu demais. O porto ainda está às escuras quando os primeiros pães saem do forno, e os pescadores já estão à espera.",
  ),
  passage(
    "it",
    "windows-1252 iso-8859-15",
    "Il forno apre prima dell’alba. «Cominciamo alle tre», dice Zoe, che impasta qui da quarant’anni e non si è mai svegliata tardi. Il porto è ancora buio quando escono le prime pagnotte, perché la città dormirà più a lungo dei pescatori.",
  ),
  passage(
    "nl",
    "windows-1252 iso-8859-15",
    "De bakkerij gaat open voordat het licht wordt. ‘We beginnen om drie uur’, zegt Zoë, die hier al veertig jaar deeg kneedt en zich nog nooit heeft verslapen. De haven is nog donker als de eerste broden uit de oven komen, en één visser betaalt met oude munten.",
  ),
  passage(
    "sv",
    "windows-1252 iso-8859-15",
    "Bageriet öppnar före gryningen. ”Vi börjar klockan tre”, säger Zoë, som har knådat deg här i fyrtio år och aldrig har försovit sig. Hamnen ligger ännu mörk när de första bröden kommer ut ur ugnen, och fiskarna står redan där och väntar på sina limpor.",
  ),
  passage(
    "da",
    "windows-1252 iso-8859-15",
    "Bageriet åbner, før det bliver lyst. »Vi begynder klokken tre,« siger Zoë, som har æltet dej her i fyrre år og aldrig har sovet over sig. Havnen ligger stadig mørk, når de første brød kommer ud af ovnen, og fiskerne står allerede og venter.",
  ),
  passage(
    "nb",
    "windows-1252 iso-8859-15",
    "Bakeriet åpner før det blir lyst. «Vi begynner klokka tre», sier Zoë, som har knadd deig her i førti år og aldri har forsovet seg. Havna ligger fortsatt mørk når de første brødene kommer ut av ovnen, og fiskerne står allerede og venter på dem.",
  ),
  passage(
    "fi",
    "windows-1252 iso-8859-15",
    "Leipomo avaa ovensa ennen aamunkoittoa. ”Aloitamme kolmelta”, sanoo Zoë, joka on vaivannut täällä taikinaa neljäkymmentä vuotta eikä ole koskaan nukkunut pommiin. Satama on vielä pimeä, kun ensimmäiset leivät tulevat uunista ja kalastajat jo odottavat niitä.",
  ),
  passage(
    "pl",
    "windows-1250 iso-8859-2",
    "Piekarnia otwiera się przed świtem. „Zaczynamy o trzeciej”, mówi Zofia, która od czterdziestu lat wyrabia tu ciasto i jeszcze nigdy nie zaspała. Port jest jeszcze ciemny, gdy z pieca wychodzą pierwsze bochenki, a rybacy już czekają, żeby je kupić.",
  ),
  passage(
    "cs",
    "windows-1250 iso-8859-2",
    "Pekárna otevírá ještě před úsvitem. „Začínáme ve tři hodiny ráno,“ říká Žofie, která tu už čtyřicet let hněte těsto a ještě nikdy nezaspala. Přístav je ještě tmavý, když z pece vyjdou první bochníky, a rybáři už na ně čekají přede dveřmi.",
  ),
  passage(
    "sk",
    "windows-1250 iso-8859-2",
    "Pekáreň otvára ešte pred úsvitom. „Začíname o tretej ráno,“ hovorí Žofia, ktorá tu už štyridsať rokov miesi cesto a ešte nikdy nezaspala. Prístav je ešte tmavý, keď z pece vychádzajú prvé bochníky, a rybári už na ne čakajú predo dvermi.",
  ),
  passage(
    "hu",
    "windows-1250 iso-8859-2",
    "A pékség még hajnal előtt kinyit. „Három órakor kezdünk” – mondja Zsófi, aki negyven éve gyúrja itt a tésztát, és még sohasem aludt el. A kikötő még sötét, amikor az első kenyerek kikerülnek a kemencéből, és a halászok már várják őket az ajtó előtt.",
  ),
  passage(
    "ro",
    "windows-1250 iso-8859-2",
    "Brutăria se deschide înainte de răsărit. „Începem la ora trei”, spune Zoe, care frământă aluatul aici de patruzeci de ani şi nu a dormit niciodată prea mult. Portul este încă întunecat când ies din cuptor primele pâini, iar pescarii aşteaptă deja în faţa uşii.",
  ),
  passage(
    "hr",
    "windows-1250 iso-8859-2",
    "Pekara se otvara prije zore. „Počinjemo u tri sata”, kaže Zoja, koja ovdje već četrdeset godina mijesi tijesto i nikada se nije uspavala. Luka je još mračna kada iz peći izađu prvi kruhovi, a ribari već čekaju pred vratima da ih kupe za djecu i kuću.",
  ),
  passage(
    "lt",
    "windows-1257 iso-8859-13",
    "Kepykla atidaroma dar prieš aušrą. „Pradedame trečią valandą“, – sako Zoja, kuri čia jau keturiasdešimt metų minko tešlą ir dar niekada nepramiegojo. Uostas dar tamsus, kai iš krosnies ištraukiami pirmieji kepalai, o žvejai jau laukia prie durų.",
  ),
  passage(
    "lv",
    "windows-1257 iso-8859-13",
    "Maizes ceptuve tiek atvērta vēl pirms rītausmas. “Mēs sākam trijos,” saka Zoja, kura šeit jau četrdesmit gadus mīca mīklu un vēl nekad nav aizgulējusies. Osta vēl ir tumša, kad no krāsns iznāk pirmie kukuļi, un zvejnieki jau gaida pie durvīm.",
  ),
  passage(
    "et",
    "windows-1257 iso-8859-15",
    "Pagariäri avatakse enne koitu. „Me alustame kell kolm,“ ütleb Zoja, kes on siin nelikümmend aastat tainast sõtkunud ega ole kunagi sisse maganud. Sadam on veel pime, kui esimesed leivad ahjust välja tulevad, ja kalurid juba ootavad ukse ees.",
  ),
  passage(
    "tr",
    "windows-1254 iso-8859-9",
    "Fırın gün ağarmadan açılır. “Saat üçte başlıyoruz” diyor Zeynep; kırk yıldır burada hamur yoğuruyor ve hiç uyuyakalmamış. İlk ekmekler fırından çıktığında liman hâlâ karanlıktır, balıkçılar ise çoktan kapının önünde sıcak ekmek beklemeye başlamıştır.",
  ),
  passage(
    "ru",
    "windows-1251 koi8-r iso-8859-5 ibm866 x-mac-cyrillic",
    "Пекарня открывается ещё до рассвета. «Мы начинаем в три часа», – говорит Зоя, которая уже сорок лет месит здесь тесто и ни разу не проспала. В гавани ещё темно, когда из печи достают первые буханки, а рыбаки уже ждут у дверей.",
  ),
  passage(
    "uk",
    "windows-1251 koi8-u iso-8859-5",
    "Пекарня відчиняється ще до світанку. «Ми починаємо о третій годині», – каже Зоя, яка вже сорок років місить тут тісто й жодного разу не проспала. У гавані ще темно, коли з печі виймають перші буханці, а рибалки вже чекають біля дверей.",
  ),
  passage(
    "bg",
    "windows-1251 iso-8859-5",
    "Пекарната отваря още преди зазоряване. „Започваме в три часа“, казва Зоя, която вече четиридесет години меси тук тесто и нито веднъж не се е успала. Пристанището е още тъмно, когато от пещта излизат първите хлябове, а рибарите вече чакат пред вратата.",
  ),
  passage(
    "sr",
    "windows-1251 iso-8859-5",
    "Пекара се отвара пре зоре. „Почињемо у три сата“, каже Зоја, која овде већ четрдесет година меси тесто и никада се није успавала. Лука је још мрачна када из пећи изађу први хлебови, а рибари већ чекају пред вратима да их купе.",
  ),
  passage(
    "el",
    "windows-1253 iso-8859-7",
    "Ο φούρνος ανοίγει πριν από την αυγή. «Ξεκινάμε στις τρεις», λέει η Ζωή, που ζυμώνει εδώ σαράντα χρόνια και δεν άργησε ποτέ να ξυπνήσει. Το λιμάνι είναι ακόμη σκοτεινό όταν βγαίνουν τα πρώτα καρβέλια, και οι ψαράδες περιμένουν ήδη στην πόρτα.",
  ),
  passage(
    "he",
    "windows-1255 iso-8859-8",
    'המאפייה נפתחת עוד לפני עלות השחר. "אנחנו מתחילים בשלוש", אומרת זואי, שלשה כאן בצק כבר ארבעים שנה ומעולם לא איחרה לקום. הנמל עדיין חשוך כאשר הכיכרות הראשונות יוצאות מן התנור, והדייגים כבר ממתינים ליד הדלת.',
  ),
  passage(
    "ar",
    "windows-1256 iso-8859-6",
    "يفتح المخبز أبوابه قبل الفجر. تقول زوي التي تعجن هنا منذ أربعين عاما ولم تتأخر يوما عن عملها: نبدأ في الساعة الثالثة. لا يزال الميناء مظلما عندما تخرج الأرغفة الأولى من الفرن، والصيادون ينتظرون عند الباب منذ وقت طويل.",
  ),
  passage(
    "th",
    "windows-874",
    "ร้านขนมปังเปิดก่อนฟ้าสาง โซอี้ซึ่งนวดแป้งอยู่ที่นี่มาสี่สิบปีและไม่เคยตื่นสายเลยเล่าว่า เราเริ่มงานตั้งแต่ตีสาม ท่าเรือยังมืดอยู่เมื่อขนมปังก้อนแรกออกจากเตา และชาวประมงก็มายืนรออยู่ที่หน้าประตูแล้ว",
  ),
  passage(
    "ja",
    "shift_jis euc-jp iso-2022-jp",
    "パン屋は夜明け前に店を開ける。「三時から始めます」と、四十年間ここで生地をこね、一度も寝坊したことのないゾエさんは話す。最初のパンが窯から出てくるころ、港はまだ暗く、漁師たちはもう戸口で待っている。",
  ),
  passage(
    "zh-Hans",
    "gbk gb18030",
    "面包店在天亮之前就开门。“我们三点钟开始干活。”在这里揉了四十年面团、从来没有睡过头的佐伊说。第一批面包出炉的时候，港口还是一片漆黑，渔民们已经在门口等着了，他们每天都要带几个热面包出海。",
  ),
  passage(
    "zh-Hant",
    "big5",
    "麵包店在天亮之前就開門。「我們三點鐘開始工作。」在這裡揉了四十年麵團、從來沒有睡過頭的佐伊說。第一批麵包出爐的時候，港口還是一片漆黑，漁民們已經在門口等著了，他們每天都要帶幾個熱麵包出海。",
  ),
  passage(
    "ko",
    "euc-kr",
    "빵집은 동이 트기 전에 문을 연다. 사십 년 동안 이곳에서 반죽을 치대 왔고 한 번도 늦잠을 잔 적이 없는 조이 씨는 “우리는 세 시에 시작해요”라고 말한다. 첫 빵이 화덕에서 나올 때 항구는 아직 어둡고, 어부들은 벌써 문 앞에서 기다리고 있다.",
  ),
];

function passage(lang: string, charsets: string, text: string): Passage {
  return { lang, charsets: charsets.split(" "), text };
}
