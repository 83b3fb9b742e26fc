import { experimentBounds } from '../../model/experiment.ts'
import type { Preset } from '../../model/preset.ts'
import type { SweptSize } from '../../model/scaling.ts'
import type { StrategyId } from '../../model/strategy.ts'
import { sweepBounds } from './sweep-bounds.ts'
import { tasksOnWorkers } from './swept-option.ts'

/** More sizes take long and tell little. */
const mostValues = 12
/** Up to here every number of workers is looked at; beyond, steps grow with the number. */
const everyUpTo = 8
const multiples = [1, 2, 4, 8] as const

/** Whole numbers from one to another, with equal ratios as near as rounding allows. */
function geometric(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => Math.round(from * (to / from) ** (at / (count - 1))))
}

function upTo(most: number): number[] {
  const every = Array.from({ length: Math.min(most, everyUpTo) }, (_, at) => at + 1)
  const beyond = Math.min(most - everyUpTo, mostValues - everyUpTo)
  return beyond <= 0 ? every : [...every, ...geometric(everyUpTo, most, beyond + 1).slice(1)]
}

/** Powers of two below a number, and the number itself. */
function powersUpTo(most: number): number[] {
  const powers: number[] = []
  for (let power = 1; power < most; power *= 2) powers.push(power)
  return powers.length < mostValues ? [...powers, most] : geometric(1, most, mostValues)
}

function candidates(preset: Preset, strategy: StrategyId, size: SweptSize, cores: number): number[] {
  switch (size) {
    case 'cpu':
    case 'blocking':
    case 'threads':
      return upTo(2 * Math.max(1, Math.floor(cores)))
    case 'loop':
      // More at once than there are tasks would all be the same.
      return powersUpTo(Math.max(experimentBounds.sizes.min, tasksOnWorkers(preset, strategy, 'loop')))
    case 'tasks':
    case 'length':
      return [...multiples]
  }
}

/**
 * The sizes that a sweep runs where nobody says which, ascending, each once, at most 12: workers from 1 to twice the cores; tasks
 * on the loop in powers of two up to as many as there are; 1, 2, 4 and 8 times the tasks or their length, as far as bounds allow.
 * `cores`: logical cores that may be used.
 */
export function standardValues(
  preset: Preset,
  strategy: StrategyId,
  size: SweptSize,
  cores: number,
): number[] {
  const { max } = sweepBounds(preset, size)
  const values = candidates(preset, strategy, size, cores).filter((value) => value <= max)
  return [...new Set(values)].sort((one, other) => one - other)
}
