import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { inProject, projectRoot } from './paths.mjs'
import { packageTool } from './run.mjs'
import { say, SetUpProblem } from './say.mjs'

const stampFile = inProject('out', '.build-stamp')
const results = ['out/main/index.js', 'out/main/cli.js', 'out/viewer/viewer.js', 'out/viewer/viewer.css'].map(
  (path) => inProject(path),
)

/** Builds the app into out/ unless what is there was built from these very sources. */
export async function buildIfChanged() {
  if (isBuilt()) return
  say('Building the app.')
  if (!(await build())) {
    throw new SetUpProblem('The app could not be built: see the errors above, then try again.')
  }
}

/** Builds in any case. False when it failed. */
export async function build({ output } = {}) {
  // Taken first: a file that changes during the build makes the next build happen, rather than be skipped.
  const sources = hashSources()
  const isAppBuilt = (await packageTool('electron-vite', ['build', '--logLevel=warn'], { output })) === 0
  if (!isAppBuilt) return false
  // The viewer of the HTML report: a page of its own kind, which the app only hands out.
  const viewer = ['build', '--config', 'vite.viewer.config.ts', '--logLevel=warn']
  if ((await packageTool('vite', viewer, { output })) !== 0) return false
  writeFileSync(stampFile, sources)
  return true
}

function isBuilt() {
  if (!results.every((path) => existsSync(path)) || !existsSync(stampFile)) return false
  return readFileSync(stampFile, 'utf8') === hashSources()
}

/** By content, not by time: a checkout or a copy changes times only. */
function hashSources() {
  const hash = createHash('sha256')
  for (const path of sourceFiles()) {
    const content = readFileSync(path)
    hash.update(`${relative(projectRoot, path)}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

function sourceFiles() {
  const inRoot = readdirSync(projectRoot).filter((name) =>
    /^(package(-lock)?\.json|tsconfig.*\.json|(electron\.vite|vite\.viewer|svelte)\.config\..*)$/.test(name),
  )
  return [...inRoot.map((name) => inProject(name)), ...filesBelow('src'), ...filesBelow('resources')].sort()
}

function filesBelow(folder) {
  if (!existsSync(inProject(folder))) return []
  return readdirSync(inProject(folder), { recursive: true })
    .map((path) => join(inProject(folder), path))
    .filter((path) => !/\.test\.ts$/.test(path) && statSync(path).isFile())
}
