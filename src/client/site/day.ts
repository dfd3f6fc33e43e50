/** The reader's own day, which a citation of what is read online may have to name. */

const two = (number: number): string => String(number).padStart(2, '0');

/** Today where the reader is, as an ISO date. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
