import { blockedIntervals } from '#shared/analysis/blocked-loop.ts'
import { criticalChain } from '#shared/analysis/critical-chain.ts'
import { oncePerRun } from '#shared/analysis/once-per-run.ts'
import { orderBy } from '#shared/analysis/order-by.ts'
import type { SlotIndex, TaskIndex } from '#shared/model/ids.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { sliceKind, type SliceKind } from '#shared/model/slice.ts'
import { texts } from '#shared/texts/texts.ts'
import { numberColumn, textColumn, type DataColumn, type DataTable } from './data-table.ts'

/** Something that took a while in some slot. */
interface Stretch {
  readonly task: TaskIndex
  readonly slot: SlotIndex
  readonly fromMs: number
  readonly toMs: number
}

const kindOf = new Map(Object.entries(sliceKind).map(([kind, code]) => [code as number, kind as SliceKind]))

/** Rows of the slice table in order of their begin. */
const slicesInOrder = oncePerRun(({ slices }) => {
  const order = Int32Array.from({ length: slices.count }, (_, row) => row)
  orderBy(order, slices.fromMs)
  return order
})

/** Task, slot, begin, end and length, which all stretches have. */
function stretchColumns(run: Run, at: (row: number) => Stretch): readonly DataColumn[] {
  const { stretchColumns: words } = texts().tables
  const { plan, slots } = run.header
  return [
    textColumn('task', words.task, words.taskHint, (row) => {
      const { task } = at(row)
      return task < 0 ? '' : taskName(plan, task)
    }),
    textColumn('slot', words.slot, words.slotHint, (row) => slots[at(row).slot]?.name ?? ''),
    numberColumn('from', [words.from, 'ms'], words.fromHint, 3, (row) => at(row).fromMs),
    numberColumn('to', [words.to, 'ms'], words.toHint, 3, (row) => at(row).toMs),
    numberColumn('length', [words.length, 'ms'], words.lengthHint, 3, (row) => at(row).toMs - at(row).fromMs),
  ]
}

/** What the tasks were doing when, as their spans show it, and when threads collected garbage. Of a run that is over. */
export function slicesTable(run: Run): DataTable {
  const { slices } = run
  const order = slicesInOrder(run)
  const { stretchColumns: words } = texts().tables
  const sliceAt = (row: number): number => order[row] ?? 0
  return {
    count: slices.count,
    columns: [
      textColumn('kind', words.kind, words.kindHint, (row) => {
        const kind = kindOf.get(slices.kind[sliceAt(row)] ?? 0)
        return kind === undefined ? '' : words.kinds[kind]
      }),
      ...stretchColumns(run, (row) => ({
        task: slices.task[sliceAt(row)] ?? -1,
        slot: slices.slot[sliceAt(row)] ?? -1,
        fromMs: slices.fromMs[sliceAt(row)] ?? NaN,
        toMs: slices.toMs[sliceAt(row)] ?? NaN,
      })),
      numberColumn(
        'onCpu',
        [words.onCpu, 'ms'],
        words.onCpuHint,
        3,
        (row) => slices.onCpuMs[sliceAt(row)] ?? NaN,
      ),
      numberColumn(
        'ready',
        [words.ready, 'ms'],
        words.readyHint,
        3,
        (row) => slices.readyMs[sliceAt(row)] ?? NaN,
      ),
    ],
  }
}

const nowhere: Stretch = { task: -1, slot: -1, fromMs: NaN, toMs: NaN }

/** The stretches in which one task held a loop for too long. */
export function blockedTable(run: Run): DataTable {
  const blocked = blockedIntervals(run)
  return { count: blocked.length, columns: stretchColumns(run, (row) => blocked[row] ?? nowhere) }
}

/** The links of the critical chain. Of a run that is over. */
export function chainTable(run: Run): DataTable {
  const chain = criticalChain(run)
  const { stretchColumns: words } = texts().tables
  return {
    count: chain.length,
    columns: [
      textColumn('link', words.link, words.linkHint, (row) => {
        const link = chain[row]
        return link === undefined ? '' : words.links[link.kind]
      }),
      ...stretchColumns(run, (row) => chain[row] ?? nowhere),
      textColumn('because', words.because, words.becauseHint, (row) => {
        const link = chain[row]
        return link === undefined ? '' : words.reasons[link.because]
      }),
    ],
  }
}
