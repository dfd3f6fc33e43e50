/** What a reader can set: each setting is an attribute of <html>, absent where it is as we made it. */

export interface Choice {
  /** Name of the attribute, without `data-`. */
  name: string;
  label: string;
  /** In the order in which they are shown. */
  options: readonly (readonly [value: string, label: string])[];
  /** How the page comes, where that is not the first; it is never written down. */
  usual?: string;
}

export const CHOICES = [
  {
    name: 'theme',
    label: '配色',
    options: [
      ['system', '依裝置'],
      ['light', '淺色'],
      ['sepia', '米黃'],
      ['dark', '深色'],
    ],
  },
  {
    name: 'face',
    label: '字體',
    options: [
      ['ming', '明體'],
      ['kai', '楷體'],
      ['hei', '黑體'],
      // Last: who goes through the others by arrow keys is not to load it on the way.
      ['downloaded', '下載明體'],
    ],
  },
  {
    name: 'setting',
    label: '排版',
    options: [
      ['horizontal', '橫排'],
      ['vertical', '直排'],
    ],
  },
  {
    name: 'digits',
    label: '直排的數字',
    options: [
      ['combined', '並排'],
      ['upright', '直立'],
      ['sideways', '轉橫'],
    ],
  },
  {
    name: 'measure',
    label: '每行字數',
    options: [
      ['narrow', '少'],
      ['normal', '適中'],
      ['wide', '多'],
    ],
    usual: 'normal',
  },
  {
    name: 'notes',
    label: '註釋',
    options: [
      ['side', '旁註'],
      ['pop', '彈出'],
      ['end', '頁末'],
    ],
  },
  {
    name: 'slips',
    label: '原書的筆誤',
    options: [
      ['off', '照印'],
      ['mark', '標出'],
      ['corrected', '校正'],
    ],
  },
  {
    name: 'pages',
    label: '原書頁碼',
    options: [
      ['on', '顯示'],
      ['off', '隱藏'],
    ],
  },
  {
    name: 'paras',
    label: '段落編號',
    options: [
      ['off', '隱藏'],
      ['on', '顯示'],
    ],
  },
] as const satisfies readonly Choice[];

/** Text size has steps, of which the third is how the page comes. */
export const SIZES = { name: 'size', first: 1, usual: 3, last: 7 } as const;

/** How the page comes. */
export const usualOf = ({ options, usual }: Choice): string => usual ?? options[0]?.[0] ?? '';

/** What is set otherwise than the page comes. */
export type Settings = Map<string, string>;

/** Whether a name and a value are of ours, and not how the page comes anyway. */
export function isSetting(name: string, value: string): boolean {
  if (name === SIZES.name) return /^[1-7]$/u.test(value) && Number(value) !== SIZES.usual;
  const choice: Choice | undefined = CHOICES.find((c) => c.name === name);
  if (!choice || value === usualOf(choice)) return false;
  return choice.options.some(([known]) => known === value);
}
