import {
  bytesFigure,
  countText,
  durationFigure,
  noFigure,
  percentFigure,
  ratioText,
  type Figure,
} from '../format.ts'
import type { ComparedVariant } from '../model/comparison.ts'
import type { Estimate } from '../model/estimate.ts'
import { intervalText, verdictRatio, type ComparisonColumn } from './comparison-words.ts'

/** The columns that hold numbers. */
export type FigureColumn = Exclude<ComparisonColumn, 'variant' | 'verdict'>

/** One number of a variant. */
export interface ComparedEntry {
  /** A dash where it is not known. */
  readonly figure: Figure
  /** The 95 % interval of the figure as text, without brackets; empty: there is none. */
  readonly interval: string
}

const plain = (figure: Figure): ComparedEntry => ({ figure, interval: '' })
const ratioFigure = (ratio: number | null): Figure => ({ value: ratioText(ratio), unit: '' })

/** Bounds share the sign in front, as they share a unit behind. */
function ratioEntry(ratio: Estimate | null): ComparedEntry {
  if (ratio === null) return plain(noFigure)
  const bare = (value: number): Figure => ({ value: ratioText(value).slice(1), unit: '' })
  return {
    figure: ratioFigure(ratio.value),
    interval: ratio.interval === null ? '' : intervalText(ratio.interval, bare),
  }
}

function makespanEntry(makespanMs: Estimate | null): ComparedEntry {
  if (makespanMs === null) return plain(noFigure)
  return {
    figure: durationFigure(makespanMs.value),
    interval: makespanMs.interval === null ? '' : intervalText(makespanMs.interval, durationFigure),
  }
}

/** A variant's row of numbers, worded once for window, report and command line. */
export function comparisonEntries(variant: ComparedVariant): Readonly<Record<FigureColumn, ComparedEntry>> {
  const { figures, verdict } = variant
  return {
    makespan: makespanEntry(variant.makespanMs),
    ratio: verdict.kind === 'baseline' ? plain({ value: '1', unit: '' }) : ratioEntry(verdictRatio(verdict)),
    spread: plain(durationFigure(variant.spreadMs)),
    'queue-wait': plain(durationFigure(figures.queueWaitP50Ms)),
    'cores-busy': plain(percentFigure(figures.coresBusy)),
    'cpu-time': plain(durationFigure(figures.cpuMs)),
    'peak-memory': plain(bytesFigure(figures.peakMemoryBytes)),
    'own-cost': plain(percentFigure(figures.ownShare)),
    ideal: plain(ratioFigure(figures.idealRatio)),
    failures: plain(variant.runs.length === 0 ? noFigure : { value: countText(variant.failures), unit: '' }),
  }
}
