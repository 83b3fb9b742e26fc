import type { Requests } from '#shared/ipc.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import type { WorkUnderWay } from './work-under-way.ts'

/** Threads are ended by force before that; what takes longer is stuck, and ends with the app. */
const patienceMs: Milliseconds = 10_000

/** Cancels all that goes on; resolves when it has ended, or is stuck. */
export async function cancelWork(
  work: Pick<WorkUnderWay, 'isAny' | 'watch'>,
  requests: Pick<Requests, 'cancelRun' | 'cancelSelfTest' | 'cancelExperiment' | 'cancelExport'>,
): Promise<void> {
  let patience: NodeJS.Timeout | undefined
  let stop: () => void = () => undefined
  const over = new Promise<void>((resolve) => {
    const look = (): void => {
      if (!work.isAny) resolve()
    }
    patience = setTimeout(resolve, patienceMs)
    stop = work.watch({ onChange: look })
    look()
  })
  await Promise.all([
    requests.cancelRun(null),
    requests.cancelSelfTest(null),
    requests.cancelExperiment(null),
    requests.cancelExport(null),
  ])
  await over
  clearTimeout(patience)
  stop()
}
