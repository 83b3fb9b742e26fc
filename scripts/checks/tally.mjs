// What a runner's own JSON report says, as `{ passed, failed, skipped }`. A report that is missing, empty or better
// than the runner's exit code counts as one failure: a crash must never look like success.
import { existsSync, readFileSync } from 'node:fs'

const crashed = { passed: 0, failed: 1, skipped: 0 }

export function tallyVitest(file, exitCode) {
  if (!existsSync(file)) return crashed
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const skipped = report.numPendingTests + report.numTodoTests
  // A file that can't even be loaded has no tests that could fail.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = report.numFailedTests + brokenFiles.length
  return believable({ passed: report.numPassedTests, failed, skipped }, exitCode)
}

export function tallyPlaywright(file, exitCode) {
  if (!existsSync(file)) return crashed
  const { stats } = JSON.parse(readFileSync(file, 'utf8'))
  // A test that passes only at the second attempt has failed.
  const failed = stats.unexpected + stats.flaky
  return believable({ passed: stats.expected, failed, skipped: stats.skipped }, exitCode)
}

function believable(tally, exitCode) {
  const hidesFailure = tally.failed === 0 && (tally.passed === 0 || exitCode !== 0)
  return hidesFailure ? { ...tally, failed: 1 } : tally
}
