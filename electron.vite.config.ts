import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'
import { fileURLToPath } from 'node:url'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  main: {
    build: {
      // Older than the shipped Electron's Node on purpose: the fallback runtime and the command line run on Node 20.
      target: 'node20',
      externalizeDeps: true,
      rolldownOptions: {
        // Both composition roots, and every file that runs as a thread or a process of its own.
        input: {
          index: at('src/main/index.ts'),
          cli: at('src/cli/index.ts'),
          'task-worker': at('src/main/workloads/task-worker.ts'),
          'task-process': at('src/main/workloads/task-process.ts'),
          'download-bridge': at('src/main/workloads/download-bridge.ts'),
          'content-server': at('src/main/content/content-server.ts'),
          calibrate: at('src/main/workloads/calibrate.ts'),
          'run-host': at('src/main/experiments/run-host.ts'),
          'experiments-process': at('src/main/experiments/experiments-process.ts'),
          'sampler-thread': at('src/main/hardware/sampler-thread.ts'),
          'document-thread': at('src/main/documents/document-thread.ts'),
          'run-writer-thread': at('src/main/runs/folder/run-writer-thread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        // A sandboxed window loads CommonJS preload scripts only.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [svelte({ configFile: at('svelte.config.js') })],
    build: {
      target: 'chrome130',
      rolldownOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
})
