import type { Plan, PlannedGroup } from '../../model/plan.ts'
import type { Run } from '../../model/run.ts'
import { stateCode } from '../../model/task.ts'
import type { Parameters } from '../../model/workload.ts'
import { Fingerprint } from './fingerprint.ts'

/** Both a target time and what it came to here: which of the two decides depends on what is asked. */
type Calibrated = 'iterations' | 'targetMs'

function withoutOne({ calibrated, parameters }: PlannedGroup, leftOut: Calibrated): Parameters {
  if (!calibrated) return parameters
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== leftOut))
}

function hashPlan(plan: Plan, leftOut: Calibrated): string {
  const hash = new Fingerprint()
  hash.addNumber(plan.seed)
  for (const group of plan.groups) {
    hash.addText(group.workload)
    hash.addText(group.kind)
    hash.addWord(group.count)
    const parameters = Object.entries(withoutOne(group, leftOut)).sort(([one], [other]) =>
      one < other ? -1 : 1,
    )
    hash.addWord(parameters.length)
    for (const [name, value] of parameters) {
      hash.addText(name)
      // With its type, so that "1" is not 1.
      hash.addText(JSON.stringify(value))
    }
  }
  return hash.toString()
}

/**
 * Hash of what a plan's tasks have to do: seed, and of each group the workload, kind, count and parameters. Names, order of start and
 * limits do not count. Nor does a target time that became fixed work: the same target is other work on another machine.
 */
export function hashWork(plan: Plan): string {
  return hashPlan(plan, 'targetMs')
}

/** The same, with calibrated work as the time that it is to take: equal for the same preset on machines of different speed. */
export function hashTargets(plan: Plan): string {
  return hashPlan(plan, 'iterations')
}

/** What calibrated tasks have to do for each ms of their target; null: none is calibrated. */
export function iterationsPerMs(plan: Plan): number | null {
  const group = plan.groups.find(({ calibrated }) => calibrated)
  if (group === undefined) return null
  return Number(group.parameters['iterations']) / Number(group.parameters['targetMs'])
}

function hashChecksums({ tasks, header }: Pick<Run, 'tasks' | 'header'>, withCalibrated: boolean): string {
  const hash = new Fingerprint()
  for (const { calibrated, firstTask, count } of header.plan.groups) {
    if (calibrated && !withCalibrated) continue
    for (let task = firstTask; task < firstTask + count; task++) {
      if (tasks.state[task] !== stateCode.succeeded) continue
      hash.addWord(task)
      hash.addNumber(tasks.checksum[task] as number)
    }
  }
  return hash.toString()
}

/** Hash of what a run's tasks gave: position and checksum of each that succeeded, in the order of the plan. */
export function hashResults(run: Pick<Run, 'tasks' | 'header'>): string {
  return hashChecksums(run, true)
}

/** The same of the tasks whose work does not depend on the machine's speed. */
export function hashFixedResults(run: Pick<Run, 'tasks' | 'header'>): string {
  return hashChecksums(run, false)
}
