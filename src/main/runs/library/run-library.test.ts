import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RunId } from '#shared/model/ids.ts'
import { noLabels, type LibraryEntry, type LibrarySnapshot } from '#shared/model/saved-run.ts'
import { InputError } from '../../engine/input-error.ts'
import { LibraryGround } from './library-ground.ts'

let ground: LibraryGround
beforeEach(() => (ground = new LibraryGround()))
afterEach(() => ground.close())

const ids = ({ entries }: Pick<LibrarySnapshot, 'entries'>): string => entries.map(({ id }) => id).join(' ')
const id = (name: string): RunId => name as RunId
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof InputError ? error.message : `no refusal: ${String(error)}`
}

describe('listing', () => {
  test('gives every folder, the newest run first, and how much room all take', async () => {
    ground.put('one', { startedAt: '2026-11-01T00:00:00.000Z', bytes: 5 })
    ground.put('two', { startedAt: '2026-11-03T00:00:00.000Z', bytes: 6 })
    ground.put('three', { startedAt: '2026-11-02T00:00:00.000Z', bytes: 7 })
    const snapshot = await ground.open().snapshot()
    expect([ids(snapshot), snapshot.usage]).toEqual([
      'two three one',
      { bytes: 18, runs: 3, limitBytes: null },
    ])
  })

  test('a library that is not there yet is empty', async () => {
    const library = ground.open({ folder: join(ground.folder, 'none', 'runs') })
    expect([await library.snapshot(), existsSync(join(ground.folder, 'none'))]).toEqual([
      { entries: [], usage: { bytes: 0, runs: 0, limitBytes: null } },
      false,
    ])
  })

  test('files, hidden folders and links are no runs; what cannot be read is listed with the reason, last', async () => {
    ground.put('run')
    writeFileSync(join(ground.folder, 'file'), '')
    mkdirSync(join(ground.folder, '.hidden'))
    symlinkSync(join(ground.folder, 'run'), join(ground.folder, 'link'))
    ground.put('odd')
    writeFileSync(join(ground.folder, 'odd', 'run.json'), '{"kind"')
    const { entries } = await ground.open().snapshot()
    expect([ids({ entries }), entries[1]?.kind]).toEqual(['run odd', 'unreadable'])
  })

  test('a folder that was made just now, without its document, is not a run that cannot be read', async () => {
    mkdirSync(join(ground.folder, 'young'))
    ground.nowMs = Date.now()
    const library = ground.open()
    expect(ids(await library.snapshot())).toBe('')
    ground.nowMs += 10_000
    expect(ids(await library.snapshot())).toBe('young')
  })
})

describe('the index', () => {
  const index = (): string => join(ground.folder, '.index.ndjson')
  const listed = async (): Promise<readonly [string, string]> => {
    ground.reads.length = 0
    const snapshot = await ground.open().snapshot()
    return [ids(snapshot), ground.reads.toSorted().join(' ')]
  }
  beforeEach(() => {
    ground.put('a', { startedAt: '2026-11-02T00:00:00.000Z' })
    ground.put('b', { startedAt: '2026-11-01T00:00:00.000Z' })
  })

  test('saves the next process from reading what has not changed', async () => {
    expect([await listed(), await listed()]).toEqual([
      ['a b', 'a b'],
      ['a b', ''],
    ])
    ground.put('b', { startedAt: '2026-11-03T00:00:00.000Z' })
    rmSync(join(ground.folder, 'a'), { recursive: true })
    ground.put('c', { startedAt: '2026-11-04T00:00:00.000Z' })
    expect([await listed(), await listed()]).toEqual([
      ['c b', 'b c'],
      ['c b', ''],
    ])
  })

  test('does not believe what may still change without showing it', async () => {
    ground.touch('a')
    expect([await listed(), await listed()]).toEqual([
      ['a b', 'a b'],
      ['a b', 'a'],
    ])
    ground.put('live', { phase: 'running', startedAt: '2026-11-05T00:00:00.000Z' })
    await listed()
    expect(await listed()).toEqual(['live a b', 'live'])
  })

  test.each<[string, (content: string) => string]>([
    ['of another version', (content) => content.replace('"schemaVersion":1', '"schemaVersion":2')],
    ['that is no index', () => '\u0000\u0001 garbage'],
    ['that is empty', () => ''],
  ])('an index %s is made anew', async (_name, change) => {
    await listed()
    writeFileSync(index(), change(readFileSync(index(), 'utf8')))
    expect([await listed(), await listed()]).toEqual([
      ['a b', 'a b'],
      ['a b', ''],
    ])
  })

  test.each<[string, (line: string) => string]>([
    ['torn off', (line) => line.slice(0, 40)],
    ['of a run that goes on', (line) => line.replace('"completed"', '"running"')],
    ['of a field that cannot be', (line) => line.replace(',40000,', ',"many",')],
    ['of another shape', () => '[1,2]'],
  ])('a line %s costs only its own entry', async (_name, change) => {
    await listed()
    const lines = readFileSync(index(), 'utf8').split('\n')
    writeFileSync(index(), lines.map((line) => (line.startsWith('["a"') ? change(line) : line)).join('\n'))
    expect([await listed(), await listed()]).toEqual([
      ['a b', 'a'],
      ['a b', ''],
    ])
  })

  test('is written anew when most of it is out of date, and leaves no other files', async () => {
    await listed()
    const [header = '', ...lines] = readFileSync(index(), 'utf8').split('\n')
    writeFileSync(index(), [header, ...Array.from({ length: 2_000 }, () => lines[0] ?? '')].join('\n'))
    ground.put('c')
    await listed()
    expect([readFileSync(index(), 'utf8').split('\n').length, readdirSync(ground.folder).sort()]).toEqual([
      5,
      ['.index.ndjson', 'a', 'b', 'c'],
    ])
  })

  test('two libraries at once do no harm to each other', async () => {
    const [one, other] = [ground.open(), ground.open()]
    await Promise.all([one.snapshot(), other.snapshot()])
    for (let at = 0; at < 20; at++) {
      ground.put(`more-${at}`)
      await Promise.all([one.snapshot(), other.snapshot()])
    }
    expect((await listed())[1]).toBe('')
  })

  test('a folder that takes no index is listed all the same', async () => {
    mkdirSync(index())
    expect([await listed(), await listed()]).toEqual([
      ['a b', 'a b'],
      ['a b', 'a b'],
    ])
  })
})

