import { figureText, type Figure } from '#shared/format.ts'

/** A figure with an ordinary space before its unit: Markdown is read as plain text, too. */
export function plainFigure(figure: Figure): string {
  return figureText(figure).replaceAll('\u202f', ' ')
}
