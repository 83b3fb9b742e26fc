import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'

test('a preset file that is wrong is refused with a sentence that names the place', async ({
  app,
  folder,
}) => {
  const file = join(folder, 'mine.json')
  writeFileSync(
    file,
    JSON.stringify({
      schemaVersion: 1,
      id: 'mine',
      title: 'Mine',
      summary: 'Has a fractional count.',
      tasks: [{ name: 'some', kind: 'cpu', workload: 'sort', count: 1.5 }],
    }),
  )
  await app.answerOpenDialog(file)
  await app.part('open-preset').click()
  await expect(app.part('message')).toContainText(
    'mine.json, tasks[0].count: expected a whole number, got 1.5.',
  )
})

test('a preset file of one’s own runs', async ({ app, folder }) => {
  const file = join(folder, 'mine.json')
  writeFileSync(
    file,
    JSON.stringify({
      schemaVersion: 1,
      id: 'mine',
      title: 'Mine',
      summary: 'Three short waits.',
      strategy: 'event-loop',
      tasks: [{ name: 'nap', kind: 'async', workload: 'wait', count: 3, parameters: { ms: 20 } }],
    }),
  )
  await app.answerOpenDialog(file)
  await app.part('open-preset').click()
  await app.part('run').click()
  await app.waitForEnd()
  await expect(app.part('task-table')).toContainText('nap 3')
})

test('a size that makes no sense is refused at its field and disables Run', async ({ app }) => {
  await app.part('options-toggle').click()
  await app.part('option-cpuWorkers').fill('-2')
  await expect(app.part('option-cpuWorkers-error')).toContainText(/expected/i)
  await expect(app.part('run')).toBeDisabled()
  await app.part('option-cpuWorkers').fill('1')
  await expect(app.part('run')).toBeEnabled()
})

test('a malformed request is refused, says why, and changes nothing', async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const attempt = async (request: () => Promise<unknown>): Promise<string> => {
      try {
        return JSON.stringify(await request())
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      }
    }
    return {
      shape: await attempt(() => window.api.startRun({ presetId: 7 } as never)),
      strategy: await attempt(() =>
        window.api.startRun({ presetId: 'course-demo', strategy: 'fastest' as never, options: {} }),
      ),
      preset: await attempt(() =>
        window.api.startRun({ presetId: 'no-such', strategy: 'hybrid', options: {} }),
      ),
      option: await attempt(() =>
        window.api.startRun({ presetId: 'course-demo', strategy: 'hybrid', options: { cpuWorkers: 1e9 } }),
      ),
      path: await attempt(() =>
        window.api.startExport({
          runId: 'x' as never,
          formats: ['json'],
          isPrivateShown: false,
          path: '/etc/passwd',
        } as never),
      ),
    }
  })
  expect(answers.shape).toContain('RefusedRequest: startRun')
  expect(answers.strategy).toContain('RefusedRequest: startRun')
  expect(answers.preset).toContain('got \\"no-such\\"')
  expect(answers.option).toContain('expected at most 256, got 1000000000')
  expect(answers.path).toContain('RefusedRequest: startExport')
  await expect(app.root).toHaveAttribute('data-phase', 'empty')
})
