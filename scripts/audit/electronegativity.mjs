// Electronegativity (Doyensec), which knows the traps of Electron apps, over our sources. It is installed for itself, into the
// user's cache: its 400 packages are nobody else's business. Its parser (of 2024) reads TypeScript, but no Svelte: components
// are looked at as the JavaScript that they are built into.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transformWithOxc } from 'vite'
import { cacheFolder, inProject } from '../setup/paths.mjs'
import { npm } from '../setup/run.mjs'
import { say, SetUpProblem } from '../setup/say.mjs'

const version = '1.10.3'
/** Its dependencies as they were on that day: nothing published later gets in. */
const dependenciesBefore = '2026-01-01'

/** The package's folder, fetched on first use. */
async function installed() {
  const folder = join(cacheFolder(), `electronegativity-${version}`)
  const packageFolder = join(folder, 'node_modules', '@doyensec', 'electronegativity')
  if (existsSync(packageFolder)) return packageFolder
  mkdirSync(cacheFolder(), { recursive: true })
  const workFolder = mkdtempSync(join(cacheFolder(), `unfinished-${process.pid}-`))
  try {
    say(`Fetching electronegativity ${version} for the security check (150 MB, once).`)
    writeFileSync(join(workFolder, 'package.json'), '{"private": true}')
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `--before=${dependenciesBefore}`]
    const code = await npm([...args, `@doyensec/electronegativity@${version}`], {
      cwd: workFolder,
      output: 'ignore',
    })
    if (code !== 0)
      throw new SetUpProblem(`electronegativity ${version} could not be fetched: npm says why above.`)
    rmSync(folder, { recursive: true, force: true })
    renameSync(workFolder, folder)
  } finally {
    rmSync(workFolder, { recursive: true, force: true })
  }
  return packageFolder
}

const filesOf = (folder, suffix) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(suffix))

/** What it is to look at: our sources without tests, and the window's code as it is built, in a form that its parser knows. */
async function copyForReview(folder) {
  for (const file of [
    'package.json',
    'src/renderer/index.html',
    ...filesOf(inProject('src'), '.ts').map((name) => `src/${name}`),
  ])
    if (!/\.test\.ts$|\/fake-[\w-]+\.ts$/.test(file)) cpSync(inProject(file), join(folder, file))
  for (const part of ['renderer', 'preload']) {
    for (const name of filesOf(inProject('out', part), 'js')) {
      if (!/\.c?js$/.test(name)) continue
      const { code } = await transformWithOxc(
        readFileSync(inProject('out', part, name), 'utf8'),
        name.replace(/\.cjs$/, '.js'),
        {
          target: 'es2019',
          sourcemap: false,
        },
      )
      // The name of a built file changes with what is in it.
      const file = join(folder, 'out', part, name.replace(/-[\w-]{8}(?=\.js$)/, ''))
      mkdirSync(join(file, '..'), { recursive: true })
      writeFileSync(file, code)
    }
  }
}

const isSame = (one, other) => ['id', 'file', 'sample'].every((key) => one[key] === other[key])
const inWords = ({ id, file, sample }) => `${id} in ${file}: ${sample.slice(0, 200)}`

/** Whether all findings are explained in `explained-findings.json`, and all explanations still have a finding. */
export async function isWithoutUnexplainedFinding() {
  const packageFolder = await installed()
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-review-'))
  try {
    await copyForReview(folder)
    const { version: electronVersion } = JSON.parse(
      readFileSync(inProject('node_modules', 'electron', 'package.json'), 'utf8'),
    )
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [inProject('scripts', 'audit', 'run-electronegativity.mjs'), packageFolder, folder, electronVersion],
      { encoding: 'utf8', maxBuffer: 1 << 26, env: { ...process.env, LANG: 'en-US' } },
    )
    if (status !== 0) throw new Error(`electronegativity failed: ${stderr}`)
    const { errors, findings, checks } = JSON.parse(stdout)
    const explained = JSON.parse(
      readFileSync(inProject('scripts', 'audit', 'explained-findings.json'), 'utf8'),
    )
    const unread = errors.filter(({ tolerable }) => !tolerable)
    const news = findings.filter((finding) => !explained.some((one) => isSame(one, finding)))
    const stale = explained.filter((one) => !findings.some((finding) => isSame(one, finding)))
    for (const { file, message } of unread) console.log(`Could not be read: ${file}: ${message}`)
    for (const finding of news) console.log(`Not explained: ${inWords(finding)}`)
    for (const one of stale) console.log(`Explained, but no longer found: ${inWords(one)}`)
    console.log(
      `${checks} checks of electronegativity ${version}: ${findings.length} findings, ${news.length} not explained.`,
    )
    return unread.length + news.length + stale.length === 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
