import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import type { RunId } from '#shared/model/ids.ts'
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
    save: (recorder) => ({
      state: { kind: 'saving', runId: recorder.run.header.id },
      onChange: (listener) => {
        listeners.push(listener)
        return () => undefined
      },
      finished: ending.promise,
    }),
    writeWhole,
    tell: (state) => told.push(state),
    onWritten: (id) => changed.push(id),
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
  expect([keeper.unsaved, keeper.state, keeper.unsavedRun(runId)?.phase.kind]).toEqual([1, failed, 'running'])
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

test('a run that is in memory only is not let go of when another begins, and both are written elsewhere', async () => {
  const written: string[] = []
  const { keeper, told, say } = heldKeeper((folder, { header }) => {
    written.push(`${folder}/${header.id}`)
    return Promise.resolve()
  })
  const first = recorderOf('completed')
  keeper.begin(first)
  say(failed)
  const otherId = 'other' as RunId
  const second: Keepable = {
    run: { ...run, phase: { kind: 'completed' }, header: { ...run.header, id: otherId } },
  }
  keeper.begin(second)
  expect([keeper.unsaved, keeper.unsavedRun(runId)?.header.id, told.at(-1)]).toEqual([
    1,
    runId,
    { kind: 'saving', runId: otherId, earlier: 1 },
  ])
  await keeper.saveElsewhere('/else')
  expect([written, keeper.unsaved, keeper.unsavedRun(runId), keeper.state]).toEqual([
    [`/else/${runId}`],
    0,
    null,
    { kind: 'saving', runId: otherId },
  ])
})

test('nothing is written elsewhere where there is nothing to save', async () => {
  const { keeper, told } = heldKeeper(() => Promise.reject(new Error('Not wanted.')))
  await keeper.saveElsewhere('/else')
  await keeper.runIsOver()
  expect([told, keeper.state]).toEqual([[], { kind: 'idle' }])
})
