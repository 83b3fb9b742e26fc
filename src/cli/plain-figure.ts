import { durationFigure, figureText, percentFigure, type Figure } from '#shared/format.ts'

/** A figure in a terminal's text: with the ordinary space, which every font and every `grep` knows. */
export function plainFigure(figure: Figure): string {
  return figureText(figure).replace('\u202f', ' ')
}

export const durationText = (ms: number | null): string => plainFigure(durationFigure(ms))
export const percentText = (share: number | null): string => plainFigure(percentFigure(share))

/** Text with thin spaces, such as a finding's sentence, as a terminal shows it. */
export function withPlainSpaces(text: string): string {
  return text.replaceAll('\u202f', ' ')
}
