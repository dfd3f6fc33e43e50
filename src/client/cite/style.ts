/** The style of citations that a reader has chosen. */
import { messages } from '../../messages/site.ts';
import type { Places, Style } from '../../search/cite/places.ts';
import { make } from '../dom/elements.ts';
import { remember, remembered } from '../session/storage.ts';

const LANGUAGE = { zh: messages.common.chinese, en: messages.common.english };

const key = ({ id, lang }: Style): string => `${id}-${lang}`;

/** APA 第7版（英文）; a standard of one language is named alone. */
export const nameOf = ({ id, name, lang }: Style): string =>
  /^(?:taiwan|gbt)/u.test(id) ? name : name + messages.common.aside(LANGUAGE[lang]);

let chosen = remembered('style');

/** The style last chosen; at first, the one most readers write in. */
export function chosenStyle({ styles }: Places): Style {
  const style = styles.find((s) => key(s) === chosen) ?? styles[0];
  if (!style) throw new Error('there are no styles of citation');
  return style;
}

/** A field in which the style is chosen. */
export function styleChooser(places: Places): HTMLElement {
  const select = make(
    'select',
    {},
    ...places.styles.map((style) =>
      make('option', { value: key(style), selected: style === chosenStyle(places) }, nameOf(style)),
    ),
  );
  select.onchange = () => {
    chosen = select.value;
    remember('style', chosen);
  };
  return make('label', { class: 'style' }, messages.cite.style, select);
}
