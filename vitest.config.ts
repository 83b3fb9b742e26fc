import { svelte } from '@sveltejs/vite-plugin-svelte'
import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

// A new test that starts threads or processes, or that waits for the clock of the system, belongs to one of these two lists.

/** They judge what was measured, or load both cores: one file at a time keeps them apart. */
const alone = [
  'src/cli/ranking.test.ts',
  'src/main/content/*.test.ts',
  'src/main/engine/{executors,findings,real-threads,run-sampler,system-accounts,task-times}.test.ts',
  'src/main/hardware/{core-times,memory,thread-times}.test.ts',
  'src/main/platform/{end-of-*,fork-*,linked-*,loop-*,monotonic-*,process-*,thread-*}.test.ts',
  'src/main/runs/folder/{killed-writer,run-recording,run-writers,warm-up}.test.ts',
  'src/main/workloads/{computing,download,waiting}.test.ts',
]

/** They start processes, mostly to wait for them, and judge no times: those may slow each other down. */
const besideEachOther = [
  'src/cli/{cli,experiments,keep-elsewhere,measuring,runs}.test.ts',
  'src/main/desktop/*.test.ts',
  'src/main/documents/{document-thread,export-files}.test.ts',
  'src/main/experiments/{experiments,run-host,run-spool}.test.ts',
]

// The standard leaves a core to a person who waits; nobody does.
const maxWorkers = availableParallelism()

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        // The window's stores are written with runes.
        plugins: [svelte()],
        test: {
          name: 'pure',
          include: ['src/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...alone, ...besideEachOther],
          // They share nothing that changes: a fresh module world for each file would take longer than the tests.
          isolate: false,
          // Style sheets are empty unless somebody reads them.
          css: { include: /(tokens|contrast)\.css/ },
          maxWorkers,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'processes', include: besideEachOther, maxWorkers, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: { name: 'alone', include: alone, fileParallelism: false, sequence: { groupOrder: 2 } },
      },
    ],
    testTimeout: 30_000,
  },
})
