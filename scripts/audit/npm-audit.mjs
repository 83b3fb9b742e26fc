// Known vulnerabilities of what users get: `npm audit` of the production dependencies in the lock file.
import { spawnSync } from 'node:child_process'
import { projectRoot } from '../setup/paths.mjs'

/** Asks the registry: `clean`, `vulnerable` or `not-asked`, with what there is to say. Not every registry answers such questions. */
export function auditDependencies() {
  const { stdout = '' } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--package-lock-only'], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    timeout: 60_000,
    shell: process.platform === 'win32',
  })
  let report
  try {
    report = JSON.parse(stdout)
  } catch {
    report = {}
  }
  const { vulnerabilities, metadata, message = 'npm gave no answer' } = report
  if (vulnerabilities === undefined || metadata === undefined)
    return {
      kind: 'not-asked',
      lines: [`The registry could not be asked (${message}): nothing is known, neither good nor bad.`],
    }
  const found = Object.values(vulnerabilities).map(
    ({ name, severity, range }) => `${severity}: ${name} ${range}`,
  )
  return found.length === 0
    ? {
        kind: 'clean',
        lines: [`No known vulnerability in ${metadata.dependencies?.prod ?? 'all'} production dependencies.`],
      }
    : { kind: 'vulnerable', lines: found }
}
