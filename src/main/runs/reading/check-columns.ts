import { groupIndexOf } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { sampleColumnNames } from '#shared/model/sample.ts'
import { mostSlices, sliceKind } from '#shared/model/slice.ts'
import { taskStates } from '#shared/model/task.ts'
import { InputError } from '../../engine/input-error.ts'
import { findNoMeasure, findOutside, type RowProblem } from './column-checks.ts'
import { taskMeasures } from './task-measures.ts'

const sliceCodes = Object.values(sliceKind)
const sliceBounds = {
  min: Math.min(...sliceCodes),
  max: Math.max(...sliceCodes),
  of: 'the kind of a slice',
}

function checkTasks({ header: { plan, slots }, tasks }: Run): RowProblem | null {
  const { count } = tasks
  if (count !== plan.taskCount)
    return { row: 0, field: 'count', expected: `${plan.taskCount} tasks, as planned`, got: count }
  for (let row = 0; row < count; row++) {
    if (tasks.group[row] !== groupIndexOf(plan, row))
      return {
        row,
        field: 'group',
        expected: `${groupIndexOf(plan, row)}, as planned`,
        got: String(tasks.group[row]),
      }
  }
  const slotWords = `one of the run’s ${slots.length} slots, or null`
  return (
    findOutside('state', tasks.state, count, { min: 0, max: taskStates.length - 1, of: 'a state' }) ??
    findOutside('slot', tasks.slot, count, { min: -1, max: slots.length - 1, of: slotWords }) ??
    taskMeasures.reduce<RowProblem | null>(
      (found, name) => found ?? findNoMeasure(name, tasks[name], count, true),
      null,
    ) ??
    findNoMeasure('progress', tasks.progress, count, false) ??
    (tasks.checksum.includes(Infinity) || tasks.checksum.includes(-Infinity)
      ? { row: 0, field: 'checksum', expected: 'numbers or null', got: 'Infinity' }
      : null)
  )
}

function checkSlices({ header: { plan, slots }, slices }: Run): RowProblem | null {
  const { count } = slices
  if (count > mostSlices)
    return { row: count, field: 'kind', expected: `at most ${mostSlices} rows`, got: count }
  const taskWords = `one of the run’s ${plan.taskCount} tasks, or null`
  const slotWords = `one of the run’s ${slots.length} slots`
  return (
    findOutside('kind', slices.kind, count, sliceBounds) ??
    findOutside('task', slices.task, count, { min: -1, max: plan.taskCount - 1, of: taskWords }) ??
    findOutside('slot', slices.slot, count, { min: 0, max: slots.length - 1, of: slotWords }) ??
    findNoMeasure('fromMs', slices.fromMs, count, false) ??
    findNoMeasure('toMs', slices.toMs, count, false) ??
    findNoMeasure('onCpuMs', slices.onCpuMs, count, true) ??
    findNoMeasure('readyMs', slices.readyMs, count, true)
  )
}

function checkSamples({ samples }: Run): RowProblem | null {
  const { count, cores } = samples
  for (const name of sampleColumnNames) {
    const problem = findNoMeasure(name, samples[name], count, name !== 'atMs')
    if (problem !== null) return problem
  }
  for (const name of ['coreBusy', 'coreFrequencyMhz', 'slotOnCpuMs', 'slotReadyMs'] as const) {
    for (const column of samples[name]) {
      const problem = findNoMeasure(name, column, count, true)
      if (problem !== null) return problem
    }
  }
  for (const column of samples.slotCore) {
    const of = `one of the ${cores} cores, or null`
    const problem = findOutside('slotCore', column, count, { min: -1, max: cores - 1, of })
    if (problem !== null) return problem
  }
  for (let row = 1; row < count; row++) {
    const before = samples.atMs[row - 1] as number
    const got = samples.atMs[row] as number
    if (got < before) return { row, field: 'atMs', expected: `${before} or later, in order of time`, got }
  }
  return null
}

function checkFailures({ header: { plan }, failures }: Run): RowProblem | null {
  for (const task of failures.keys()) {
    if (!(Number.isInteger(task) && task >= 0 && task < plan.taskCount))
      return { row: 0, field: 'task', expected: `one of the run’s ${plan.taskCount} tasks`, got: task }
  }
  return null
}

/**
 * Holds the columns of a run that somebody else wrote against its header and their own bounds: tasks as planned, slots and tasks that there are,
 * measurements that are numbers, samples in order. Throws an `InputError` that names the table and its row; `what` names the file in it.
 */
export function checkRunColumns(what: string, run: Run): void {
  const checks = {
    tasks: checkTasks,
    slices: checkSlices,
    samples: checkSamples,
    failures: checkFailures,
  }
  for (const [table, check] of Object.entries(checks)) {
    const problem = check(run)
    if (problem === null) continue
    const { row, field, expected, got } = problem
    throw new InputError(`${what}, ${table}[${row}].${field}: expected ${expected}, got ${got}.`)
  }
}
