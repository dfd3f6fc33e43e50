/** 劃記 where words are selected: a colour each; what makes the annotation is loaded when one is chosen. */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import { late } from '../dom/late.ts';
import { COLOURS, type Colour } from './annotation.ts';
import { COLOUR_NAME } from './colour-name.ts';
import { annotationStyles } from './styles.ts';

/** Marks words in a colour. */
export const annotateLate = (words: Range, colour: Colour): Promise<void> =>
  late(
    () => import('./make.ts'),
    (m) => m.annotate(words, colour),
  );

/** @param close closes the menu in which they stand */
export function colourButtons(words: Range, close: () => void): HTMLElement {
  void annotationStyles();
  const buttons = COLOURS.map((colour) => {
    const button = make(
      'button',
      { type: 'button', 'aria-label': messages.annotations.highlightIn(COLOUR_NAME[colour]) },
      make('span', { class: `swatch ${colour}` }, COLOUR_NAME[colour]),
    );
    button.onclick = () => {
      close();
      void annotateLate(words, colour);
    };
    return button;
  });
  return make(
    'p',
    { class: 'colours' },
    make('span', {}, messages.annotations.highlight),
    ...buttons,
  );
}
