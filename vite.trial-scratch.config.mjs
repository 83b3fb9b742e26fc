import { defineConfig } from 'vite'
export default defineConfig({ build:{ ssr:true, target:'node20', outDir:'out/trial-scratch/built', minify:false, rollupOptions:{ external:[/^node:/], input:{scratch:'/work/main/out/trial-scratch/scratch.ts'}, output:{format:'es',entryFileNames:'[name].js'}}}})
