/** What a thesis was written for, in the words of each English style. */

type Degree = 'master' | 'doctor' | 'bachelor';

/** 碩士論文, 硕士论文, 碩士學位論文, Master's thesis, PhD dissertation … */
const KINDS: readonly [RegExp, Degree][] = [
  [/[碩硕]士|修士|석사|\bmaster|\bm\.?a\b|\bm\.?s\b/iu, 'master'],
  [/博士|박사|\bph\.?\s*d|\bdoctor/iu, 'doctor'],
  [/[學学]士|학사|\bbachelor|\bhonou?rs/iu, 'bachelor'],
];

/** Chicago 18, 14.113; APA 7, 10.6; MLA 9, 5.113. */
const WORDS: Record<'chicago' | 'apa' | 'mla', Record<Degree, string>> = {
  chicago: { master: 'master’s thesis', doctor: 'PhD diss.', bachelor: 'bachelor’s thesis' },
  apa: {
    master: 'Master’s thesis',
    doctor: 'Doctoral dissertation',
    bachelor: 'Bachelor’s thesis',
  },
  mla: { master: 'master’s thesis', doctor: 'PhD dissertation', bachelor: 'bachelor’s thesis' },
};

/** The kind of thesis in a style's own words; words that name no degree stay as they are. */
export function degree(genre: string, style: keyof typeof WORDS): string {
  const kind = KINDS.find(([words]) => words.test(genre))?.[1];
  return kind ? WORDS[style][kind] : genre;
}
