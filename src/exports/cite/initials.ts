/** Given names as initials, hyphens kept: Larry A. is L. A., Jen-Chieh is J.-C. */
export const initials = (given: string): string =>
  given
    .split(/\s+/u)
    .filter((part) => part !== '')
    .map((part) =>
      part
        .split('-')
        .map((word) => `${word.charAt(0).toUpperCase()}.`)
        .join('-'),
    )
    .join(' ');
