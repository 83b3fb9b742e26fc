import type { ComparedVariant } from '#shared/model/comparison.ts'
import { verdictRatio, type ComparisonColumn } from '#shared/words/comparison-words.ts'

/** By which column, and which way; null: in the order in which the variants were given. */
export type TableOrder = { readonly column: ComparisonColumn; readonly isDescending: boolean } | null

function valueOf(variant: ComparedVariant, column: ComparisonColumn): number | string | null {
  const { figures } = variant
  switch (column) {
    case 'variant':
      return variant.label
    case 'makespan':
      return variant.makespanMs?.value ?? null
    case 'ratio':
    case 'verdict':
      return variant.verdict.kind === 'baseline' ? 1 : (verdictRatio(variant.verdict)?.value ?? null)
    case 'spread':
      return variant.spreadMs
    case 'queue-wait':
      return figures.queueWaitP50Ms
    case 'cores-busy':
      return figures.coresBusy
    case 'cpu-time':
      return figures.cpuMs
    case 'peak-memory':
      return figures.peakMemoryBytes
    case 'own-cost':
      return figures.ownShare
    case 'ideal':
      return figures.idealRatio
    case 'failures':
      return variant.failures
  }
}

/** Positions of the variants in the table's order; what is not known comes last, either way. Equal ones keep their order. */
export function orderedVariants(variants: readonly ComparedVariant[], order: TableOrder): readonly number[] {
  const positions = variants.map((_, at) => at)
  if (order === null) return positions
  const known = positions.flatMap((at) => {
    const variant = variants[at]
    const value = variant === undefined ? null : valueOf(variant, order.column)
    return value === null ? [] : [{ at, value }]
  })
  known.sort((one, other) => {
    const difference =
      typeof one.value === 'string' || typeof other.value === 'string'
        ? String(one.value).localeCompare(String(other.value), 'en')
        : one.value - other.value
    return order.isDescending ? -difference : difference
  })
  const sorted = known.map(({ at }) => at)
  return [...sorted, ...positions.filter((at) => !sorted.includes(at))]
}

/** What another press on a column's head asks for: ascending, descending, as given. */
export function nextOrder(order: TableOrder, column: ComparisonColumn): TableOrder {
  if (order?.column !== column) return { column, isDescending: false }
  return order.isDescending ? null : { column, isDescending: true }
}
