import { crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { noLabels } from '#shared/model/saved-run.ts'
import { fuzz } from '../reading/fake-fuzz.ts'
import { mutatedBytes } from '../reading/fake-mutations.ts'
import { richRun } from '../reading/fake-rich-run.ts'
import { fakeFacts, fakeFiles } from '../fake-run-folder.ts'
import { archiveRun } from './archive-run.ts'
import { gathered } from './fake-archive.ts'
import { looksLikeZip, readArchive } from './read-archive.ts'
import { openZip } from './read-zip.ts'

/** One entry of a zip that is written by hand, so that it can lie. */
interface Lie {
  readonly name: string
  readonly content: Buffer
  /** Instead of how it really is. */
  readonly stored?: Buffer
  readonly method?: number
  readonly flags?: number
  readonly size?: number
  readonly crc?: number
  readonly attributes?: number
}

/** A zip file (APPNOTE.TXT, 4.3.7 to 4.3.16) of these entries. */
function zipByHand(entries: readonly Lie[], count = entries.length): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, stored = deflateRawSync(content), method = 8, ...lie } of entries) {
    const { flags = 0x800, size = content.length, crc = crc32(content), attributes = 0o100644 } = lie
    const bytes = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(flags, 2)
    facts.writeUInt16LE(method, 4)
    facts.writeUInt32LE(crc, 10)
    facts.writeUInt32LE(stored.length, 14)
    facts.writeUInt32LE(size, 18)
    facts.writeUInt16LE(bytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, bytes, stored])
    locals.push(local)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((attributes << 16) >>> 0, 6)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), facts, rest, bytes]))
    at += local.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}

const good: readonly Lie[] = [...fakeFiles(richRun())].map(([name, content]) => ({ name, content }))
const changed = (name: string, lie: Partial<Lie>): Lie[] =>
  good.map((entry) => (entry.name === name ? { ...entry, ...lie } : entry))

const refusal = (bytes: Buffer): Promise<string> =>
  readArchive('run.taskscope', bytes).then(
    () => 'read',
    (error: unknown) => String(error).replace(/^InputError: run\.taskscope[:,] /, ''),
  )

test('a zip written by hand is read', async () => {
  expect(await refusal(zipByHand(good))).toBe('read')
})

