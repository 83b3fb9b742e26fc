import { writeSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { build, buildIfChanged } from '../setup/build.mjs'
import { describeRuntime, runtimeVariables } from '../setup/electron-runtime.mjs'
import { aloneInCheckout } from '../setup/lock.mjs'
import { prepareRuntime } from '../setup/prepare.mjs'
import { packageTool } from '../setup/run.mjs'
import { isShippedNodePossible, isThisNodeShipped, shippedNode } from '../setup/shipped-node.mjs'
import { installTestPrograms } from '../setup/system-libraries.mjs'
import { openVirtualDisplays } from '../setup/virtual-display.mjs'
import { tallyPlaywright, tallyVitest } from './tally.mjs'

// What needs a package is loaded when it is wanted: before that, packages are not installed.

const standardOutput = 1
const isLinux = process.platform === 'linux'
/** One where there is one display, whose windows would take the focus from each other. */
const workersThatHandle = isLinux ? Math.min(2, availableParallelism()) : 1

/**
 * Every check, in order. `kind` is its name for --only; `run` gets a folder for reports and resolves to
 * `{ passed, failed, skipped }`, numbers of tests; a check that is no test runner counts as one. Those that `readsOnly` may run beside each
 * other, and print to the file descriptor `output`; all others want the machine to themselves.
 */
export const checks = [
  tool(
    'typecheck',
    'types of the shared code',
    'typescript',
    ['--noEmit', '-p', 'tsconfig.shared.json'],
    'tsc',
  ),
  tool('typecheck', 'types of the Node code', 'typescript', ['--noEmit', '-p', 'tsconfig.node.json'], 'tsc'),
  tool(
    'typecheck',
    'types of the end-to-end tests',
    'typescript',
    ['--noEmit', '-p', 'tsconfig.e2e.json'],
    'tsc',
  ),
  tool('typecheck', 'types of the window', 'svelte-check', [
    ...['--tsconfig', 'tsconfig.web.json', '--fail-on-warnings', '--output', 'human'],
  ]),
  tool('lint', 'lint', 'eslint', ['.', '--max-warnings', '0']),
  tool('format', 'format', 'prettier', ['--check', '.', '--log-level', 'warn']),
  tool('dead-code', 'unused code and dependencies', 'knip', []),
  { kind: 'notices', title: 'notices of what is shipped', readsOnly: true, run: checkNotices },
  {
    kind: 'vulnerabilities',
    title: 'known vulnerabilities of what is shipped',
    readsOnly: true,
    run: checkVulnerabilities,
  },
  { kind: 'build', title: 'build', run: checkBuild },
  {
    kind: 'security-review',
    title: 'security review by electronegativity',
    needs: 'build',
    run: reviewSecurity,
  },
  { kind: 'unit', title: 'unit tests', run: runUnitTests },
  {
    kind: 'unit-shipped-node',
    title: 'unit tests of the engine on the Node that ships',
    needs: 'build',
    run: runEngineTestsOnShippedNode,
  },
  {
    kind: 'e2e',
    title: 'end-to-end tests that measure',
    needs: 'build',
    run: ({ reportFolder }) => runEndToEndTests({ reportFolder, project: 'measuring', workers: 1 }),
  },
  {
    kind: 'e2e',
    title: 'end-to-end tests that handle',
    needs: 'build',
    run: ({ reportFolder }) =>
      runEndToEndTests({ reportFolder, project: 'handling', workers: workersThatHandle }),
  },
  { kind: 'package', title: 'packages, installed and removed', needs: 'build', run: checkPackages },
]

export const kinds = [...new Set(checks.map(({ kind }) => kind))]

/** A check that one program decides by its exit code. */
function tool(kind, title, packageName, args, name = packageName) {
  const run = async ({ output }) =>
    asTally((await packageTool(packageName, args, { tool: name, output, errors: output })) === 0)
  return { kind, title, readsOnly: true, run }
}

const asTally = (isPassed) => ({ passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 })

async function checkNotices({ output }) {
  const { noticesProblem } = await import('../package/notices.mjs')
  const problem = noticesProblem()
  if (problem !== undefined) writeSync(output, `${problem}\n`)
  return asTally(problem === undefined)
}

/** A registry that does not answer says nothing: that counts as skipped, not as passed. */
async function checkVulnerabilities({ output }) {
  const { auditDependencies } = await import('../audit/npm-audit.mjs')
  const { kind, lines } = auditDependencies()
  writeSync(output, lines.map((line) => `${line}\n`).join(''))
  return kind === 'not-asked' ? { passed: 0, failed: 0, skipped: 1 } : asTally(kind === 'clean')
}

async function reviewSecurity() {
  await aloneInCheckout(buildIfChanged)
  const { isWithoutUnexplainedFinding } = await import('../audit/electronegativity.mjs')
  return asTally(await isWithoutUnexplainedFinding())
}

async function checkPackages(options) {
  const { checkPackage } = await import('./check-package.mjs')
  return checkPackage(options)
}

async function checkBuild() {
  return asTally(await aloneInCheckout(() => build({ output: standardOutput })))
}

async function runUnitTests({ reportFolder }) {
  // The desktop runtime draws PDF and PNG for the command line.
  const runtime = await aloneInCheckout(async () => {
    await installTestPrograms()
    return prepareRuntime({ needsVirtualDisplay: isLinux })
  })
  const report = `${reportFolder}/unit.json`
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const env = runtimeVariables(runtime)
  const exitCode = await packageTool('vitest', args, { output: standardOutput, env })
  return tallyVitest(report, exitCode)
}

/** What threads and the platform do differs between Node versions, and the app runs on a newer one than we may have. */
async function runEngineTestsOnShippedNode({ reportFolder }) {
  if (isThisNodeShipped() || !isShippedNodePossible()) {
    console.log('Not needed or not possible with this Node on this platform.')
    return { passed: 0, failed: 0, skipped: 0 }
  }
  const executable = await shippedNode()
  const report = `${reportFolder}/unit-shipped-node.json`
  const folders = ['engine', 'platform', 'hardware', 'workloads', 'content'].map((name) => `src/main/${name}`)
  const exitCode = await packageTool(
    'vitest',
    // What a run suffers from is told from its record, whatever wrote it.
    [
      'run',
      ...folders,
      '--exclude=src/main/engine/findings.test.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { output: standardOutput, executable },
  )
  return tallyVitest(report, exitCode)
}

/** Those of one project of playwright.config.ts, so many at once. */
async function runEndToEndTests({ reportFolder, project, workers }) {
  const runtime = await aloneInCheckout(async () => {
    await buildIfChanged()
    await installTestPrograms()
    return prepareRuntime({ needsVirtualDisplay: isLinux })
  })
  console.log(`These run on ${describeRuntime(runtime)}.`)
  // Also where there is a screen: tests must not depend on it, nor take it away from whoever uses it.
  const displays = isLinux ? await openVirtualDisplays(workers) : undefined
  const report = `${reportFolder}/end-to-end-${project}.json`
  const which = [`--project=${project}`, `--workers=${workers}`]
  const exitCode = await packageTool(
    '@playwright/test',
    ['test', ...which, '--retries=0', '--reporter=list,json'],
    {
      tool: 'playwright',
      output: standardOutput,
      env: { ...runtimeVariables(runtime), ...displays?.variables, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    },
  )
  await displays?.close()
  return tallyPlaywright(report, exitCode)
}
