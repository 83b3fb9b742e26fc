import { setTimeout as sleep } from 'node:timers/promises'
import type { LaunchNode } from '../platform/node-process.ts'
import type { HostSetup } from './host-messages.ts'
import type { ExperimentParts } from './run-experiment.ts'
import { launchRunHost } from './run-host-client.ts'
import type { RunSpool } from './run-spool.ts'

/** What an experiment is made with, for real. */
export function experimentParts(
  setup: Omit<HostSetup, 'machine'>,
  launch: LaunchNode,
  runs: RunSpool,
): ExperimentParts {
  return {
    launchHost: (machine) => launchRunHost({ ...setup, machine }, launch),
    runs,
    nowMs: () => performance.now(),
    // An abort ends the pause, and is no error.
    pause: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
  }
}
