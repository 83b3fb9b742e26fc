import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { say } from './say.mjs'

/** Turns Chromium's sandbox off where Chromium would otherwise refuse to start, and says so if that can be changed. */
export function sandboxArguments(executable) {
  if (process.platform !== 'linux') return []
  // Root is the usual user of containers.
  if (process.getuid() === 0) return ['--no-sandbox']
  const helper = join(dirname(executable), 'chrome-sandbox')
  if (!areNamespacesRestricted() || isSetUserId(helper)) return []
  say(
    'This system keeps ordinary programs from building a sandbox, so the app opens without one: ' +
      `type "sudo chown root '${helper}' && sudo chmod 4755 '${helper}'" to let it have one.`,
  )
  return ['--no-sandbox']
}

/** The two switches by which distributions withhold user namespaces, which the sandbox is built from. */
function areNamespacesRestricted() {
  const setting = (name) => {
    const file = join('/proc/sys/kernel', name)
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
  }
  return (
    setting('apparmor_restrict_unprivileged_userns') === '1' || setting('unprivileged_userns_clone') === '0'
  )
}

function isSetUserId(file) {
  if (!existsSync(file)) return false
  const { uid, mode } = statSync(file)
  return uid === 0 && (mode & 0o4000) !== 0
}
