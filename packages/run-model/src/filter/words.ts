/**
 * Words as the store's text index cuts them: runs of ASCII letters, digits and anything beyond
 * ASCII; upper-case ASCII folded. Escapes of line breaks and tabs in JSON text separate words too.
 */
export function searchWords(text: string): string[] {
  return asciiLower(text.replaceAll(/\\[nrtbf]/g, ' '))
    .split(/(?:(?![a-z0-9])\p{ASCII})+/u)
    .filter((word) => word !== '');
}

function asciiLower(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (upper) => upper.toLowerCase());
}
