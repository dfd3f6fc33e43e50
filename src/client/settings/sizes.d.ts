/** How many bytes the Ming typefaces have that src/integrations/ming.ts makes. */
declare module '~ming/sizes.json' {
  const sizes: { hant: number; hans: number };
  export default sizes;
}
