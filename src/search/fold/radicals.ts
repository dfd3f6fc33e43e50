/**
 * Radicals and strokes, which some PDFs hand out in place of characters: their
 * unified ideographs (Unicode's property EquivalentUnifiedIdeograph, UAX #38). The
 * Kangxi radicals (U+2F00 on) are not here, for NFKC folds them.
 */

/** The ideographs of a block in order; an ideographic space where a sign has none. */
const BLOCKS: readonly (readonly [first: number, ideographs: string])[] = [
  [
    0x2e80,
    '　厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵　旡日月歺母民氵氺灬爫爫' +
      '丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车' +
      '辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜' +
      '亀龟',
  ],
  [0x31c0, '　　　　　　𠃌　　　　　　　　乀一丨丿丿丶𠃍乛𠃊𠃎𠄌亅𡿨𠃋乀𠃑乚乙𠄎　　'],
];

export const RADICALS: ReadonlyMap<string, string> = new Map(
  BLOCKS.flatMap(([first, ideographs]) =>
    [...ideographs].flatMap((ideograph, i): [string, string][] =>
      ideograph === '\u3000' ? [] : [[String.fromCodePoint(first + i), ideograph]],
    ),
  ),
);
