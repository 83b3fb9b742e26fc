import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { RecentFiles, type RecentEntry, type RecentStore } from './recent-files.ts'
import { StateFile } from './state-file.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'taskscope-recent-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const names = (recent: RecentFiles): string[] => recent.list.map(({ name, what }) => `${what} ${name}`)
const nothing = (): void => undefined

test('what was opened last comes first, once, ten at most, and also after the next start', async () => {
  const store = new StateFile<RecentEntry[]>(join(folder, 'deep', 'recent.json'))
  let changes = 0
  const recent = new RecentFiles(
    store,
    () => changes++,
    () => true,
  )
  recent.add(['/a/one.json'], 'preset')
  recent.add(['/a/two.taskscope', '/a/three.html'], 'runs')
  recent.add(['/a/one.json'], 'preset')
  recent.add([], 'runs')
  expect([names(recent), changes]).toEqual([['preset one.json', 'runs two.taskscope', 'runs three.html'], 3])
  recent.add(
    Array.from({ length: 12 }, (_, n) => `/b/${n}.taskscope`),
    'runs',
  )
  await store.settled()
  const again = new RecentFiles(store, nothing, () => true)
  expect([again.list.length, again.list[0]?.name, again.list]).toEqual([10, '0.taskscope', recent.list])
  again.clear()
  await store.settled()
  expect(new RecentFiles(store, nothing, () => true).list).toEqual([])
})

test('files that are gone are left out, and come back when they do', () => {
  const store: RecentStore = { read: () => null, write: () => Promise.resolve() }
  const gone = new Set(['/a/one.json'])
  const recent = new RecentFiles(store, nothing, (path) => !gone.has(path))
  recent.add(['/a/one.json', '/a/two.json'], 'preset')
  expect(names(recent)).toEqual(['preset two.json'])
  gone.clear()
  expect(names(recent)).toEqual(['preset one.json', 'preset two.json'])
})

test('the window’s name for a file leads back to it, and says nothing of where it is', () => {
  const store: RecentStore = { read: () => null, write: () => Promise.resolve() }
  const recent = new RecentFiles(store, nothing, () => true)
  recent.add(['/home/ada/secret/one.json'], 'preset')
  const [file] = recent.list
  expect(JSON.stringify(file)).not.toContain('secret')
  expect([recent.find(file?.id ?? ''), recent.find('../one.json')]).toEqual([
    '/home/ada/secret/one.json',
    null,
  ])
})

test.each(['', '{', '[{"path":"relative.json","what":"preset"}]', '[{"path":"/a","what":"program"}]', '{}'])(
  'a broken list (%s) is no list',
  (text) => {
    const file = join(folder, 'recent.json')
    writeFileSync(file, text)
    expect(new RecentFiles(new StateFile(file), nothing, () => true).list).toEqual([])
  },
)
