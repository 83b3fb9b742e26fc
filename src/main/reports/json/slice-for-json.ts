import type { JsonSlice } from '#shared/model/json-report.ts'
import { sliceKind, type SliceKind, type SliceTable } from '#shared/model/slice.ts'
import { known } from './known.ts'

const names = new Map(
  (Object.keys(sliceKind) as SliceKind[]).map((name) => [sliceKind[name] as number, name]),
)

function nameOf(code: number): SliceKind {
  const name = names.get(code)
  if (name === undefined) throw new Error(`Expected the code of a kind of slice, got ${code}`)
  return name
}

/** A row of the slice table. */
export function sliceForJson(slices: SliceTable, row: number): JsonSlice {
  const task = slices.task[row] as number
  return {
    kind: nameOf(slices.kind[row] as number),
    task: task < 0 ? null : task,
    slot: slices.slot[row] as number,
    fromMs: slices.fromMs[row] as number,
    toMs: slices.toMs[row] as number,
    onCpuMs: known(slices.onCpuMs[row]),
    readyMs: known(slices.readyMs[row]),
  }
}
