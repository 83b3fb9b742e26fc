import { svelte } from '@sveltejs/vite-plugin-svelte'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Both files go into a page as they are: nothing in them may end the element that they stand in. */
const fitForPage: Plugin = {
  name: 'fit-for-page',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      const text = file.type === 'chunk' ? file.code : String(file.source)
      const found = /<\/?(script|style)\b/i.exec(text)
      if (found !== null) this.error(`${file.fileName} cannot stand inside a page: it has a "${found[0]}"`)
    }
  },
}

/** The viewer of the HTML report: one script and one style sheet, which the exporter writes into the page. */
export default defineConfig({
  root: at('src/viewer'),
  publicDir: false,
  logLevel: 'warn',
  plugins: [svelte({ configFile: at('svelte.config.js') }), fitForPage],
  build: {
    outDir: at('out/viewer'),
    emptyOutDir: true,
    // Reports are opened by whatever browser is there; an older one than these shows the document.
    target: ['chrome111', 'firefox115', 'safari16.4'],
    // light-dark() stays as it is: a browser without it has no popovers either.
    cssTarget: ['chrome123', 'firefox125', 'safari17.5'],
    rolldownOptions: { checks: { bundlerTimings: false } },
    lib: {
      entry: at('src/viewer/main.ts'),
      // Read by nobody: the script opens the report and gives nothing.
      name: 'taskscopeViewer',
      formats: ['iife'],
      fileName: () => 'viewer.js',
      cssFileName: 'viewer',
    },
  },
})
