import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forkNode } from './fork-node.ts'
import { describeEnding, type NodeProcess, type NodeProcessWish } from './node-process.ts'

let folder = ''
let file = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))
  file = join(folder, 'child.mjs')
  writeFileSync(
    file,
    `import { getHeapStatistics } from 'node:v8'
     process.on('message', ({ exit, numbers }) => {
       if (exit !== undefined) process.exit(exit)
       const limitMb = getHeapStatistics().heap_size_limit / 2 ** 20
       process.send({ numbers, argument: process.argv[2], variable: process.env.TEST_CHILD, limitMb, id: process.pid })
     })`,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Starts a child, says something to it, and gives what it answered and how it ended. */
function converse(
  wish: Partial<NodeProcessWish>,
  message: unknown,
  then: (child: NodeProcess) => void,
): Promise<{ child: NodeProcess; started: number[]; heard: unknown[]; ending: string }> {
  return new Promise((resolve) => {
    const started: number[] = []
    const heard: unknown[] = []
    const child = forkNode(
      { file, name: 'a test', ...wish },
      {
        started: (processId) => started.push(processId),
        heard: (answer) => {
          heard.push(answer)
          then(child)
        },
        ended: (ending) => resolve({ child, started, heard, ending: describeEnding(ending) }),
      },
    )
    child.send(message)
  })
}

test('a child has its arguments, variables and memory limit, takes typed arrays, and is ended at once', async () => {
  const numbers = Float64Array.of(1, NaN, -0)
  const wish = { arguments: ['one'], variables: { TEST_CHILD: 'two' }, memoryLimitMb: 64 }
  const { child, started, heard, ending } = await converse(wish, { numbers }, (started) => started.kill())
  const id = started[0]
  expect([heard, ending, child.processId]).toEqual([
    [{ numbers, argument: 'one', variable: 'two', limitMb: expect.any(Number) as number, id }],
    'signal SIGKILL',
    id,
  ])
  // How much V8 adds for young objects differs between versions: not the number itself, but that it is a smaller one.
  const free = await converse({}, { numbers }, (other) => other.kill())
  const [limited, unlimited] = [heard[0], free.heard[0]] as { readonly limitMb: number }[]
  expect(limited?.limitMb).toBeLessThan((unlimited?.limitMb ?? 0) / 2)
  // One that is gone is neither told nor killed, and nothing breaks.
  child.send({ numbers })
  child.kill()
})

test('a child that ends by itself tells its exit code, and a file that is not there one, too', async () => {
  const ended = await converse({}, { exit: 9 }, () => undefined)
  expect([ended.heard, ended.ending]).toEqual([[], 'exit code 9'])
  const missing = await converse({ file: join(folder, 'nothing.mjs') }, {}, () => undefined)
  expect(missing.ending).toBe('exit code 1')
})
