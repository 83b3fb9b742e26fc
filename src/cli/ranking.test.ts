import { afterAll, beforeAll, expect, test } from 'vitest'
import { fewThreads, TestGround } from './test-ground.ts'

// Who is faster is told from times: beside the other tests of the command line it could come out otherwise.

let ground: TestGround
beforeAll(async () => {
  ground = await TestGround.open()
})
afterAll(() => ground.close())

test('the article’s mix of tasks is ranked hybrid, event loop, sequential', async () => {
  // A fifth of the course demo, so that it takes seconds.
  const preset = ground.write(
    'mix',
    { name: 'compute', kind: 'cpu', workload: 'sqrt-loop', count: 3, parameters: { targetMs: 80 } },
    ...['async', 'blocking'].map((kind) => ({
      ...{ name: `download, ${kind}`, kind, workload: 'download', count: 2 },
      parameters: { kilobytes: 16, latencyMs: 50 },
    })),
    { name: 'wait', kind: 'async', workload: 'wait', count: 4, parameters: { count: 200, ms: 1 } },
  )
  const { code, out } = await ground.taskscope(
    ...['compare', preset, '--strategies', 'sequential,event-loop,hybrid', '--repeats', '3'],
    ...['--pause', '0', '--json', '-', '--quiet', ...fewThreads],
  )
  const { comparison } = JSON.parse(out) as {
    comparison: { ranking: number[]; checks: { id: string; level: string }[] }
  }
  const sameWork = comparison.checks.find(({ id }) => id === 'same-work')
  expect([code, comparison.ranking, sameWork?.level]).toEqual([0, [2, 1, 0], 'ok'])
})
