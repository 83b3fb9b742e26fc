// npm test: every check there is, after fetching whatever is missing for it. It goes on after a failure. The last line
// is always "N passed, N failed": each unit and end-to-end test counts, and every other check counts as one.
//   npm test -- --only unit,lint    some kinds of checks: see checks/list.mjs for their names
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { checks, kinds } from './checks/list.mjs'
import { installDependencies } from './setup/dependencies.mjs'
import { aloneInCheckout } from './setup/lock.mjs'
import { say, SetUpProblem } from './setup/say.mjs'

const oneFailure = { passed: 0, failed: 1, skipped: 0 }

async function test(wantedKinds) {
  const reportFolder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))
  const results = []
  try {
    await aloneInCheckout(installDependencies)
    const wanted = checks.filter(({ kind }) => wantedKinds.includes(kind))
    await inParallel(
      wanted.filter(({ readsOnly }) => readsOnly),
      { reportFolder, results },
    )
    for (const check of wanted.filter(({ readsOnly }) => !readsOnly)) {
      console.log(`\n=== ${check.title}`)
      const startedMs = performance.now()
      const tally = await tallyOf(check, { reportFolder, results })
      results.push({ check, tally, seconds: (performance.now() - startedMs) / 1000 })
    }
  } catch (error) {
    results.push({ check: { title: 'set-up' }, tally: explain(error), seconds: 0 })
  } finally {
    rmSync(reportFolder, { recursive: true, force: true })
  }
  summarize(results)
}

/** As many at once as there are cores. What each prints is kept together, and shown in the order of the checks. */
async function inParallel(checks, { reportFolder, results }) {
  const waiting = checks.map((check, at) => ({ check, file: join(reportFolder, `check-${at}.txt`) }))
  const work = waiting.values()
  const worker = async () => {
    for (const entry of work) {
      const output = openSync(entry.file, 'w')
      const startedMs = performance.now()
      const tally = await entry.check.run({ reportFolder, output }).catch(explain)
      closeSync(output)
      entry.result = { check: entry.check, tally, seconds: (performance.now() - startedMs) / 1000 }
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  for (const { check, file, result } of waiting) {
    process.stdout.write(`\n=== ${check.title}\n${readFileSync(file, 'utf8')}`)
    results.push(result)
  }
}

async function tallyOf(check, { reportFolder, results }) {
  if (results.some(({ check: { kind }, tally }) => kind === check.needs && tally.failed > 0)) {
    console.log(`Not run, because the ${check.needs} failed.`)
    return oneFailure
  }
  return check.run({ reportFolder }).catch(explain)
}

function summarize(results) {
  console.log('')
  for (const { check, tally, seconds } of results) {
    const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
    console.log(
      `${check.title}: ${tally.passed} passed, ${tally.failed} failed${skipped} (${seconds.toFixed(1)} s)`,
    )
  }
  const total = (name) => results.reduce((sum, { tally }) => sum + tally[name], 0)
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
  process.exitCode = total('failed') === 0 ? 0 : 1
}

/** What went wrong outside a check counts as a failure too. */
function explain(error) {
  say(error instanceof SetUpProblem ? error.message : error.stack)
  return oneFailure
}

/** The kinds named after --only, or all; undefined when one of them doesn't exist. */
function readFilter([option, value = '', ...rest]) {
  if (option === undefined) return kinds
  const named = value.split(',')
  return option === '--only' && rest.length === 0 && named.every((kind) => kinds.includes(kind))
    ? named
    : undefined
}

const wantedKinds = readFilter(process.argv.slice(2))
if (wantedKinds === undefined) {
  say(`Type "npm test", or "npm test -- --only" with some of ${kinds.join(',')}.`)
  process.exitCode = 1
} else {
  await test(wantedKinds)
}
