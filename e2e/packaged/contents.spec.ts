import { extractFile, listPackage, statFile } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { XMLParser } from 'fast-xml-parser'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answer, packageUnderTest, projectRoot } from './package-under-test.ts'

const { folder, deb } = packageUnderTest()
/** How a switch that is on is written into the program: the character 1 (Electron, "Fuses"). */
const enabled: number = 0x31
const archive = join(folder, 'resources', 'app.asar')

/** Paths of the files in the app's archive, and their sizes in bytes. */
function archiveFiles(): readonly { readonly path: string; readonly bytes: number }[] {
  return listPackage(archive, { isPack: false })
    .map((path) => ({ path, bytes: statFile(archive, path.slice(1)) }))
    .flatMap(({ path, bytes: entry }) => ('size' in entry ? [{ path, bytes: entry.size }] : []))
}

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly version: string }>>
}

interface NamedPackage {
  readonly name: string
  readonly version: string
}

test('the package holds the app, its dependencies, and nothing else', () => {
  const paths = archiveFiles().map(({ path }) => path)
  const own = paths.filter((path) => !path.startsWith('/node_modules/'))
  const known =
    /^\/(package\.json|NOTICES\.md|resources\/(icon\.png|presets\/[\w-]+\.json)|out\/(main|preload|renderer|viewer)\/.+\.(js|cjs|css|html))$/
  expect(own.filter((path) => !known.test(path))).toEqual([])

  const dependencies = paths.filter((path) => path.startsWith('/node_modules/'))
  const unwanted =
    /\.(map|ts|mts|cts|tsx|md|markdown|flow|node|exe|html)$|\/(test|tests|__tests__|docs?|examples?|bench|benchmarks?)\//
  expect(dependencies.filter((path) => unwanted.test(path))).toEqual([])
  // Each of them in a version that the lock file has for production.
  const { packages } = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as LockFile
  const wanted = new Set(
    Object.entries(packages).flatMap(([path, { version, dev }]) =>
      dev ? [] : [`${path.replace(/^.*node_modules\//, '')} ${version}`],
    ),
  )
  const packed = dependencies
    .filter((path) => /node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(path))
    .map((path) => JSON.parse(extractFile(archive, path.slice(1)).toString()) as NamedPackage)
  expect(packed.length).toBeGreaterThan(50)
  expect(packed.map(({ name, version }) => `${name} ${version}`).filter((it) => !wanted.has(it))).toEqual([])

  // Threads run from inside of the archive; beside it lies nothing of ours.
  expect(readdirSync(join(folder, 'resources'))).toEqual(['app.asar'])
  const code = paths.filter((path) => /^\/out\/.*\.c?js$/.test(path))
  expect(code.length).toBeGreaterThan(15)
})

test('the switches in the program are set as the package promises', async () => {
  const fuses = await getCurrentFuseWire(join(folder, 'taskscope-desktop'))
  const state = (option: FuseV1Options): string => (Number(fuses[option]) === enabled ? 'on' : 'off')
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspector: state(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyFromAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
    ownSnapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    filePrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: 'off',
    cookieEncryption: 'on',
    nodeOptions: 'off',
    inspector: 'off',
    asarIntegrity: 'on',
    onlyFromAsar: 'on',
    ownSnapshot: 'off',
    filePrivileges: 'off',
  })
})

test('the desktop entry, the MIME type and the package description keep to their rules', () => {
  const resources = join(projectRoot, 'resources', 'linux')
  expect(answer('desktop-file-validate', join(resources, 'taskscope-desktop.desktop'))).toBe('')
  const mime = readFileSync(join(resources, 'taskscope.xml'), 'utf8')
  expect(new XMLParser({ ignoreAttributes: false }).parse(mime)).toMatchObject({
    'mime-info': { 'mime-type': { '@_type': 'application/vnd.taskscope.run+zip' } },
  })

  const field = (name: string): string => answer('dpkg-deb', '--field', deb, name).trim()
  expect(field('Package')).toBe('taskscope')
  const isForTests = process.env['TASKSCOPE_RUNTIME'] === 'fallback'
  expect(field('Version').includes('~fallback.electron.')).toBe(isForTests)
  expect(field('Description').includes('tests only')).toBe(isForTests)
  const listed = answer('dpkg-deb', '--contents', deb).trim().split('\n')
  // All of it belongs to root, and only the sandbox's helper runs as root.
  expect(listed.filter((line) => !/^\S+ root\/root /.test(line))).toEqual([])
  expect(listed.filter((line) => /^...s/.test(line)).map((line) => line.split(' ').at(-1))).toEqual([
    './usr/lib/taskscope/chrome-sandbox',
  ])
  expect(listed.some((line) => line.endsWith('./usr/bin/taskscope -> ../lib/taskscope/taskscope'))).toBe(true)
})
