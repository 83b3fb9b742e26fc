import { expect, test } from './app.ts'

test('the page has no Node, no way out, and no code but its own', async ({ app }) => {
  const found = await app.page.evaluate(async () => {
    const reach = globalThis as unknown as Record<string, unknown>
    const opened = window.open('https://example.com')
    const script = document.createElement('script')
    script.textContent = 'globalThis.injected = true'
    document.head.append(script)
    // From a timer of the page's own: what the test tool itself evaluates is exempt from the policy.
    const evaluated = await new Promise<unknown>((resolve) => {
      setTimeout(() => {
        try {
          // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- it must be refused
          resolve(Function('return 1')())
        } catch {
          resolve('refused')
        }
      })
    })
    const fetched = await fetch('https://example.com').then(
      () => 'answered',
      () => 'refused',
    )
    const permission = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'refused',
    )
    return {
      node: typeof reach['require'] + typeof reach['process'] + typeof reach['Buffer'],
      electron: typeof reach['ipcRenderer'],
      opened: opened === null,
      injected: 'injected' in reach,
      evaluated,
      fetched,
      permission,
      api: Object.keys(window.api).sort(),
    }
  })
  expect(found).toEqual({
    node: 'undefinedundefinedundefined',
    electron: 'undefined',
    opened: true,
    injected: false,
    evaluated: 'refused',
    fetched: 'refused',
    permission: 'refused',
    api: [
      'acknowledgeBatch',
      'cancelExperiment',
      'cancelExport',
      'cancelRun',
      'cancelSelfTest',
      'chooseBaseline',
      'compareSaved',
      'deleteRuns',
      'exportExperiment',
      'importDropped',
      'importRuns',
      'labelRun',
      'limitLibrary',
      'openExperimentRun',
      'openPreset',
      'openRun',
      'readCatalog',
      'readComparison',
      'readExperimentRun',
      'readExport',
      'readLibrary',
      'readSaving',
      'readScaling',
      'readSelfTest',
      'readSnapshot',
      'reportFirstFrame',
      'reuseRun',
      'revealExport',
      'revealRun',
      'saveElsewhere',
      'startComparison',
      'startExport',
      'startRun',
      'startSelfTest',
      'startSweep',
      'subscribe',
    ],
  })
  // The refusals above are what the page was expected to complain about.
  app.complaints.length = 0
})

test('navigation away is refused', async ({ app }) => {
  const refused = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) throw new Error('Expected a window, got none')
    const isPrevented = new Promise<boolean>((resolve) => {
      contents.on('will-frame-navigate', (event) => setImmediate(() => resolve(event.defaultPrevented)))
    })
    // Not awaited: it does not answer while the page is on its way elsewhere.
    void contents.executeJavaScript("void (location.href = 'https://example.com/')")
    return { isPrevented: await isPrevented, url: contents.getURL() }
  })
  expect(refused).toEqual({ isPrevented: true, url: 'taskscope://app/index.html?test' })
})

test('the app’s own protocol serves nothing outside its pages', async ({ app }) => {
  const statuses = await app.page.evaluate(async () => {
    const paths = [
      '/index.html',
      '/../main/index.js',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/preload/index.cjs',
      '/nothing.js',
      '/%zz.js',
    ]
    return Promise.all(paths.map(async (path) => (await fetch(`taskscope://app${path}`)).status))
  })
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404])
  app.complaints.length = 0
})
