import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

function field(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8').trim()
  } catch {
    // Not every supply has every field.
    return ''
  }
}

/**
 * Whether a Linux machine lives on its battery: what `/sys/class/power_supply` says (kernel documentation, ABI/testing/sysfs-class-power). Null: it does
 * not tell. A battery with the scope `Device` is that of a mouse or the like.
 */
export function readLinuxBattery(folder = '/sys/class/power_supply'): boolean | null {
  let supplies: string[]
  try {
    supplies = readdirSync(folder).map((name) => join(folder, name))
  } catch {
    return null
  }
  const batteries = supplies.filter(
    (supply) => field(supply, 'type') === 'Battery' && field(supply, 'scope') !== 'Device',
  )
  if (batteries.length === 0) return false
  const isPlugged = supplies.some((supply) => field(supply, 'online') === '1')
  return !isPlugged && batteries.some((battery) => field(battery, 'status') === 'Discharging')
}
