/** What if: the page of the inspector that replays the run. */
export const whatIfView = {
  chartLabel: (what: string) => `Predicted makespan by number of ${what}; the table below lists the same`,
  pointTitle: (count: string, what: string, time: string) => `${count} ${what}: ${time} predicted`,
  measuredTitle: (time: string, count: string, what: string) => `measured: ${time} with ${count} ${what}`,
  predicted: 'predicted',
  measured: 'measured',
  by: (what: string) => `by ${what}`,
  theRuns: '(the run’s)',
  partial: {
    cancelled: 'The run was cancelled: this holds only the tasks that ran, for as long as they did.',
    broken: 'The run was broken off: this holds only the tasks that ran, for as long as they did.',
    interrupted: 'The run was interrupted: this holds only the tasks that ran, for as long as they did.',
  },
  startOrder: 'start order',
  noOrderFaster: (own: string) => `No other start order would have been faster than ${own}.`,
  orderFaster: (best: string, time: string, gain: string, own: string) =>
    `Started ${best}: ${time} predicted, ${gain} less than ${own}.`,
  empty: 'What a run would take with other numbers of cores and threads shows here, once there is a run.',
  notYet: 'Predictions are made from the run’s record, when it is over.',
  vary: 'Vary',
  manyTasks: (tasks: string) =>
    `${tasks} tasks would be replayed for each point: the window may stand still now and then meanwhile.`,
  compute: 'Compute',
  replaying: (done: string) => `Replaying the tasks… ${done}`,
  pointsDone: 'Points that are computed',
  failed: (why: string) => `The run could not be replayed: ${why}`,
  asTable: 'As a table',
  modelSays: (says: string, measured: string) =>
    `For the run as it was, the model says ${says}, where ${measured} were measured.`,
}