describe('following', () => {
  const told = (): (readonly [string, string])[] =>
    ground.changes
      .splice(0)
      .map(({ changed, removed }) => [changed.map((entry) => entry.id).join(' '), removed.join(' ')])

  test('what others do to the folder is told after a while, one entry read for each', async () => {
    ground.put('a')
    const library = await ground.followed()
    ground.reads.length = 0
    ground.put('b')
    ground.changed?.('b')
    ground.changed?.('.index.ndjson')
    ground.changed?.('b')
    expect([told(), ground.timers.length]).toEqual([[], 1])
    await ground.ring(library)
    expect([told(), ground.reads, ids(await library.snapshot())]).toEqual([[['b', '']], ['b'], 'b a'])
    rmSync(join(ground.folder, 'a'), { recursive: true })
    ground.changed?.('a')
    await ground.ring(library)
    expect([told(), ids(await library.snapshot())]).toEqual([[['', 'a']], 'b'])
  })

  test('who asks before that while is over, gets what is there now', async () => {
    const library = await ground.followed()
    ground.put('b')
    ground.changed?.('b')
    expect(ids(await library.snapshot())).toBe('b')
  })

  test('a system that does not say what has changed costs a look through all', async () => {
    const library = await ground.followed()
    ground.put('b')
    ground.changed?.(null)
    await ground.ring(library)
    expect(told()).toEqual([['b', '']])
  })

  test('a folder that cannot be watched is looked through now and then, until it can', async () => {
    ground.isWatchable = false
    const library = await ground.followed()
    ground.put('b')
    expect([await ground.ring(library), told(), ground.changed]).toEqual([5_000, [['b', '']], null])
    ground.isWatchable = true
    await ground.ring(library)
    expect([ground.changed === null, ground.timers.length]).toEqual([false, 0])
  })

  test('a folder that is replaced by another of its name is watched anew', async () => {
    ground.put('a')
    const library = await ground.followed()
    const before = ground.changed
    rmSync(ground.folder, { recursive: true })
    mkdirSync(ground.folder)
    ground.put('b')
    before?.(basename(ground.folder))
    await ground.ring(library)
    expect([told(), ground.changed === before, ids(await library.snapshot())]).toEqual([
      [['b', 'a']],
      false,
      'b',
    ])
  })

  test('a run under way is looked at until it is over', async () => {
    ground.put('live', { phase: 'running', makespanMs: null })
    const library = await ground.followed()
    expect([await ground.ring(library), told()]).toEqual([2_000, []])
    ground.put('live', { phase: 'interrupted', makespanMs: null })
    expect([await ground.ring(library), told(), ground.timers.length]).toEqual([2_000, [['live', '']], 0])
  })

  test('nothing is watched for nobody', async () => {
    const library = ground.open()
    const [stopOne, stopOther] = [library.follow(() => undefined), library.follow(() => undefined)]
    stopOne()
    expect(ground.changed === null).toBe(false)
    stopOther()
    expect([ground.changed, ground.timers]).toEqual([null, []])
    await library.close()
  })
})