test.each<[string, Buffer, string]>([
  [
    'nothing',
    Buffer.alloc(0),
    'expected a whole archive, got a damaged one (End of central directory record',
  ],
  ['an empty zip', zipByHand([]), 'run.json: expected a file, got nothing of that name.'],
  ['half of it', zipByHand(good).subarray(0, 4_000), 'expected a whole archive, got a damaged one (End of'],
  [
    'a path out of it',
    zipByHand([...good, { name: '../../run.json', content: Buffer.from('{}') }]),
    'expected a whole archive, got a damaged one (invalid relative path: ../../run.json).',
  ],
  [
    'a path from the root',
    zipByHand([...good, { name: '/etc/passwd', content: Buffer.from('x') }]),
    'expected a whole archive, got a damaged one (absolute path: /etc/passwd).',
  ],
  [
    'a path of Windows',
    zipByHand([...good, { name: '..\\..\\run.json', content: Buffer.from('x') }]),
    'expected a whole archive, got a damaged one (invalid characters in fileName: ..\\..\\run.json).',
  ],
  [
    'a path from a drive’s root',
    zipByHand([...good, { name: 'C:/run.json', content: Buffer.from('x') }]),
    'expected a whole archive, got a damaged one (absolute path: C:/run.json).',
  ],
  [
    'a folder',
    zipByHand([{ name: 'run/', content: Buffer.alloc(0) }]),
    'expected the files of a run at its top level, got "run/".',
  ],
  [
    'another file',
    zipByHand([...good, { name: 'virus.exe', content: Buffer.from('MZ') }]),
    'expected the files of a run at its top level, got "virus.exe".',
  ],
  [
    'a writer’s note',
    zipByHand([...good, { name: 'writing.json', content: Buffer.from('{}') }]),
    'expected the files of a run at its top level, got "writing.json".',
  ],
  [
    'a file twice',
    zipByHand([...good, ...good.slice(0, 1)]),
    'expected each file once, got "run.json" twice.',
  ],
  [
    'a link',
    zipByHand(changed('tasks.arrows', { attributes: 0o120777 })),
    'expected files, got "tasks.arrows", a link or something else.',
  ],
  [
    'a secret',
    zipByHand(changed('run.json', { flags: 0x801 })),
    'expected files that can be read, got "run.json", encrypted.',
  ],
  [
    'another compression',
    zipByHand(changed('run.json', { method: 12 })),
    'expected "run.json" stored or deflated, got another compression.',
  ],
  ['too many files', zipByHand(good, 60_000), 'expected at most 16 files, got 60000.'],
  [
    'a file that says that it is larger',
    zipByHand(changed('slices.arrows', { size: 100_000 })),
    'slices.arrows: expected what its archive says of it, got something else.',
  ],
  [
    'a file that says that it is smaller',
    zipByHand(changed('slices.arrows', { size: 10 })),
    'expected a whole archive, got a damaged one (',
  ],
  [
    'a file that says that it is huge',
    zipByHand(changed('run.json', { size: 2 ** 32 - 2 })),
    'run.json: expected at most 67108864 bytes, got 4294967294',
  ],
  [
    'a bomb: a hundred megabytes in a hundred kilobytes',
    zipByHand(
      changed('labels.json', {}).concat([{ name: 'labels.json', content: Buffer.alloc(100_000_000) }]),
    ),
    'read',
  ],
  [
    'a bomb that says that it is small',
    zipByHand(changed('run.json', { stored: deflateRawSync(Buffer.alloc(10_000_000)), size: 1_000 })),
    'expected a whole archive, got a damaged one (',
  ],
  [
    'another check sum',
    zipByHand(changed('tasks.arrows', { crc: 1 })),
    'tasks.arrows: expected what its archive says of it, got something else.',
  ],
  [
    'what does not inflate',
    zipByHand(changed('tasks.arrows', { stored: Buffer.from('hello, hello') })),
    'expected a whole archive, got a damaged one (',
  ],
  [
    'a table of another run',
    zipByHand(changed('tasks.arrows', { content: good[2]?.content ?? Buffer.alloc(0) })),
    'tasks.arrows has no column "group".',
  ],
])('%s', async (_, bytes, sentence) => {
  expect((await refusal(bytes)).slice(0, sentence.length)).toBe(sentence)
})

test('a zip is told by its first bytes', () => {
  expect(looksLikeZip(zipByHand(good))).toBe(true)
  expect(looksLikeZip(zipByHand([]))).toBe(true)
  expect(looksLikeZip(Buffer.from('PKW'))).toBe(false)
})

/** The container by itself: whatever is read from it is what was put in, for every entry has its check sum. */
test('an archive with something wrong in it is read as it was, or refused in a sentence', async () => {
  const entries = [
    { name: 'run.json', content: Buffer.from('{"format": "taskscope-run"}') },
    { name: 'tasks.arrows', content: Buffer.alloc(100) },
  ]
  const contents = entries.map(({ content }) => content)
  const names = new Set(entries.map(({ name }) => name))
  const whole = zipByHand(entries)
  const mutations = 10_000
  const { reads, refusals, slowestRatio, grownBytes } = await fuzz<Buffer>({
    seed: 9,
    mutations,
    mutate: (random) => mutatedBytes(whole, random),
    async read(bytes) {
      const zip = await openZip('run.taskscope', bytes, names)
      for (const name of names) {
        const content = await zip.read(name, 1 << 20)
        if (content !== null) expect(contents.some((known) => known.equals(content))).toBe(true)
      }
    },
    describe: (bytes) => bytes.toString('base64'),
  })
  expect(reads).toBeGreaterThan(mutations / 100)
  expect(refusals).toBeGreaterThan(mutations / 100)
  expect(slowestRatio).toBeLessThan(1_000)
  expect(grownBytes).toBeLessThan(2 ** 29)
}, 60_000)

test('a whole one with something wrong in it, too', async () => {
  const small = fakeRun({ groups: [{ count: 1 }], tasks: [{ started: 1, finished: 2 }] })
  const whole = await gathered(archiveRun(small, { ...fakeFacts, labels: noLabels }))
  const { refusals } = await fuzz<Buffer>({
    seed: 10,
    mutations: 500,
    mutate: (random) => mutatedBytes(whole, random),
    async read(bytes) {
      await readArchive('run.taskscope', bytes)
    },
    describe: (bytes) => bytes.toString('base64'),
  })
  expect(refusals).toBeGreaterThan(50)
}, 60_000)
