import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'

/** The switches by which Linux distributions withhold user namespaces, which the sandbox is built from, and how they stand then. */
const switches = { apparmor_restrict_unprivileged_userns: '1', unprivileged_userns_clone: '0' }

function areNamespacesWithheld(): boolean {
  return Object.entries(switches).some(([name, withheld]) => {
    try {
      return readFileSync(join('/proc/sys/kernel', name), 'utf8').trim() === withheld
    } catch {
      // This kernel has no such switch.
      return false
    }
  })
}

function isSetUserId(file: string): boolean {
  try {
    const { uid, mode } = statSync(file)
    return uid === 0 && (mode & 0o4000) !== 0
  } catch {
    // There is no helper.
    return false
  }
}

/** Whether Chromium would refuse to start with its sandbox: as root, and where the system keeps programs from building one. */
export function needsNoSandbox(program: string): boolean {
  if (process.platform !== 'linux') return false
  return (
    process.getuid?.() === 0 ||
    (areNamespacesWithheld() && !isSetUserId(join(dirname(program), 'chrome-sandbox')))
  )
}
