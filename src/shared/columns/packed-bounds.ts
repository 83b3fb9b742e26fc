import type { RunDocument } from '../model/run-document.ts'
import { sampleWidth } from '../model/sample.ts'
import { mostSlices } from '../model/slice.ts'

/** Of all samples together: 240 MB, or more than a day of ten samples a second on a small machine. */
export const mostSampleCells = 30_000_000

/** A column takes up to a byte for a row's mark, and eight for its value. */
const mostCellBytes = 9
const taskColumns = 17
const sliceColumns = 8
const sampleColumnHead = 64
/** Texts of failures. */
const mostTextBytes = 1 << 27

/** The most bytes that the packed columns of a document's run can be: more is no run, but a trap for those who inflate it. */
export function mostPackedBytes({ plan, rows, sampleShape }: RunDocument): number {
  const width = sampleWidth(sampleShape)
  const samples = Math.min(mostSampleCells, (rows?.samples ?? mostSampleCells) * width)
  const failures = rows?.failures ?? plan.taskCount
  const cells =
    plan.taskCount * taskColumns +
    Math.min(mostSlices, rows?.slices ?? mostSlices) * sliceColumns +
    samples +
    failures * 5
  return cells * mostCellBytes + width * sampleColumnHead + (failures === 0 ? 1 << 16 : mostTextBytes)
}
