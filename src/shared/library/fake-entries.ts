import type { RunId } from '../model/ids.ts'
import type { LibraryEntry, RunLabels, RunListing, UnreadableRun } from '../model/saved-run.ts'
import { noLabels } from '../model/saved-run.ts'

/** What a test says of a run; the rest is an ordinary one. */
export interface FakeListing extends Partial<Omit<RunListing, 'kind' | 'id' | 'labels' | 'machine'>> {
  readonly id?: string
  readonly labels?: Partial<RunLabels>
  readonly machine?: Partial<RunListing['machine']>
}

/** A listing for tests: a run of the article's tasks that succeeded. */
export function fakeListing({
  id = '20261101-120000-0a1b2c3d',
  labels,
  machine,
  ...more
}: FakeListing = {}): RunListing {
  return {
    kind: 'run',
    id: id as RunId,
    startedAt: '2026-11-01T12:00:00.000Z',
    presetId: 'course-demo',
    presetTitle: 'Eleven tasks',
    strategy: 'hybrid',
    taskCount: 11,
    phase: 'completed',
    makespanMs: 1200,
    outcomes: { succeeded: 11, failed: 0, cancelled: 0, 'timed-out': 0 },
    machine: {
      hostName: 'bench-box',
      cpuModel: 'Some CPU',
      cores: 4,
      operatingSystem: 'Some OS 12',
      ...machine,
    },
    origin: { kind: 'measured', by: 'app' },
    labels: { ...noLabels, ...labels },
    bytes: 40_000,
    ...more,
  }
}

export function fakeUnreadable(
  id: string,
  message = 'run.json: expected a file, got nothing of that name.',
): UnreadableRun {
  return { kind: 'unreadable', id: id as RunId, message, bytes: 12 }
}

/** Many different ones, newest first: the same for the same count. */
export function fakeEntries(count: number): LibraryEntry[] {
  const strategies = ['hybrid', 'threads', 'sequential', 'event-loop', 'processes'] as const
  return Array.from({ length: count }, (_, at) => {
    const startedMs = Date.UTC(2026, 10, 1) - at * 61_000
    const startedAt = new Date(startedMs).toISOString()
    const stamp = startedAt.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
    return fakeListing({
      id: `${stamp}-${((at * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0')}`,
      startedAt,
      presetId: `preset-${at % 17}`,
      presetTitle: `Preset number ${at % 17}`,
      strategy: strategies[at % strategies.length] ?? 'hybrid',
      makespanMs: (at * 7919) % 10_007,
      machine: { hostName: `host-${at % 5}` },
      labels:
        at % 10 === 0 ? { tags: ['nightly'], note: `Note ${at}: after the change of the scheduler.` } : {},
      bytes: 20_000 + ((at * 104_729) % 1_000_003),
    })
  })
}
