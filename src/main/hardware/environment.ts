import { readFileSync } from 'node:fs'
import { arch, availableParallelism, cpus, hostname, release, totalmem, type, userInfo } from 'node:os'
import process from 'node:process'
import si from 'systeminformation'
import type { Environment } from '#shared/model/environment.ts'

/** CPUs that a control group's quota allows: `cpu.max` holds "quota period" or "max period" (cgroup v2). */
export function parseCpuMax(text: string): number | null {
  const [quota, period] = text.trim().split(/\s+/).map(Number)
  return quota !== undefined && period !== undefined && quota > 0 && period > 0 ? quota / period : null
}

function readCpuQuota(): number | null {
  try {
    return parseCpuMax(readFileSync('/sys/fs/cgroup/cpu.max', 'latin1'))
  } catch {
    // No control groups, or none that limits this process.
    return null
  }
}

function present(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text.trim()
}

function positive(value: number): number | null {
  return value > 0 ? value : null
}

async function readPower(): Promise<Environment['power']> {
  const battery = await si.battery()
  if (!battery.hasBattery) return 'mains'
  return battery.acConnected ? 'mains' : 'battery'
}

/** Who measured where. A user without an entry in the system's list has no name. */
function readNames(): Pick<Environment, 'hostName' | 'userName'> {
  const hostName = present(hostname())
  try {
    const userName = present(userInfo().username)
    return { ...(hostName === null ? {} : { hostName }), ...(userName === null ? {} : { userName }) }
  } catch {
    return hostName === null ? {} : { hostName }
  }
}

/** What this machine is. Takes some tens of milliseconds and starts shells: once, and never during a run. */
export async function describeEnvironment(): Promise<Environment> {
  // Whatever one source cannot tell on some platform must not cost the others.
  const [cpu, system, power] = await Promise.all([
    si.cpu().catch(() => null),
    si.osInfo().catch(() => null),
    readPower().catch(() => 'unknown' as const),
  ])
  const versions: Readonly<Record<string, string | undefined>> = process.versions
  const { node, v8, electron, chrome } = versions
  const hasTwoKinds = (cpu?.efficiencyCores ?? 0) > 0
  return {
    cpuModel:
      present([cpu?.manufacturer, cpu?.brand].filter(Boolean).join(' ')) ??
      present(cpus()[0]?.model) ??
      'unknown CPU',
    cores: availableParallelism(),
    physicalCores: positive(cpu?.physicalCores ?? 0),
    // On a machine whose cores are all alike, the library calls them all performance cores.
    performanceCores: hasTwoKinds ? positive(cpu?.performanceCores ?? 0) : null,
    efficiencyCores: hasTwoKinds ? positive(cpu?.efficiencyCores ?? 0) : null,
    cpuQuota: readCpuQuota(),
    memoryTotalBytes: totalmem(),
    operatingSystem:
      present([system?.distro, system?.release].filter(Boolean).join(' ')) ?? `${type()} ${release()}`,
    architecture: arch(),
    runtime: Object.fromEntries(
      Object.entries({ node, v8, electron, chrome }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    ),
    loadBeforeStart: null,
    power,
    ...readNames(),
  }
}
