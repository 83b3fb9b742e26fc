import { isCollection } from '#shared/analysis/garbage.ts'
import { runExtent } from '#shared/analysis/run-extent.ts'
import { counted } from '#shared/format.ts'
import { reportSuffixes } from '#shared/model/report-format.ts'
import type { Run } from '#shared/model/run.ts'
import type { Slot } from '#shared/model/slot.ts'
import type { ExportFacts, Exporter } from './exporter.ts'
import { nanosecondsOf, slotStretches, type SlotStretches } from './slots/slot-stretches.ts'
import { Frames } from './speedscope/frames.ts'
import { slotEvents } from './speedscope/slot-profile.ts'
import { slicesBySlot } from './speedscope/slot-slices.ts'
import { jsonList, jsonText } from './trace/trace-text.ts'

/** From when to when all profiles last, in ns: the run, and whatever stretch lies beyond it. */
function extentOf(run: Run, all: Iterable<SlotStretches>): readonly [fromNs: number, toNs: number] {
  const extent = runExtent(run)
  let fromNs = nanosecondsOf(extent?.fromMs ?? 0)
  let toNs = nanosecondsOf(extent?.toMs ?? run.nowMs)
  for (const stretches of all) {
    if (stretches.count === 0) continue
    fromNs = Math.min(fromNs, stretches.fromNs[0] as number)
    toNs = Math.max(toNs, stretches.toNs[stretches.count - 1] as number)
  }
  return [fromNs, toNs]
}

function profileName({ name }: Slot, { apart }: SlotStretches): string {
  return apart.length === 0 ? name : `${name} (${counted(apart.length, 'task')} left out that overlap others)`
}

function* speedscopeJson(run: Run, { labels, taskscope }: ExportFacts): Generator<string> {
  const { header } = run
  const frames = new Frames(run)
  const stretches = slotStretches(run)
  // On a loop, tasks wait while others run.
  const isInside = (row: number): boolean =>
    frames.inside(run.slices.kind[row] as number) !== null &&
    (isCollection(run.slices.kind[row] as number) ||
      header.slots[run.slices.slot[row] as number]?.isShared === false)
  const inside = slicesBySlot(run, isInside)
  const [fromNs, toNs] = extentOf(run, stretches.values())
  const title = labels.title === '' ? `${header.preset.title} under ${header.strategy}` : labels.title
  const shared = frames.names.map((name) => JSON.stringify({ name }))
  yield* jsonList(
    `{"$schema":"https://www.speedscope.app/file-format-schema.json","exporter":${jsonText(`Taskscope ${taskscope}`)},"name":${jsonText(title)},"activeProfileIndex":0,"shared":{"frames":[`,
    [shared],
    '\n]},"profiles":[',
  )
  let separator = '\n'
  const busy = header.slots.filter(({ index }) => (stretches.get(index)?.count ?? 0) > 0)
  // A file without a profile can't be opened.
  for (const slot of busy.length > 0 ? busy : header.slots.slice(0, 1)) {
    const ofSlot = stretches.get(slot.index)
    if (ofSlot === undefined) continue
    yield* jsonList(
      `${separator}{"type":"evented","name":${jsonText(profileName(slot, ofSlot))},"unit":"milliseconds","startValue":${fromNs / 1e6},"endValue":${toNs / 1e6},"events":[`,
      [slotEvents(run, ofSlot, inside.get(slot.index) ?? new Int32Array(0), frames)],
      '\n]}',
    )
    separator = ',\n'
  }
  yield '\n]}\n'
}

/**
 * The run in speedscope's own file format: an evented profile for each slot that ran anything, in ms of run time. Frames are the groups of
 * tasks, in them, up to 10,000 tasks, the single task, and in that its waits and collections of garbage. A loop's tasks have it for
 * the stretches in which they ran.
 */
export const speedscopeReport: Exporter = (run, facts) => [
  { suffix: reportSuffixes.speedscope[0], pieces: speedscopeJson(run, facts) },
]
