/** What a reader can set: each setting is an attribute of <html>, absent where it is as we made it. */

import { LANGUAGES, type Language } from '../../messages/languages.ts';
import { messages } from '../../messages/site.ts';

export interface Choice {
  /** Name of the attribute, without `data-`. */
  name: string;
  label: string;
  /** In the order in which they are shown. */
  options: readonly (readonly [value: string, label: string])[];
  /** How the page comes, where that is not the first; it is never written down. */
  usual?: string;
}

/** The language that pages come in, and the others. */
const OWN = messages.common.language;

export const CHOICES = [
  {
    name: 'interface',
    label: messages.settings.language,
    options: [
      [OWN, LANGUAGES[OWN as Language]],
      ...Object.entries(LANGUAGES).filter(([language]) => language !== OWN),
    ],
  },
  {
    name: 'theme',
    label: messages.settings.theme,
    options: [
      ['system', messages.settings.themeSystem],
      ['light', messages.settings.themeLight],
      ['sepia', messages.settings.themeSepia],
      ['dark', messages.settings.themeDark],
    ],
  },
  {
    name: 'face',
    label: messages.settings.face,
    options: [
      ['ming', messages.settings.faceMing],
      ['kai', messages.settings.faceKai],
      ['hei', messages.settings.faceHei],
      // Last: who goes through the others by arrow keys is not to load it on the way.
      ['downloaded', messages.settings.downloadMing],
    ],
  },
  {
    name: 'setting',
    label: messages.settings.setting,
    options: [
      ['horizontal', messages.settings.horizontal],
      ['vertical', messages.settings.vertical],
    ],
  },
  {
    name: 'digits',
    label: messages.settings.digits,
    options: [
      ['combined', messages.settings.digitsCombined],
      ['upright', messages.settings.digitsUpright],
      ['sideways', messages.settings.digitsSideways],
    ],
  },
  {
    name: 'measure',
    label: messages.settings.measure,
    options: [
      ['narrow', messages.settings.measureNarrow],
      ['normal', messages.settings.measureNormal],
      ['wide', messages.settings.measureWide],
    ],
    usual: 'normal',
  },
  {
    name: 'notes',
    label: messages.common.notes,
    options: [
      ['side', messages.settings.notesSide],
      ['pop', messages.settings.notesPop],
      ['end', messages.settings.notesEnd],
    ],
  },
  {
    name: 'slips',
    label: messages.settings.slips,
    options: [
      ['off', messages.emendations.asPrinted],
      ['mark', messages.emendations.marked],
      ['corrected', messages.emendations.corrected],
    ],
  },
  {
    name: 'pages',
    label: messages.common.printedPageNumbers,
    options: [
      ['on', messages.common.show],
      ['off', messages.common.hide],
    ],
  },
  {
    name: 'paras',
    label: messages.settings.paragraphs,
    options: [
      ['off', messages.common.hide],
      ['on', messages.common.show],
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
