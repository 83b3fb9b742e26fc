import { defineConfig } from 'vite'
import { builtinModules } from 'node:module'
const r='/work/main/'
export default defineConfig({ root:r, build:{ ssr:true, target:'node20', outDir:'out/trial-report', emptyOutDir:false, minify:false, rollupOptions:{ external:[/^node:/, ...builtinModules,'piscina','synckit','zod','systeminformation'], input:{cli:r+'src/cli/index.ts','task-worker':r+'src/main/workloads/task-worker.ts','task-process':r+'src/main/workloads/task-process.ts','download-bridge':r+'src/main/workloads/download-bridge.ts','content-server':r+'src/main/content/content-server.ts',calibrate:r+'src/main/workloads/calibrate.ts','sampler-thread':r+'src/main/hardware/sampler-thread.ts'}, output:{format:'es',entryFileNames:'[name].js',chunkFileNames:'chunks/[name]-[hash].js'}}}})
