import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import type { Run, RunPhase } from '#shared/model/run.ts'
import type { SavingState } from '#shared/model/saved-run.ts'
import { createDeferred } from './engine/deferred.ts'
import { RunKeeper, type Keepable } from './run-keeper.ts'

const run = fakeRun({ groups: [{}], tasks: [{}] })
const runId = run.header.id
const saving: SavingState = { kind: 'saving', runId }
const failed: SavingState = { kind: 'failed', runId, message: 'The disk is full.' }

function recorderOf(kind: 'running' | 'completed'): Keepable & { phase: RunPhase } {
  return {
    phase: { kind },
    get run() {
      return { ...run, phase: this.phase }
    },
  }
}

/** A keeper whose writers are in the test's hands. */
function heldKeeper(writeWhole: (folder: string, run: Run) => Promise<void> = () => Promise.resolve()) {
  const told: SavingState[] = []
  const listeners: ((state: SavingState) => void)[] = []
  const ending = createDeferred<SavingState>()
  const changed: string[] = []
  const keeper = new RunKeeper<Keepable>({
    save: () => ({
      state: saving,
      onChange: (listener) => {
        listeners.push(listener)
        return () => undefined
      },
      finished: ending.promise,
    }),
    writeWhole,
    tell: (state) => told.push(state),
    onLibraryChange: (id) => changed.push(id),
  })
  return {
    keeper,
    told,
    changed,
    ending,
    say: (state: SavingState) => listeners.forEach((hear) => hear(state)),
  }
}

test('a run is saved from its beginning, and the library hears of it', async () => {
  const { keeper, told, changed, ending } = heldKeeper()
  keeper.begin(recorderOf('running'))
  ending.resolve({ kind: 'saved', runId })
  await expect.poll(() => keeper.state.kind).toBe('saved')
  expect(told).toEqual([saving, { kind: 'saved', runId }])
  expect(changed).toEqual([runId, runId])
})

test('what keeps a run from being saved is told at once, and it is written elsewhere when it is over', async () => {
  const written: string[] = []
  const { keeper, told, say } = heldKeeper((folder, { phase }) => {
    written.push(`${folder} ${phase.kind}`)
    return Promise.resolve()
  })
  const recorder = recorderOf('running')
  keeper.begin(recorder)
  say(failed)
  expect([keeper.isUnsaved, keeper.state]).toEqual([true, failed])
  await keeper.saveElsewhere('/else')
  expect([written, keeper.state]).toEqual([[], saving])
  recorder.phase = { kind: 'completed' }
  await keeper.runIsOver()
  expect([written, told.at(-1)]).toEqual([['/else completed'], { kind: 'saved', runId }])
})

test('a run that is over is written elsewhere at once; where that fails too, it is said and can be tried again', async () => {
  let isFull = true
  const { keeper, say } = heldKeeper(() =>
    isFull ? Promise.reject(new Error('That disk is full, too.')) : Promise.resolve(),
  )
  keeper.begin(recorderOf('completed'))
  say(failed)
  await keeper.saveElsewhere('/else')
  expect(keeper.state).toEqual({ kind: 'failed', runId, message: 'That disk is full, too.' })
  isFull = false
  await keeper.saveElsewhere('/else')
  expect(keeper.state).toEqual({ kind: 'saved', runId })
})

test('what is said of an earlier run does not touch the one under way', () => {
  const { keeper, told, say } = heldKeeper()
  keeper.begin(recorderOf('completed'))
  keeper.begin(recorderOf('running'))
  const before = told.length
  say(failed)
  // Both hear it: the later one only counts.
  expect(told.slice(before)).toEqual([failed])
})

test('nothing is written elsewhere where there is nothing to save', async () => {
  const { keeper, told } = heldKeeper(() => Promise.reject(new Error('Not wanted.')))
  await keeper.saveElsewhere('/else')
  await keeper.runIsOver()
  expect([told, keeper.state]).toEqual([[], { kind: 'idle' }])
})
