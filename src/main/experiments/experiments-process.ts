/** Entry of the comparison process: order, trials, statistics and reports, away from the main process's loop. */
import { join } from 'node:path'
import process from 'node:process'
import { compareTrials } from '#shared/analysis/comparison/compare-trials.ts'
import { analyseSweep } from '#shared/analysis/scaling/analyse-sweep.ts'
import { messageOf } from '#shared/message-of.ts'
import { connectToParent, launcherOfChild } from '../platform/parent-link.ts'
import { readSavedRun } from '../runs/json/read-saved-run.ts'
import { experimentParts } from './experiment-parts.ts'
import type { ExperimentMessage, ExperimentQuestion } from './experiment-requests.ts'
import { Experiments } from './experiments.ts'
import { RunSpool } from './run-spool.ts'

const entries = import.meta.dirname
const [resources = join(entries, '..', '..', 'resources'), library = '', taskscope = ''] =
  process.argv.slice(2)
const launchNode = launcherOfChild()
const tell = connectToParent({
  // Only the main process has the other end.
  heard: (question) => void answer(question as ExperimentQuestion),
  // Run hosts end by themselves, as this process does.
  lost: () => process.exit(0),
})
const say = (message: ExperimentMessage): void => tell(message)

const experiments = new Experiments({
  openSpool: (kind) => RunSpool.open(kind === 'temporary' ? null : { folder: library, taskscope }),
  launch: (runs, otherProcessIds) =>
    experimentParts(
      { entries, resources, otherProcessIds: [...otherProcessIds, process.pid] },
      launchNode,
      runs,
    ),
  readSavedRun,
  compareTrials,
  analyseSweep,
  tell: say,
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
})

async function answer({ number, name, argument }: ExperimentQuestion): Promise<void> {
  try {
    // The main process asks through the typed client; the compiler can't pair a name with its own argument here.
    const value: unknown = await experiments[name](argument as never)
    say({ kind: 'answer', number, value })
  } catch (error) {
    say({ kind: 'failed', number, message: messageOf(error) })
  }
}
