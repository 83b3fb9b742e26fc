import { expect, test, vi } from 'vitest'
import { launchThroughMain } from './launch-through-main.ts'
import { LinkedProcess } from './linked-process.ts'
import { describeEnding, type NodeProcessListener } from './node-process.ts'
import type { MainLine, ProcessNotice, ProcessPort, ProcessRequest } from './process-messages.ts'

/** A port whose other end is the test. */
class FakePort implements ProcessPort {
  readonly sent: unknown[] = []
  isClosed = false
  hear: (event: { readonly data: unknown }) => void = () => undefined
  close = (): void => void (this.isClosed = true)
  closeThere: () => void = () => undefined
  start(): void {
    this.sent.push('start')
  }
  postMessage(message: unknown): void {
    this.sent.push(message)
  }
  on(
    ...[event, listener]: ['message', (event: { readonly data: unknown }) => void] | ['close', () => void]
  ): void {
    if (event === 'message') this.hear = listener
    else this.closeThere = listener
  }
}

function listening(): { listener: NodeProcessListener; heard: unknown[] } {
  const heard: unknown[] = []
  return {
    heard,
    listener: {
      started: (processId) => heard.push(`started ${processId}`),
      heard: (message) => heard.push(message),
      ended: (ending) => heard.push(describeEnding(ending)),
    },
  }
}

test('what is sent before there is a port arrives when there is one, in order', () => {
  const child = new LinkedProcess(listening().listener, () => undefined)
  const port = new FakePort()
  child.send('first')
  child.connect(port)
  child.send('second')
  expect(port.sent).toEqual(['start', 'first', 'second'])
})

test.each([['the end'], ['the closing']])(
  'where %s is known first, what it last said is heard before its end',
  (first) => {
    const { listener, heard } = listening()
    const child = new LinkedProcess(listener, () => undefined)
    const port = new FakePort()
    child.connect(port)
    child.started(12)
    const end = (): void => child.end({ kind: 'killed', signal: 'SIGABRT' })
    if (first === 'the end') end()
    port.hear({ data: 'last words' })
    port.closeThere()
    if (first === 'the closing') end()
    child.send('too late')
    expect([heard, child.processId, port.isClosed, port.sent]).toEqual([
      ['started 12', 'last words', 'signal SIGABRT'],
      12,
      true,
      ['start'],
    ])
  },
)

test('a port that does not close does not keep the end from being told', () => {
  vi.useFakeTimers()
  try {
    const { listener, heard } = listening()
    const child = new LinkedProcess(listener, () => undefined)
    child.connect(new FakePort())
    child.end({ kind: 'exited', code: 3 })
    expect(heard).toEqual([])
    vi.runAllTimers()
    expect(heard).toEqual(['exit code 3'])
  } finally {
    vi.useRealTimers()
  }
})

test('one that has no port, because it could not be started, has ended at once; then there is nobody to kill', () => {
  const { listener, heard } = listening()
  let kills = 0
  const child = new LinkedProcess(listener, () => kills++)
  child.kill()
  child.end({ kind: 'not-started', message: 'no more processes' })
  child.kill()
  expect([heard, kills]).toEqual([['no more processes'], 1])
})

test('a utility process asks the main process for each child, and news finds the right one', () => {
  const asked: ProcessRequest[] = []
  let say: (notice: ProcessNotice, ...ports: ProcessPort[]) => void = () => undefined
  const line: MainLine = {
    postMessage: (request) => asked.push(request),
    on: (_event, listener) => (say = (data, ...ports) => listener({ data, ports })),
  }
  const launch = launchThroughMain(line)
  const [one, two] = [listening(), listening()]
  const wish = { file: '/entries/task-process.js', name: 'tasks', memoryLimitMb: 64 }
  launch(wish, one.listener)
  const second = launch(wish, two.listener)
  const port = new FakePort()
  say({ kind: 'parent' }, new FakePort())
  say({ kind: 'child', number: 2 }, port)
  say({ kind: 'started', number: 2, processId: 77 })
  second.send('order')
  second.kill()
  say({ kind: 'ended', number: 1, ending: { kind: 'not-started', message: 'none left' } })
  port.hear({ data: 'report' })
  expect([asked, port.sent, one.heard, two.heard, second.processId]).toEqual([
    [
      { kind: 'launch', number: 1, wish },
      { kind: 'launch', number: 2, wish },
      { kind: 'kill', number: 2 },
    ],
    ['start', 'order'],
    ['none left'],
    ['started 77', 'report'],
    77,
  ])
})
