import { stepAt, type Steps } from '#shared/analysis/queue-depth.ts'
import type { Run } from '#shared/model/run.ts'
import { texts } from '#shared/texts/texts.ts'
import type { TrackFigures } from '../../state/track-figures.ts'
import { knowsAny } from '../../timeline/series-range.ts'
import { numberColumn, textColumn, type DataColumn, type DataTable } from './data-table.ts'

const mebibyte = 1_048_576

/** Highest or lowest known value of a row over some columns; NaN: none is known. */
function endOf(columns: readonly Float32Array[], row: number, end: 'most' | 'least'): number {
  let found = NaN
  for (const column of columns) {
    const value = column[row] ?? NaN
    if (Number.isNaN(value)) continue
    if (Number.isNaN(found) || (end === 'most' ? value > found : value < found)) found = value
  }
  return found
}

/** What the tracks show, a row for each sample: only the columns of which this run knows anything. */
export function samplesTable(run: Run, figures: TrackFigures, queue: Steps): DataTable {
  const { samples, header } = run
  const { sampleColumns: words } = texts().tables
  const ms = (
    key: string,
    title: string,
    explanation: string,
    column: Float64Array | Float32Array,
  ): DataColumn => numberColumn(key, [title, 'ms'], explanation, 2, (row) => column[row] ?? NaN)
  const knows = (column: Float64Array | Float32Array): boolean => knowsAny(column, samples.count)
  const core = (at: number, busy: Float32Array): readonly DataColumn[] => [
    numberColumn(`core-${at}`, [words.core(at), '%'], words.coreHint, 0, (row) => (busy[row] ?? NaN) * 100),
    textColumn(`core-${at}-by`, words.coreBy(at), words.coreByHint, (row) => {
      const group = figures.coreGroups[at]?.[row] ?? -1
      return group < 0 ? '' : (header.plan.groups[group]?.name ?? '')
    }),
  ]
  const slot = (at: number, onCpu: Float32Array): readonly DataColumn[] => {
    const name = header.slots[at]?.name ?? ''
    const ready = samples.slotReadyMs[at]
    return [
      ...(knows(onCpu) ? [ms(`slot-${at}`, words.onCpu(name), words.onCpuHint, onCpu)] : []),
      ...(ready !== undefined && knows(ready)
        ? [ms(`slot-${at}-ready`, words.ready(name), words.readyHint, ready)]
        : []),
    ]
  }
  return {
    count: samples.count,
    columns: [
      ms('at', words.at, words.atHint, samples.atMs),
      ms('interval', words.interval, words.intervalHint, samples.intervalMs),
      ms('lateness', words.lateness, words.latenessHint, samples.latenessMs),
      numberColumn('waiting', [words.waiting, ''], words.waitingHint, 0, (row) =>
        stepAt(queue, samples.atMs[row] ?? 0),
      ),
      ...samples.coreBusy.flatMap((busy, at) => (knows(busy) ? core(at, busy) : [])),
      ...samples.slotOnCpuMs.flatMap((onCpu, at) => slot(at, onCpu)),
      ...(knows(samples.taskLoopDelayMs)
        ? [ms('task-loop', words.taskLoop, words.taskLoopHint, samples.taskLoopDelayMs)]
        : []),
      ...(knows(samples.mainLoopDelayMs)
        ? [ms('main-loop', words.mainLoop, words.mainLoopHint, samples.mainLoopDelayMs)]
        : []),
      ...(figures.own.length > 0
        ? [numberColumn('own', [words.own, '%'], words.ownHint, 1, (row) => (figures.own[row] ?? NaN) * 100)]
        : []),
      ...(figures.others.length > 0
        ? [
            numberColumn(
              'others',
              [words.others, ''],
              words.othersHint,
              2,
              (row) => figures.others[row] ?? NaN,
            ),
          ]
        : []),
      ...(samples.coreFrequencyMhz.some(knows)
        ? (['most', 'least'] as const).map((end) =>
            numberColumn(`frequency-${end}`, [words.frequency[end], 'MHz'], words.frequencyHint, 0, (row) =>
              endOf(samples.coreFrequencyMhz, row, end),
            ),
          )
        : []),
      ...(knows(samples.temperatureCelsius)
        ? [
            numberColumn(
              'temperature',
              [words.temperature, '°C'],
              words.temperatureHint,
              0,
              (row) => samples.temperatureCelsius[row] ?? NaN,
            ),
          ]
        : []),
      numberColumn(
        'memory',
        [words.memory, 'MiB'],
        words.memoryHint,
        1,
        (row) => (samples.memoryUsedBytes[row] ?? NaN) / mebibyte,
      ),
      numberColumn(
        'own-memory',
        [words.ownMemory, 'MiB'],
        words.ownMemoryHint,
        1,
        (row) => (samples.processMemoryBytes[row] ?? NaN) / mebibyte,
      ),
    ],
  }
}
