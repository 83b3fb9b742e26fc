import { app, type ProcessMetric } from 'electron'
import { taskProcessName } from './engine/process-executor.ts'
import { runHostName } from './experiments/run-host-client.ts'

/** These do what was asked for: what they cost is in the run's own figures. */
const workers: ReadonlySet<string> = new Set([taskProcessName, runHostName])

/** The app's processes but for those that run tasks: what they cost is Taskscope's own share. Takes most of a millisecond. */
export function ownProcesses(): ProcessMetric[] {
  return app.getAppMetrics().filter(({ type, name }) => type !== 'Utility' || !workers.has(name ?? ''))
}
