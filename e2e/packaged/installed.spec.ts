import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answer, installedFolder, packageUnderTest, projectRoot } from './package-under-test.ts'
import { OrdinaryUser } from './ordinary-user.ts'
import { smokeStory } from './smoke-story.ts'

const { deb, electron } = packageUnderTest()
/** Where packages put things; not what programs write while they run. */
const systemFolders = ['/usr', '/etc', '/opt', '/var/lib/dpkg/info', '/var/lib/dpkg/alternatives']

let user: OrdinaryUser
test.beforeEach(() => {
  user = new OrdinaryUser()
})
test.afterEach(() => user.remove())

// Whatever became of the test, its time limit included.
test.afterAll(() => {
  answer('dpkg', '--force-unsafe-io', '--purge', 'taskscope')
})

/** Every path of the system, to be compared. */
function systemFiles(): ReadonlySet<string> {
  const isNoise = /__pycache__|\/node_modules\/|^\/usr\/src/
  const listed = answer('find', ...systemFolders.filter((folder) => existsSync(folder)), '-xdev')
  return new Set(listed.split('\n').filter((path) => !isNoise.test(path)))
}

function difference(one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...one].filter((path) => !other.has(path))
}

/** Without waiting for the disk after each file. */
function install(file: string): void {
  answer('dpkg', '--force-unsafe-io', '--install', file)
}

/** A package of the same name and an older number, with one file. */
function olderDeb(folder: string): string {
  const older = join(folder, 'older')
  mkdirSync(join(older, 'DEBIAN'), { recursive: true })
  mkdirSync(join(older, installedFolder), { recursive: true })
  writeFileSync(join(older, installedFolder, 'gone'), '')
  const control = answer('dpkg-deb', '--field', deb).replace(/^Version: .*$/m, 'Version: 0.0.1')
  writeFileSync(join(older, 'DEBIAN', 'control'), control)
  answer('dpkg-deb', '--root-owner-group', '--build', older, `${older}.deb`)
  return `${older}.deb`
}

/** What the command prints, typed by that user in a folder that has nothing to do with it. */
function taskscope(...args: readonly string[]): string {
  const [program = '', ...rest] = [...user.asThisUser, 'taskscope', ...args]
  return execFileSync(program, rest, { cwd: user.home, env: user.variables, encoding: 'utf8', stdio: 'pipe' })
}

test('the development build: run, export, look at it, close', async () => {
  // As root, whose cache the runtime may lie in, and whom Chromium's sandbox does not take.
  const root = {
    home: user.home,
    runs: user.runs,
    profile: user.profile,
    variables: user.variables,
    asThisUser: [],
  }
  await smokeStory(electron, ['--no-sandbox', projectRoot], root, false)
})

test('the deb: install, run by window and by command, remove, and nothing is left but what the user made', async () => {
  test.setTimeout(180_000)
  const before = systemFiles()
  try {
    // An older version gives way, with whatever the newer one no longer has.
    install(olderDeb(user.home))
    expect(existsSync(join(installedFolder, 'gone'))).toBe(true)
    install(deb)
    expect(existsSync(join(installedFolder, 'gone'))).toBe(false)
    expect(statSync(join(installedFolder, 'chrome-sandbox')).mode & 0o7777).toBe(0o4755)
    // The desktop knows what has come.
    expect(readFileSync('/usr/share/mime/globs2', 'utf8')).toContain(
      'application/vnd.taskscope.run+zip:*.taskscope',
    )
    expect(readFileSync('/usr/share/applications/mimeinfo.cache', 'utf8')).toContain(
      'application/vnd.taskscope.run+zip=taskscope-desktop.desktop',
    )
    expect(answer('dpkg', '--verify', 'taskscope')).toBe('')

    await smokeStory('taskscope-desktop', [], user, true)

    const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
      version: string
    }
    expect(taskscope('--version')).toBe(`${version}\n`)
    const html = join(user.home, 'by-command.html')
    const summary = JSON.parse(taskscope('run', 'course-demo', '--html', html, '--json', '-')) as {
      readonly summary: { readonly tasks: { readonly succeeded: number } }
    }
    expect(summary.summary.tasks.succeeded).toBe(11)
    expect(readFileSync(html, 'utf8')).toContain('course-demo')
    taskscope('runs', 'export', 'latest', '--out', join(user.home, 'reports'), '--formats', 'pdf')
    const [pdf = ''] = readdirSync(join(user.home, 'reports'))
    expect(
      readFileSync(join(user.home, 'reports', pdf))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  } finally {
    answer('dpkg', '--purge', 'taskscope')
  }
  const after = systemFiles()
  expect(difference(after, before)).toEqual([])
  expect(difference(before, after)).toEqual([])
  // Both runs, the window's and the command's.
  expect(readdirSync(user.runs).filter((name) => /^\d/.test(name)).length).toBe(2)
})
