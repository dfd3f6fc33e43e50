/** Whether an input method (注音, 拼音) is at work in a field: known from the page's beginning, since a search box may be loaded only when one has begun to type. */

let field: EventTarget | null = null;

/** Begins to watch; once, with the page. */
export function watchComposition(): void {
  document.addEventListener(
    'compositionstart',
    ({ target }) => {
      field = target;
    },
    true,
  );
  document.addEventListener(
    'compositionend',
    () => {
      field = null;
    },
    true,
  );
}

/** Whether what stands in a field are half-typed syllables. */
export const isComposing = (input: HTMLInputElement): boolean => field === input;
