import { assertNever } from '#shared/assert-never.ts'
import type { Condition, Side } from './expression.ts'
import type { ParsedCondition } from './parse-condition.ts'
import { quantityText } from './quantity-text.ts'
import { namedValues, valueOf } from './quantity-value.ts'
import type { Lookup } from './vocabulary.ts'

/** Whether a condition is met. unknown: it speaks of something that is not known, so that nobody can tell. */
export interface Judgement {
  readonly kind: 'met' | 'not-met' | 'unknown'
  /** The condition with its values filled in, and the answer. */
  readonly text: string
}

function isMet(condition: Condition, lookup: Lookup): boolean {
  switch (condition.kind) {
    case 'comparison': {
      const [one, other] = [valueOf(condition.one, lookup), valueOf(condition.other, lookup)]
      if (condition.symbol === '<') return one < other
      if (condition.symbol === '<=') return one <= other
      return condition.symbol === '>' ? one > other : one >= other
    }
    case 'both':
      return isMet(condition.one, lookup) && isMet(condition.other, lookup)
    case 'either':
      return isMet(condition.one, lookup) || isMet(condition.other, lookup)
    case 'not':
      return !isMet(condition.operand, lookup)
    default:
      return assertNever(condition)
  }
}

/** Every side of every comparison, from left to right. */
function sidesOf(condition: Condition): Side[] {
  switch (condition.kind) {
    case 'comparison':
      return [condition.one, condition.other]
    case 'not':
      return sidesOf(condition.operand)
    case 'both':
    case 'either':
      return [...sidesOf(condition.one), ...sidesOf(condition.other)]
    default:
      return assertNever(condition)
  }
}

/** What stands behind a place in the source once it is judged. */
interface Filling {
  readonly at: number
  readonly text: string
}

/** A side's values, each behind its name, and behind the side what it comes to, unless that stands there already. */
function fillings(side: Side, lookup: Lookup): Filling[] {
  const values = namedValues(side).map(({ name, property, term, end }) => {
    const value = lookup(name, property)
    return { at: end, text: ` ${value === null ? '(not known)' : term.text(value)}` }
  })
  const value = valueOf(side, lookup)
  const isComputed = side.of.kind === 'arithmetic' || (side.of.kind === 'negative' && values.length > 0)
  const text = isComputed && Number.isFinite(value) ? quantityText(value, side.dimension) : null
  return text === null ? values : [...values, { at: side.end, text: ` = ${text}` }]
}

function filledIn(source: string, filled: readonly Filling[]): string {
  const starts = [0, ...filled.map(({ at }) => at)]
  return starts
    .map((from, at) => `${filled[at - 1]?.text ?? ''}${source.slice(from, filled[at]?.at)}`)
    .join('')
}

/**
 * Judges a condition. One that speaks of anything that is not known, or divides by nothing, is unknown even where the rest of it
 * would decide: a gate must not pass by luck.
 */
export function judgeCondition({ source, condition }: ParsedCondition, lookup: Lookup): Judgement {
  const sides = sidesOf(condition)
  const text = filledIn(
    source,
    sides.flatMap((side) => fillings(side, lookup)),
  )
  if (!sides.every((side) => Number.isFinite(valueOf(side, lookup))))
    return { kind: 'unknown', text: `${text}: cannot be told` }
  const kind = isMet(condition, lookup) ? 'met' : 'not-met'
  return { kind, text: `${text}: ${kind === 'met' ? 'met' : 'not met'}` }
}
