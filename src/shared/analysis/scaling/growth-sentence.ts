import { figureText, percentFigure } from '../../format.ts'
import type { ScalingPoint, SweptSize } from '../../model/scaling.ts'
import { sizeText } from '../../words/scaling-words.ts'

/** Less than this is as good as in proportion. */
const proportionate = 0.05

/** Two or three digits, as a factor is read. */
const factorText = (factor: number): string =>
  factor >= 99.5 ? factor.toFixed(0) : factor >= 9.95 ? factor.toFixed(1) : factor.toFixed(2)

/** How the makespan grows with the amount of work, from the smallest size to the largest; at least two points. */
export function growthSentence(size: SweptSize, points: readonly ScalingPoint[]): string {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return ''
  const work = last.size / first.size
  const time = last.makespanMs.value / first.makespanMs.value
  const verb = size === 'length' ? 'takes' : 'take'
  const than = first.size === 1 ? '' : ` as ${sizeText(size, first.size)}`
  const took = `${sizeText(size, last.size)} ${verb} ${factorText(time)} times as long${than}`
  const perWork = time / work - 1
  if (Math.abs(perWork) <= proportionate) return `${took}: time grows in proportion to the work.`
  const share = figureText(percentFigure(Math.abs(perWork)))
  return perWork < 0
    ? `${took}: ${share} less than in proportion to the work.`
    : `${took}: ${share} more than in proportion to the work.`
}
