import { figureText, fixedText, percentFigure } from '../../format.ts'
import type { ScalingPoint, SweptSize } from '../../model/scaling.ts'
import { texts } from '../../texts/texts.ts'
import { sizeText } from '../../words/scaling-words.ts'

/** Less than this is as good as in proportion. */
const proportionate = 0.05

/** Two or three digits, as a factor is read. */
const factorText = (factor: number): string => fixedText(factor, factor >= 99.5 ? 0 : factor >= 9.95 ? 1 : 2)

/** How the makespan grows with the amount of work, from the smallest size to the largest; at least two points. */
export function growthSentence(size: SweptSize, points: readonly ScalingPoint[]): string {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return ''
  const work = last.size / first.size
  const time = last.makespanMs.value / first.makespanMs.value
  const words = texts().scalingSentences.growth
  const took = words.took({
    isLength: size === 'length',
    to: sizeText(size, last.size),
    factor: factorText(time),
    from: first.size === 1 ? null : sizeText(size, first.size),
  })
  const perWork = time / work - 1
  if (Math.abs(perWork) <= proportionate) return words.inProportion(took)
  return (perWork < 0 ? words.less : words.more)(took, figureText(percentFigure(Math.abs(perWork))))
}
