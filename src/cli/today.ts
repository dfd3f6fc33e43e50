/** The day as it is here, as an ISO date: what a person enters is dated by their own calendar. */
export function here(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
