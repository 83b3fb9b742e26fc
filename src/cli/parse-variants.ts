import { experimentBounds } from '#shared/model/experiment.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import { strategyIds, type StrategyId } from '#shared/model/strategy.ts'
import { distinctLabels } from '#shared/words/variant-labels.ts'
import { InputError, quote } from '../main/engine/input-error.ts'
import type { VariantWish } from './experiment-commands.ts'
import { optionFlags, type OptionFlag } from './flags.ts'
import { readOptions, readWord } from './read-values.ts'

/** An option as `--variant` calls it: shorter, and as in the window's labels. */
const nameOf = (flag: OptionFlag): string => (flag === 'loop-concurrency' ? 'loop' : flag)
const names = optionFlags.map(nameOf).join(', ')

type WrittenOptions = Partial<Record<OptionFlag, string>>

interface WrittenVariant {
  readonly strategy: StrategyId
  readonly written: WrittenOptions
  readonly options: Partial<RunOptions>
}

function readOption(setting: string): readonly [OptionFlag, string] {
  const at = setting.indexOf('=')
  const name = setting.slice(0, Math.max(0, at))
  const flag = optionFlags.find((known) => known === name || nameOf(known) === name)
  if (flag === undefined)
    throw new InputError(`--variant: expected options as in cpu=2 (${names}), got ${quote(setting)}.`)
  return [flag, setting.slice(at + 1)]
}

/** Such as "hybrid cpu=2 policy=longest-first". */
function readVariant(text: string): WrittenVariant {
  const [strategy = '', ...settings] = text.trim().split(/\s+/)
  const written: WrittenOptions = {}
  for (const setting of settings) {
    const [flag, value] = readOption(setting)
    if (flag in written) throw new InputError(`--variant: expected ${nameOf(flag)} once, got ${quote(text)}.`)
    written[flag] = value
  }
  return {
    strategy: readWord('--variant', strategyIds, strategy),
    written,
    options: readOptions(written, (flag) => `--variant: ${nameOf(flag)}`),
  }
}

/** `--strategies a,b`. */
function readStrategies(text: string): WrittenVariant[] {
  return text.split(',').map((name) => ({
    strategy: readWord('--strategies', strategyIds, name.trim()),
    written: {},
    options: {},
  }))
}

/** With the options in one order, however they were written: the same variant has the same label. */
function labelOf({ strategy, written }: WrittenVariant): string {
  const settings = optionFlags.flatMap((flag) => {
    const value = written[flag]
    return value === undefined ? [] : [`${nameOf(flag)}=${value}`]
  })
  return [strategy, ...settings].join(' ')
}

/**
 * What is to be compared: the strategies named (all five where neither they nor variants are), then the variants. `shared` holds for
 * all; a variant's own options go before it. One that is there twice has its number in its label: "hybrid 2".
 */
export function readVariants(
  strategies: string | undefined,
  variants: readonly string[],
  shared: Partial<RunOptions>,
): VariantWish[] {
  const isDefault = strategies === undefined && variants.length === 0
  const written = [
    ...(isDefault || strategies !== undefined ? readStrategies(strategies ?? strategyIds.join(',')) : []),
    ...variants.map(readVariant),
  ]
  const { min, max } = experimentBounds.variants
  if (written.length < min || written.length > max) {
    throw new InputError(
      `compare: expected ${min} to ${max} variants (--strategies a,b --variant "c cpu=2"), got ${written.length}.`,
    )
  }
  const labels = distinctLabels(written.map(labelOf))
  return written.map(({ strategy, options }, at) => ({
    label: labels[at] ?? '',
    strategy,
    options: { ...shared, ...options },
  }))
}
