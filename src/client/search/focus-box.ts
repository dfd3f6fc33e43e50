/** The way to the search box. */

/** Goes to the search box of the page. */
export function toSearch(): void {
  const input = document.querySelector<HTMLInputElement>('input[type="search"]');
  input?.focus();
  input?.select();
}
