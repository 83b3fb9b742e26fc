import type { Run } from '../model/run.ts'
import { fakeRun, sampleRecord, type FakeSlice, type FakeTask } from './fake-run.ts'

type Random = (below: number) => number

/** Tasks one after another on an exclusive slot, in the parts that its thread would have read. */
function threadTasks(
  slot: number,
  random: Random,
  tasks: FakeTask[],
  slices: FakeSlice[],
  first: number,
): void {
  let atMs = random(20) / 8
  for (let left = 1 + random(5); left > 0; left--) {
    const started = atMs
    const isTiny = random(5) === 0
    const [onCpu, ready, timer, io] = isTiny
      ? [0.25, 0, 0, 0]
      : [1 + random(400) / 8, random(80) / 8, random(80) / 8, random(80) / 8]
    const unexplained = random(3) === 0 && !isTiny ? 0.5 : 0
    const finished = started + onCpu + ready + timer + io + unexplained
    const task = first + tasks.length
    tasks.push(isTiny ? { started, finished, slot } : { started, finished, slot, onCpu, ready, timer, io })
    if (!isTiny && random(2) === 0) {
      const waitMs = started + onCpu + ready
      slices.push({ kind: 'computed', task, slot, from: started, to: waitMs, onCpu, ready })
      if (timer > 0.25) slices.push({ kind: 'timerWait', task, slot, from: waitMs, to: waitMs + timer })
    }
    if (!isTiny && random(4) === 0)
      slices.push({ kind: 'minorCollection', slot, from: started, to: started + Math.min(0.5, onCpu) })
    atMs = finished + random(16) / 8
  }
}

/** Async tasks on a loop: one has it at a time, for a stretch; the others wait, or are held up. */
function loopTasks(
  slot: number,
  random: Random,
  tasks: FakeTask[],
  slices: FakeSlice[],
  first: number,
): void {
  const howMany = 1 + random(4)
  const lives = Array.from({ length: howMany }, (_, at) => ({
    started: at / 8,
    leftMs: at / 8,
    onCpu: 0,
    ready: 0,
    timer: 0,
    finished: NaN,
  }))
  let atMs = howMany / 8
  for (let turn = 1 + random(8); turn > 0; turn--) {
    const which = random(howMany)
    const life = lives[which]
    if (life === undefined) continue
    const idleMs = random(3) === 0 ? random(80) / 8 : 0
    const from = Math.max(atMs + idleMs, life.leftMs)
    const to = from + 0.5 + random(160) / 8
    const ready = (from - life.leftMs) * (random(5) / 4)
    life.timer += from - life.leftMs - ready
    if (from - ready > life.leftMs)
      slices.push({ kind: 'timerWait', task: first + which, slot, from: life.leftMs, to: from - ready })
    slices.push({ kind: 'ran', task: first + which, slot, from, to, onCpu: to - from, ready })
    life.ready += ready
    life.onCpu += to - from
    life.leftMs = to
    atMs = to
  }
  for (const life of lives) {
    const finished = Math.max(life.leftMs, life.started + random(400) / 8)
    life.timer += finished - life.leftMs
    const { started, onCpu, ready, timer } = life
    tasks.push({ started, finished, slot, onCpu, ready, timer, io: 0 })
  }
}

/** A random but possible run of a loop and one to three threads, for property tests: no two stretches of a slot overlap. */
export function randomRun(random: Random): Run {
  const slices: FakeSlice[] = []
  const waiting: FakeTask[] = []
  loopTasks(0, random, waiting, slices, 0)
  const held: FakeTask[] = []
  const threads = 1 + random(3)
  for (let slot = 1; slot <= threads; slot++) threadTasks(slot, random, held, slices, waiting.length)
  const samples = Array.from({ length: 12 }, (_, at) =>
    sampleRecord({
      atMs: (at - 1) * 20,
      intervalMs: 20,
      processCpuMs: at * 18,
      mainThreadCpuMs: at / 2,
      samplerCpuMs: at / 8,
      cores: [{ busy: random(9) / 8 }, { busy: random(9) / 8 }],
      slots: Array.from({ length: threads + 1 }, () => ({
        onCpuMs: random(160) / 8,
        readyMs: random(16) / 8,
        core: random(3) - 1,
      })),
    }),
  )
  return fakeRun({
    groups: [
      { kind: 'async', workload: 'wait', count: waiting.length },
      { kind: 'cpu', workload: 'sqrt-loop', count: held.length },
    ],
    tasks: [...waiting, ...held],
    slots: [{ isShared: true }, ...Array.from({ length: threads }, () => ({ isShared: false }))],
    slices,
    samples,
    sampledCores: 2,
    sampledSlots: threads + 1,
    preparationMs: random(100),
  })
}
