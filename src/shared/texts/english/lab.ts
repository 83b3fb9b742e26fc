import { counted, countText } from '../../format.ts'
import type { Preparation } from '../../model/preparation.ts'

/** The Lab: what starts a run, how it stands, and what is said about the measurement. */
export const lab = {
  exportHint: (keys: string) => `Save the run for others, or for other tools (${keys})`,
  exportButton: 'Export…',
  exporting: (done: string) => `Exporting, ${done}`,
  exportFailed: 'Export failed',
  exportedInPart: 'Exported in part',
  exportCancelled: 'Export cancelled',
  exported: 'Exported',
  startOrderHint: 'In which order queued tasks start',
  startOrder: 'Start order',
  detail: 'Detail',
  details: {
    full: 'full',
    'no-anatomy': 'without loop anatomy',
    stamps: 'stamps only',
  },
  detailHint:
    'How closely tasks are looked at. Full: everything. Without loop anatomy: async tasks on the loop are not told apart. Stamps only: start and finish of each task, no CPU times and no garbage collection; observing costs least.',
  noLimit: 'no limit',
  selfTest: 'Self-test',
  selfTestRuns: (done: string, total: string) => `Self-test, ${done} of ${total} runs`,
  noRunYet: 'No run yet',
  preparations: {
    describing: 'Describing the machine',
    calibrating: 'Calibrating the work to this machine',
    'starting-threads': 'Starting threads',
  } satisfies Record<Preparation, string>,
  runHint: (keys: string) => `Run (${keys})`,
  run: 'Run',
  cancelHint: (keys: string) => `Cancel (${keys})`,
  cancel: 'Cancel',
  elapsedHint: 'Run time so far',
  tasksUnit: 'tasks',
  tasksFinished: 'Tasks finished',
  endings: {
    running: 'Running',
    cancelling: 'Cancelling',
    completed: 'Completed',
    cancelled: 'Cancelled',
    broken: 'Broken off',
    interrupted: 'Interrupted',
    completedBut: (bad: string) => `Completed, ${bad}`,
  },
  failedCount: (count: number) => `${countText(count)} failed`,
  timedOutCount: (count: number) => `${countText(count)} timed out`,
  brokenOff: (why: string) => `The run could not go on: ${why} What was recorded until then is shown.`,
  interrupted: (why: string) =>
    `${why} Tasks that were under way have no end, and those that waited never started.`,
  measurement: 'Measurement',
  notSampledHint: 'The sample rate of this run is 0: cores, memory and own cost were not read',
  notSampled: 'nothing sampled',
  rateHint: (late: string) =>
    `Readings of cores, memory and threads per second, as asked for. How late samples were taken: 99 of 100 were no later than this after their time: ${late}`,
  lateHint:
    'How late samples were taken: 99 of 100 were no later than this after their time. Each sample keeps the interval that it really covers',
  lateUnit: 'p99 late',
  ownCost: 'own cost',
  ofMachine: 'of the machine',
  droppedHint: 'Records that found their buffer full: the picture lacks them',
  dropped: 'dropped',
  saved: 'saved',
  savedElsewhereHint: 'In the folder that you chose; it is not among the Runs',
  savedHint: (id: string) => `Among the Runs, as ${id}`,
  savedWhenOver: 'saved when over',
  inMemoryHint: 'Until then it is in memory only',
  saving: 'saving',
  savingHint: (id: string) => `Written while it goes on, as ${id}`,
  lastNotSaved: 'The last run is not being saved.',
  thisNotSaved: 'This run is not being saved.',
  inMemoryOnly: (earlier: number) =>
    earlier === 0
      ? 'It is in memory only.'
      : `It is in memory only, and so ${earlier === 1 ? 'is' : 'are'} ${counted(earlier, 'earlier run')}.`,
  earlierNotSaved: (earlier: number) => `${counted(earlier, 'earlier run')} could not be saved`,
  earlierInMemory: (earlier: number) => `and ${earlier === 1 ? 'is' : 'are'} in memory only.`,
  savingElsewhere: 'Saving…',
  saveElsewhere: 'Save elsewhere…',
  tableHeight: 'Height of the task table',
  summary: 'Summary',
  ownCostUnknown: 'What Taskscope itself uses of the machine: not known yet, or not to be had here',
  ownParts: {
    mainThread: (share: string) => `main thread ${share}`,
    sampler: (share: string) => `sampler ${share}`,
    window: (share: string) => `window ${share}`,
  },
  ownAnatomy: (share: string) => `Telling the loop’s tasks apart took another ${share}.`,
  ownWarning: (limit: string) =>
    `More than ${limit}: a good part of what is measured is Taskscope itself. A lower sample rate, or less detail, costs less.`,
  ownCostOf: (ofCore: string, parts: string) =>
    `CPU time of Taskscope itself, as a share of the whole machine. Of one core: ${ofCore} (${parts}).`,
}
