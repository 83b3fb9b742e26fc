/**
 * Text as a terminal may show it: control characters, which could move the cursor, change colours or the window's title, are
 * replaced. For whatever comes from files or servers.
 */
export function plainText(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, '\ufffd')
}
