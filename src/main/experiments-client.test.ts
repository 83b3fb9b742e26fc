import { expect, test, vi } from 'vitest'
import type { Streams } from '#shared/ipc.ts'
import type { ComparisonState } from '#shared/model/experiment-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import { standardFormat, useTextFormat } from '#shared/texts/language.ts'
import { ExperimentsClient } from './experiments-client.ts'
import type { ExperimentMessage, ExperimentQuestion } from './experiments/experiment-requests.ts'
import type { NodeProcessListener } from './platform/node-process.ts'

/** A comparison process that does what the test says. */
class FakeProcess {
  readonly questions: ExperimentQuestion[] = []
  isKilled = false
  readonly #listener: NodeProcessListener

  constructor(listener: NodeProcessListener) {
    this.#listener = listener
  }
  send(question: unknown): void {
    // Only the client under test sends anything.
    this.questions.push(question as ExperimentQuestion)
  }
  kill(): void {
    this.isKilled = true
  }
  say(message: ExperimentMessage): void {
    this.#listener.heard(message)
  }
  answer(at: number, value: unknown): void {
    this.say({ kind: 'answer', number: this.questions[at]?.number ?? NaN, value })
  }
  die(): void {
    this.#listener.ended({ kind: 'exited', code: 1 })
  }
}

function watched(): {
  client: ExperimentsClient
  processes: FakeProcess[]
  sent: [keyof Streams, unknown][]
} {
  const processes: FakeProcess[] = []
  const sent: [keyof Streams, unknown][] = []
  const client = new ExperimentsClient(
    (listener) => {
      const started = new FakeProcess(listener)
      processes.push(started)
      return started
    },
    (name, value) => sent.push([name, value]),
  )
  return { client, processes, sent }
}

const outline = {
  presetId: 'p',
  presetTitle: 'P',
  variants: [],
  repeats: 1,
  warmUps: 0,
  pauseMs: 0,
  origin: 'measured',
  sweep: null,
} as const
const running: ComparisonState = {
  kind: 'running',
  outline,
  progress: { done: 0, total: 1, variant: null, isWarmUp: false, remainingMs: null },
  trials: [{ variant: 0, round: 0, makespanMs: 120 }],
}

test('the process is started when it is first asked, and once; answers find their questions', async () => {
  const { client, processes } = watched()
  expect([client.isThere, processes.length]).toEqual([false, 0])
  const first = client.ask('readRun', 'a' as RunId)
  const second = client.ask('readRun', 'b' as RunId)
  processes[0]?.answer(1, 'second')
  processes[0]?.answer(0, 'first')
  expect([await first, await second, processes.length]).toEqual(['first', 'second', 1])
})

test('states travel on to the window, and are kept for one that is loaded anew', () => {
  const { client, processes, sent } = watched()
  void client.ask('cancel', null)
  processes[0]?.say({ kind: 'comparison', state: running })
  expect([sent, client.comparison, client.scaling]).toEqual([
    [['comparison', running]],
    running,
    { kind: 'idle' },
  ])
})

test('an experiment is under way from the moment that it is asked for', async () => {
  const { client, processes } = watched()
  const asked = client.ask('compareSaved', [])
  const seen = [client.isUnderWay]
  processes[0]?.answer(0, { kind: 'refused', message: '' })
  await asked
  seen.push(client.isUnderWay)
  processes[0]?.say({ kind: 'comparison', state: running })
  expect([...seen, client.isUnderWay]).toEqual([true, false, true])
})

test('when the process breaks down, whoever waits hears of it, what ran has failed, and the next question starts another', async () => {
  const { client, processes } = watched()
  const asked = client.ask('readRun', 'a' as RunId)
  processes[0]?.say({ kind: 'comparison', state: running })
  processes[0]?.die()
  await expect(asked).rejects.toThrow('ended unexpectedly')
  expect(client.comparison).toMatchObject({
    kind: 'over',
    ending: 'failed',
    outline,
    trials: running.trials,
    result: null,
  })
  expect([client.scaling.kind, client.isThere, client.isUnderWay]).toEqual(['idle', false, false])
  void client.ask('cancel', null)
  expect(processes.length).toBe(2)
})

test('a bug over there is an error here', async () => {
  const { client, processes } = watched()
  const asked = client.ask('cancel', null)
  processes[0]?.say({ kind: 'failed', number: 1, message: 'Expected a run, got none' })
  await expect(asked).rejects.toThrow('Expected a run, got none')
})

test('closing lets the process give back what it holds before it is ended; where there is none, nothing is started', async () => {
  const { client, processes } = watched()
  await client.close()
  expect(processes.length).toBe(0)
  void client.ask('cancel', null)
  const closed = client.close()
  expect(processes[0]?.isKilled).toBe(false)
  processes[0]?.answer(1, undefined)
  await closed
  processes[0]?.die()
  expect([processes[0]?.isKilled, client.comparison.kind]).toEqual([true, 'idle'])
})

test('a process that does not answer is ended all the same', async () => {
  vi.useFakeTimers()
  try {
    const { client, processes } = watched()
    void client.ask('cancel', null)
    const closed = client.close()
    await vi.advanceTimersByTimeAsync(6000)
    await closed
    expect(processes[0]?.isKilled).toBe(true)
  } finally {
    vi.useRealTimers()
  }
})

test('the comparison process is told how to write before anything else, and when that changes', async () => {
  const german = { ...standardFormat, language: 'de' } as const
  const { client, processes } = watched()
  try {
    await client.tellTextFormat()
    expect(processes).toEqual([])
    useTextFormat(german)
    const asked = client.ask('cancel', null)
    expect(processes[0]?.questions.map(({ name, argument }) => [name, argument])).toEqual([
      ['useTextFormat', german],
      ['cancel', null],
    ])
    processes[0]?.answer(0, undefined)
    processes[0]?.answer(1, undefined)
    await asked
    useTextFormat(standardFormat)
    const told = client.tellTextFormat()
    expect(processes[0]?.questions.at(-1)).toMatchObject({ name: 'useTextFormat', argument: standardFormat })
    processes[0]?.answer(2, undefined)
    await told
  } finally {
    useTextFormat(standardFormat)
  }
})
