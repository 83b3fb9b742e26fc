import type { Accounting } from '../model/account.ts'
import type { Run } from '../model/run.ts'
import { accountCores } from './account-cores.ts'
import { gatherAccountFacts } from './account-facts.ts'
import { accountSlots } from './account-slots.ts'
import { accountWall } from './account-wall.ts'
import { runExtent } from './run-extent.ts'
import { oncePerRun } from './once-per-run.ts'

function deriveAccount(run: Run): Accounting | null {
  const extent = runExtent(run)
  if (extent === null || !run.tasks.finishedMs.some((finishedMs) => finishedMs === extent.toMs)) return null
  const facts = gatherAccountFacts(run, extent)
  const { uses, ...bySlot } = accountSlots(facts)
  return { wall: accountWall(facts, uses), ...bySlot, cores: accountCores(facts, uses) }
}

/**
 * Where a run's time went: along the critical chain, in its slots, and on the machine's cores. Each account's parts sum to its total;
 * what is not known is unexplained. Null before anything has finished.
 */
export const accountRun = oncePerRun(deriveAccount)
