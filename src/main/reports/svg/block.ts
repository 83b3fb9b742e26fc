import type { Markup } from '../html/markup.ts'
import { namesWidth, plotWidth, valuesWidth } from '../html/time-scale.ts'

/** A part of the picture, drawn from its own upper left corner. */
export interface Block {
  readonly height: number
  readonly pieces: Iterable<Markup>
}

export const marginPx = 24
/** Between the margins. */
export const contentWidth = namesWidth + plotWidth + valuesWidth
