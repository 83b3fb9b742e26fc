import { svelte } from '@sveltejs/vite-plugin-svelte'
import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

/** Tests that start threads and processes of our own, and load both cores: one file at a time keeps them apart. */
const real = [
  'src/main/{content,desktop,documents,engine,experiments,hardware,platform,self-test,workloads}/**/*.test.ts',
  'src/main/runs/folder/**/*.test.ts',
  'src/cli/**/*.test.ts',
]

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
          exclude: [...configDefaults.exclude, ...real],
          // They share nothing that changes: a fresh module world for each file would take longer than the tests.
          isolate: false,
          // The standard leaves a core to a person who waits; nobody does.
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'real',
          include: real,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    testTimeout: 30_000,
  },
})