describe('changing', () => {
  test('labels are written, told, and touch the folder for those who watch it', async () => {
    ground.put('a')
    const library = await ground.followed()
    const labels = { title: 'Named', tags: ['x'], note: 'n' }
    await library.label(id('a'), labels)
    expect(ground.changes.map(({ changed }) => changed)).toMatchObject([[{ id: 'a', labels }]])
    expect(await refusal(library.label(id('a'), { ...noLabels, title: 'x'.repeat(11) }))).toBe(
      'title: expected at most 10 characters.',
    )
  })

  test.each([
    '',
    '.',
    '..',
    '../a',
    'a/../a',
    '/etc',
    'a\\b',
    'a\u0000',
    '.index.ndjson',
    'none',
    'link',
    'c:',
  ])('a run called %j is none', async (name) => {
    ground.put('a')
    symlinkSync(join(ground.folder, 'a'), join(ground.folder, 'link'))
    const library = ground.open()
    const sentence = `Expected a run of the library, got ${JSON.stringify(name)}.`
    expect([
      await refusal(library.folderOf(id(name))),
      await refusal(library.label(id(name), noLabels)),
      await refusal(library.delete([id(name)])),
      readdirSync(ground.folder),
    ]).toEqual([sentence, sentence, sentence, ['a', 'link']])
  })

  test('deleting moves whole folders to the trash', async () => {
    for (const name of ['a', 'b', 'c']) ground.put(name)
    const library = await ground.followed()
    await library.delete([id('a'), id('c')])
    expect([
      ids(await library.snapshot()),
      readdirSync(ground.trash).sort(),
      ground.changes.at(-1)?.removed,
    ]).toEqual(['b', ['a', 'c'], ['a', 'c']])
  })

  test('a run that is being recorded is not deleted, nor are those with it', async () => {
    ground.put('a')
    ground.put('live', { phase: 'running' })
    const library = ground.open()
    expect([await refusal(library.delete([id('a'), id('live')])), readdirSync(ground.trash)]).toEqual([
      'Expected runs that are over, got 1 run being recorded (live).',
      [],
    ])
  })

  test('where there is no trash it is said, and nothing is deleted', async () => {
    ground.put('a')
    const library = ground.open({ moveToTrash: () => Promise.reject(new Error('no trash here')) })
    expect([await refusal(library.delete([id('a')])), ids(await library.snapshot())]).toEqual([
      '1 run could not be moved to the trash: no trash here.',
      'a',
    ])
  })
})

describe('the limit', () => {
  const mebibyte = 2 ** 20
  const put = (name: string, day: number, more: Partial<LibraryEntry> = {}): void => {
    ground.put(name, { startedAt: `2026-11-0${day}T00:00:00.000Z`, bytes: mebibyte, ...(more as object) })
  }

  test('is kept with the library, for all who use it', async () => {
    await ground.open().limit(3 * mebibyte)
    expect((await ground.open().snapshot()).usage.limitBytes).toBe(3 * mebibyte)
    await ground.open().limit(null)
    expect((await ground.open().snapshot()).usage.limitBytes).toBe(null)
  })

  test('is told to those who follow, whoever sets it', async () => {
    const library = await ground.followed()
    await ground.open().limit(5 * mebibyte)
    ground.changed?.('library.json')
    await ground.ring(library)
    expect(ground.changes).toEqual([
      { changed: [], removed: [], usage: { bytes: 0, runs: 0, limitBytes: 5 * mebibyte } },
    ])
  })

  test.each([0, -1, 1.5, NaN, 2 ** 60])('cannot be %d bytes', async (bytes) => {
    expect(await refusal(ground.open().limit(bytes))).toMatch(
      /^Expected a limit of 1048576 to .* bytes, got .*\.$/,
    )
  })

  test.each([
    '',
    'null',
    '[]',
    '{"schemaVersion":1,"limitBytes":1}',
    '{"schemaVersion":2,"limitBytes":2000000}',
  ])('that cannot be read (%j) deletes nothing', async (content) => {
    for (const day of [1, 2, 3]) put(`r${day}`, day)
    writeFileSync(join(ground.folder, 'library.json'), content)
    expect([await ground.open().tidy(), ids(await ground.open().snapshot())]).toEqual([[], 'r3 r2 r1'])
  })

  test('deletes the oldest for good, but nothing that somebody has written on, that is under way or that cannot be read', async () => {
    put('titled', 1, { labels: { ...noLabels, title: 'Mine' } })
    put('tagged', 1, { labels: { ...noLabels, tags: ['keep'] } })
    put('noted', 1, { labels: { ...noLabels, note: 'n' } })
    put('live', 1, { phase: 'running' } as never)
    put('odd', 1)
    writeFileSync(join(ground.folder, 'odd', 'run.json'), '{')
    for (const day of [2, 3, 4, 5]) put(`r${day}`, day)
    const library = ground.open()
    await library.limit(6 * mebibyte)
    const deleted = await library.tidy(new Set([id('r2')]))
    expect([
      deleted.map((entry) => entry.id),
      ids(await library.snapshot()),
      readdirSync(ground.trash),
    ]).toEqual([['r3', 'r4'], 'r5 r2 titled tagged noted live odd', []])
  })

  test('never deletes the newest run, and what was half deleted goes the next time', async () => {
    ground.put('big', { bytes: 9 * mebibyte })
    mkdirSync(join(ground.folder, '.deleted-0123', 'deep'), { recursive: true })
    const library = ground.open()
    await library.limit(mebibyte)
    expect([await library.tidy(), readdirSync(ground.folder).sort()]).toEqual([
      [],
      ['.index.ndjson', 'big', 'library.json'],
    ])
  })
})
