import { closeSync, openSync, readSync } from 'node:fs'
import { cpus } from 'node:os'
import process from 'node:process'
import type { Measurement } from '#shared/model/measurement.ts'

/**
 * Where per-core times come from. A reading fills two columns, one value per core, in units that only their ratio gives a
 * meaning: time busy and time in all, since the machine started.
 */
export interface CoreTimesSource {
  /** What a run's record calls it. */
  readonly name: Exclude<Measurement['coreTimes'], 'none'>
  readonly cores: number
  /** The system's number of the core in each row. */
  readonly numbers: readonly number[]
  read(busy: Float64Array, total: Float64Array): void
  close(): void
}

const newline = 10
const space = 32
const zero = 48
const nine = 57
const idleField = 3
const ioWaitField = 4
/** user, nice, system, idle, iowait, irq, softirq, steal; guest time is part of user time (proc(5)). */
const countedFields = 8

/** Whether a line that starts at `at` reads "cpu" and a digit. */
function isCoreLine(bytes: Uint8Array, at: number): boolean {
  const digit = bytes[at + 3] ?? 0
  return bytes[at] === 99 && bytes[at + 1] === 112 && bytes[at + 2] === 117 && digit >= zero && digit <= nine
}

/** Where the line ends that `at` is in; -1 when the text ends first. */
function endOfLine(bytes: Uint8Array, length: number, at: number): number {
  const end = bytes.indexOf(newline, at)
  return end < length ? end : -1
}

/** The numbers of the cores that `/proc/stat` text has a whole line for, in its order: those that are offline have none. */
export function listCores(bytes: Uint8Array, length: number): number[] {
  const numbers: number[] = []
  let at = 0
  for (let end = endOfLine(bytes, length, at); end >= 0; end = endOfLine(bytes, length, at)) {
    if (isCoreLine(bytes, at)) {
      let number = 0
      for (let digit = at + 3; bytes[digit] !== space && digit < end; digit++)
        number = number * 10 + (bytes[digit] ?? 0) - zero
      numbers.push(number)
    }
    at = end + 1
  }
  return numbers
}

/**
 * Reads the per-core lines of `/proc/stat` text into the two columns, without making strings. `cores` names the core of each
 * row; one that has no whole line, because it went offline, gets NaN.
 * Busy is everything but idle and waiting for I/O; steal counts as busy: the core was not there for us.
 */
export function parseProcStat(
  bytes: Uint8Array,
  length: number,
  cores: readonly number[],
  busy: Float64Array,
  total: Float64Array,
): void {
  busy.fill(NaN)
  total.fill(NaN)
  let row = 0
  let at = 0
  for (
    let end = endOfLine(bytes, length, at);
    end >= 0 && row < cores.length;
    end = endOfLine(bytes, length, at)
  ) {
    if (isCoreLine(bytes, at)) {
      let number = 0
      for (at += 3; bytes[at] !== space && at < end; at++) number = number * 10 + (bytes[at] ?? 0) - zero
      // Both are in ascending order.
      while (row < cores.length && (cores[row] as number) < number) row++
      if (cores[row] === number) {
        let sum = 0
        let idle = 0
        for (let field = 0; field < countedFields && bytes[at] === space; field++) {
          at++
          let value = 0
          for (let digit = bytes[at] ?? 0; digit >= zero && digit <= nine; digit = bytes[++at] ?? 0)
            value = value * 10 + digit - zero
          sum += value
          if (field === idleField || field === ioWaitField) idle += value
        }
        busy[row] = sum - idle
        total[row] = sum
        row++
      }
    }
    at = end + 1
  }
}

/** A core's line is at most this long: its name and ten 20-digit numbers. */
const bytesPerCore = 256
const otherBytes = 4096

/** Linux: `/proc/stat` through one open descriptor (0.01 ms a reading, where `os.cpus()` takes 0.07 and more). */
function openProcStat(): CoreTimesSource {
  const descriptor = openSync('/proc/stat', 'r')
  const bytes = Buffer.alloc(Math.max(1, cpus().length) * bytesPerCore + otherBytes)
  const fill = (): number => readSync(descriptor, bytes, 0, bytes.length, 0)
  const cores = listCores(bytes, fill())
  if (cores.length === 0) {
    closeSync(descriptor)
    throw new Error('Expected a line per core in /proc/stat, got none')
  }
  return {
    name: 'proc-stat',
    cores: cores.length,
    numbers: cores,
    read: (busy, total) => parseProcStat(bytes, fill(), cores, busy, total),
    close: () => closeSync(descriptor),
  }
}

/** Everywhere else: Node's own reading. */
function openOsCpus(): CoreTimesSource {
  const cores = cpus().length
  return {
    name: 'os-cpus',
    cores,
    numbers: Array.from({ length: cores }, (_, core) => core),
    read(busy, total) {
      for (const [core, { times }] of cpus().entries()) {
        if (core >= busy.length) break
        const sum = times.user + times.nice + times.sys + times.idle + times.irq
        busy[core] = sum - times.idle
        total[core] = sum
      }
    },
    close: () => undefined,
  }
}

/** The variable that asks for a machine of so many cores to look at, whatever machine it runs on. */
export const simulatedCoresVariable = 'TASKSCOPE_SIMULATED_CORES'
const mostSimulatedCores = 1024

/** A machine that is not there, for whoever wants to see what Taskscope makes of many cores: the record says that it is simulated. */
function openSimulated(cores: number): CoreTimesSource {
  let readings = 0
  const busySoFar = new Float64Array(cores)
  return {
    name: 'simulated',
    cores,
    numbers: Array.from({ length: cores }, (_, core) => core),
    read(busy, total) {
      readings++
      for (let core = 0; core < cores; core++) {
        // Each goes up and down in its own time, as under work that comes and goes.
        const share = 0.5 + 0.5 * Math.sin(readings / (10 + core) + core)
        busySoFar[core] = (busySoFar[core] as number) + share
      }
      busy.set(busySoFar)
      total.fill(readings)
    },
    close: () => undefined,
  }
}

/** The cheapest source that this platform has. */
export function openCoreTimes(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): CoreTimesSource {
  const simulated = Number(variables[simulatedCoresVariable])
  if (Number.isInteger(simulated) && simulated > 0 && simulated <= mostSimulatedCores)
    return openSimulated(simulated)
  try {
    return openProcStat()
  } catch {
    // No /proc: not Linux, or a sandbox that hides it.
    return openOsCpus()
  }
}
