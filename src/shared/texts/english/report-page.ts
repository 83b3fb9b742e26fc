import { counted } from '../../format.ts'
import type { Detail } from '../../model/run-options.ts'
import type { Severity } from '../../model/finding.ts'
import { nouns } from './nouns.ts'

const severities: Readonly<Record<Severity, string>> = {
  problem: 'problem',
  advice: 'advice',
  note: 'note',
  good: 'good',
}

/** How a run ended. Counts come as texts where they stand alone. */
const ending = {
  completed: 'Completed',
  cancelled: 'Cancelled',
  broken: 'Broken',
  interrupted: 'Interrupted',
  notFinished: 'Not finished',
  oneSucceeded: 'Its one task succeeded.',
  allSucceeded: (tasks: number): string => `All ${nouns.task(tasks)} succeeded.`,
  someDidNot: (bad: string, tasks: number): string => `${bad} of ${nouns.task(tasks)} did not succeed.`,
  stopped: (bad: string, tasks: number): string =>
    `The run was stopped before it was done: ${bad} of ${nouns.task(tasks)} did not succeed. The figures cover only what ran.`,
  couldNotGoOn: 'The run could not go on; what was recorded until then is here. The reason: ',
  withoutEnd: (before: string, unfinished: string, tasks: number): string =>
    `${before} ${unfinished} of ${nouns.task(tasks)} had no end yet.`,
  goingOn: 'The run was still going on when this was written:',
  lost: (records: number): string =>
    `${nouns.record(records)} of what happened could not be kept: times and figures may be missing.`,
  incomplete: 'Incomplete',
}

/** A report’s headings, and what stands below them. */
export const reportPage = {
  ending,
  severities,
  report: 'Taskscope report',
  started: 'Started',
  run: 'run',
  preset: 'preset',
  tags: 'Tags:',
  drawnBy: (runId: string, version: string): string =>
    `Timeline of run ${runId}, drawn by Taskscope ${version}.`,
  footer: (version: string, run: string, preset: string, started: string): string =>
    `Taskscope ${version}, run ${run}, preset ${preset}, started ${started}.`,
  restInJson: 'The JSON report of this run has them all.',
  moreCharacters: (characters: number): string => `(and ${counted(characters, 'more character')})`,
  to: (from: string, to: string): string => `${from} to ${to}`,
  summary: 'Summary',
  findings: 'Findings',
  figure: 'figure',
  what: 'what',
  value: 'value',
  moreSlots: (count: number): string => ` and ${counted(count, 'more slot')}`,
  moreTasks: (count: number): string => ` and ${counted(count, 'more task')}`,
  howComputed: 'How the figures are computed',
  measurement: {
    label: 'measurement',
    samples: 'samples',
    late: 'late',
    ownCost: 'own cost',
    dropped: 'dropped',
    withoutEnd: 'without an end',
    definition: (hz: number): string =>
      `Samples of cores and memory, ${hz} a second were asked for. Late: 99 of 100 samples were at most this late. Own cost: CPU time of Taskscope itself (main thread, sampler, window) as a share of one core. Dropped: task events and samples that were lost because nobody read them in time; more than 0, and the figures are incomplete.`,
  },
  failures: {
    heading: nouns.failure,
    scrolls: 'Failures, scrolls sideways',
    first: (shown: string, all: number): string => `The first ${shown} of ${nouns.failure(all)}.`,
    more: (left: number): string => `and ${counted(left, 'more failure')}.`,
    task: 'task',
    error: 'error',
    message: 'message',
  },
  accounts: {
    heading: 'Where the time went',
    of: (view: string): string => `Where the time went: ${view}`,
    scrolls: 'Accounts, scrolls sideways',
    executor: (executor: string, slots: number): string => `${executor}, ${nouns.slot(slots)}`,
    inAll: (total: string, parts: string): string => `${total} in all: ${parts}.`,
    whatItIs: 'what it is',
    total: 'total',
    totalMeaning: 'Everything above, the unexplained part with its sign.',
    byExecutor: 'Slots by executor',
  },
  machineAndSettings: 'Machine and settings',
  machine: 'Machine',
  options: 'Options',
  option: {
    cpuWorkers: 'CPU workers',
    blockingThreads: 'blocking threads',
    loopConcurrency: 'loop concurrency',
    tasks: (count: string): string => `${count} tasks`,
    threadLimit: 'thread limit',
    timeout: 'task timeout',
    noLimit: 'no limit',
    memoryLimit: 'memory limit',
    forEach: (size: string): string => `${size} for each thread or process`,
    order: 'order of the queue',
    seed: 'seed',
    sampleRate: 'sample rate',
    off: 'off',
    detail: 'detail',
    blockedLoop: 'blocked loop',
    holdsFor: (time: string): string => `a task that holds it for more than ${time}`,
    preparation: 'preparation',
    beforeFirst: (time: string): string => `${time} before the first task was queued`,
  },
  details: {
    full: 'full',
    'no-anatomy': 'tasks on the loop not told apart',
    stamps: 'only when tasks started and finished',
  } satisfies Record<Detail, string> as Readonly<Record<Detail, string>>,
}
