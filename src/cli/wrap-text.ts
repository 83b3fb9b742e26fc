/** What a terminal, a log and a mail show without breaking lines themselves. */
export const textWidth = 120

/** The text as lines of at most so many characters, broken at spaces; a longer word has a line to itself. */
export function wrapText(text: string, width = textWidth): string[] {
  const lines: string[] = []
  for (const word of text.split(/ +/)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= width) lines.splice(-1, 1, `${line} ${word}`)
    else lines.push(word)
  }
  return lines
}

/** The text wrapped, its first line after `lead` and the others below the first one's text. */
export function hangingLines(lead: string, text: string, width = textWidth): string[] {
  return wrapText(text, width - lead.length).map(
    (line, at) => `${at === 0 ? lead : ' '.repeat(lead.length)}${line}`,
  )
}

/** The text, its end replaced where it is longer than that. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
