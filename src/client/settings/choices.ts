/** What a reader can set: each setting is an attribute of <html>, absent where it is as we made it. */

export interface Choice {
  /** Name of the attribute, without `data-`. */
  name: string;
  label: string;
  /** The first is how the page comes, and is never written down. */
  options: readonly (readonly [value: string, label: string])[];
}

export const CHOICES = [
  {
    name: 'theme',
    label: '配色',
    options: [
      ['system', '隨裝置'],
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
      ['combined', '縱中橫'],
      ['upright', '直立'],
      ['sideways', '橫躺'],
    ],
  },
  {
    name: 'measure',
    label: '行長',
    options: [
      ['normal', '適中'],
      ['narrow', '短'],
      ['wide', '長'],
    ],
  },
  {
    name: 'notes',
    label: '註釋',
    options: [
      ['side', '旁註'],
      ['pop', '彈出'],
      ['end', '章末'],
    ],
  },
  {
    name: 'slips',
    label: '印本的筆誤',
    options: [
      ['off', '照印'],
      ['mark', '標出'],
      ['corrected', '改正'],
    ],
  },
  {
    name: 'pages',
    label: '印刷頁碼',
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

/** What is set otherwise than the page comes. */
export type Settings = Map<string, string>;

/** Whether a name and a value are of ours, and not how the page comes anyway. */
export function isSetting(name: string, value: string): boolean {
  if (name === SIZES.name) return /^[1-7]$/u.test(value) && Number(value) !== SIZES.usual;
  const choice: Choice | undefined = CHOICES.find((c) => c.name === name);
  return choice?.options.slice(1).some(([known]) => known === value) ?? false;
}
