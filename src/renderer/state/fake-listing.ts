import type { RunId } from '#shared/model/ids.ts'
import { noLabels, type RunListing } from '#shared/model/saved-run.ts'

/** A saved run as lists show it, for tests: a finished one, but for what is given. */
export function fakeListing({ id, ...more }: Partial<Omit<RunListing, 'id'>> & { id: string }): RunListing {
  return {
    kind: 'run',
    // Tests name runs as they please.
    id: id as RunId,
    startedAt: '2026-11-03T10:00:00.000Z',
    presetId: 'course-demo',
    presetTitle: 'Course demo',
    strategy: 'hybrid',
    taskCount: 11,
    phase: 'completed',
    makespanMs: 1210,
    outcomes: { succeeded: 11, failed: 0, cancelled: 0, 'timed-out': 0 },
    machine: { hostName: 'bench-1', cpuModel: 'Example CPU', cores: 4, operatingSystem: 'Linux 6.8' },
    origin: { kind: 'measured', by: 'app' },
    labels: noLabels,
    bytes: 48_000,
    ...more,
  }
}
