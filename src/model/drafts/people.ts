/** People as a note prints them: who is named, in which parts, and what they did. */
import type { Name } from '../sources/name.ts';

/** Who a note names before a title. */
export interface People {
  names: Name[];
  role: 'author' | 'editor' | 'translator';
  /** Whether it says that there are more: etc., et al., 等. */
  others: boolean;
}

const COMPOUND =
  /^(?:歐陽|欧阳|司馬|司马|諸葛|诸葛|上官|司徒|夏侯|尉遲|尉迟|公孫|公孙|慕容|令狐|皇甫|端木|南宮|南宫|東方|东方)/u;
/** Ends of names of bodies; of people they are rare. */
const BODY =
  /(?:社|報|报|網|网|部|院|會|会|所|局|署|處|处|室|中心|大學|大学|委員會|政府|公司|館|馆)$/u;

/** 劉德海 is 劉, 德海; a body, a pen name and a name in other letters are whole. */
function hanName(printed: string): Name {
  const compound = COMPOUND.exec(printed)?.[0];
  const size = [...printed].length;
  if (BODY.test(printed) || !/^\p{Script=Han}+$/u.test(printed)) return { literal: printed };
  if (compound && size > 2 && size < 5)
    return { family: compound, given: printed.slice(compound.length) };
  if (size < 2 || size > 3) return { literal: printed };
  const [family = '', ...given] = printed;
  return { family, given: given.join('') };
}

/** Frequent family names in pinyin, which stand first in names without hyphen or initial. */
const PINYIN = new Set(
  'bai cai cao chen cheng cui deng ding dong du fan fang feng fu gao gong gu guo han hao he hu huang jia jiang jin kong lei li liang liao lin liu lu luo ma mao meng pan peng qian qin qiu ren shao shen shi song su sun tan tang tao tian wan wang wei wu xia xiang xiao xie xiong xu xue yan yang yao ye yi yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou'.split(
    ' ',
  ),
);

function latinName(printed: string): Name {
  const [, plain = printed, suffix] = /^(.+?),?\s+((?:Jr|Sr)\.?|I{2,3}|IV)$/u.exec(printed) ?? [];
  const words = plain.trim().split(/\s+/u);
  const [first = '', second = ''] = words;
  if (words.length < 2) return { literal: plain };
  if (words.length === 2 && PINYIN.has(first.toLowerCase()) && /^\p{Lu}\p{Ll}{3,}$/u.test(second))
    return { family: first, given: second, 'static-ordering': true };
  return {
    family: words.at(-1) ?? '',
    given: words.slice(0, -1).join(' '),
    ...(suffix ? { suffix } : {}),
  };
}

const OTHERS = /[\s,，、]*(?:\bet\s+al\b\.?|\betc\b\.?|\band\s+others\b|等人?)$/iu;
const EDITOR =
  /[\s,，]*(?:[(（]?\b(?:eds?\b\.?|edited(?:\s+by)?)[)）]?|等?(?:主[編编]|合?[編编](?:[著輯辑])?))$/iu;
const TRANSLATOR = /[\s,，]*(?:[(（]?\b(?:trans|translated(?:\s+by)?)\b\.?[)）]?|等?[譯译])$/iu;
const AUTHOR = /[\s,，]*(?:合?[著撰])$/u;

/** Reads the people of a note, in Han characters or in Latin letters; undefined where nobody is named. */
export function peopleIn(printed: string): People | undefined {
  let words = printed.trim().replace(/[\s,，.、：:]+$/u, (end) => (end.startsWith('.') ? '.' : ''));
  const role = EDITOR.test(words) ? 'editor' : TRANSLATOR.test(words) ? 'translator' : 'author';
  words = words.replace(EDITOR, '').replace(TRANSLATOR, '').replace(AUTHOR, '');
  const others = OTHERS.test(words);
  words = words
    .replace(OTHERS, '')
    .replace(/^(?:by)\s+/iu, '')
    .trim();
  if (!/\p{L}/u.test(words)) return undefined;
  const isHan = /\p{Script=Han}/u.test(words);
  const parts = isHan
    ? words.split(/[、，,與和及]\s*/u)
    : words
        .replace(/,\s+(?=(?:Jr|Sr|I{2,3}|IV)\b)/gu, ' ')
        .split(/\s*[,;&]\s*(?:and\s+)?|\s+and\s+/u);
  const names = parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map(isHan ? hanName : latinName);
  return names.length > 0 ? { names, role, others } : undefined;
}
