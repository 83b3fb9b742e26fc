import { bytesFigure } from '#shared/format.ts'
import { durationText, plainFigure } from '../plain-figure.ts'
import { aSize, aTime, isSameDimension, plainNumber, type Dimension } from './quantity.ts'

/** A computed number as it is printed; null for what no unit is known for, such as a time times a time. */
export function quantityText(value: number, dimension: Dimension): string | null {
  if (isSameDimension(dimension, aTime)) return durationText(value)
  if (isSameDimension(dimension, aSize)) return plainFigure(bytesFigure(value))
  return isSameDimension(dimension, plainNumber) ? String(Number(value.toPrecision(3))) : null
}
