/** A digest of the text's words, from src/integrations/text-digest.ts. */
declare module '~text/digest' {
  const digest: string;
  export default digest;
}
