import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { requestNames } from '../src/shared/ipc.ts'
import { expect, test } from './app.ts'

/** Every file below a folder with what is in it, but for what Chromium keeps for itself. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) =>
        !/Cache|Storage|Network|blob_storage|DevTools|Preferences|Local State|Cookies|Dictionaries|Session|Tokens|Dictionary|lock/i.test(
          path,
        ),
    )
    .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true)
    .map((path) => `${path}: ${readFileSync(join(folder, path), 'latin1')}`)
    .sort()
}

test('only our page, in our window, in its top frame is answered; what it asks wrongly is refused, and leaves no trace', async ({
  app,
  folder,
}) => {
  const names = Object.keys(requestNames)
  // What the page might have asked for by itself when it began is over.
  await app.page.evaluate(() => window.api.readLibrary(null))
  // What changes nothing writes the settings as they are: their form, too, is as it will be.
  await app.page.evaluate(() => window.api.changeSettings({}))
  await app.electron.evaluate(({ dialog, shell }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    const ask = (what: string) => (): Promise<never> => {
      asked.push(what)
      return Promise.reject(new Error('Not in this test'))
    }
    dialog.showOpenDialog = ask('open')
    dialog.showSaveDialog = ask('save')
    dialog.showMessageBox = ask('message')
    shell.showItemInFolder = (path) => void asked.push(path)
    shell.openExternal = ask('external')
    shell.openPath = ask('path')
  })
  const before = filesIn(folder)

  await test.step('a foreign page with our preload script, our page in a foreign window, and a frame in it', async () => {
    const outcomes = await app.electron.evaluate(
      async ({ BrowserWindow, ipcMain }, { all, preload }) => {
        const askAll = `Promise.all(${JSON.stringify(all)}.map((name) =>
          api[name](null).then(() => name + ' was answered', (error) => /RefusedRequest: \\w+: its sender/.test(error.message) ? 'refused' : name + ': ' + error.message)))`
        const found: Record<string, string[]> = {}
        const foreign = (isInFrames: boolean): Electron.BrowserWindow =>
          new BrowserWindow({
            show: false,
            webPreferences: {
              preload,
              sandbox: true,
              contextIsolation: true,
              nodeIntegrationInSubFrames: isInFrames,
            },
          })
        for (const [what, url] of Object.entries({
          'data:': 'data:text/html,<title>Foreign</title>',
          'about:blank': 'about:blank',
          'our page elsewhere': 'taskscope://app/index.html',
        })) {
          const window = foreign(false)
          await window.loadURL(url)
          found[what] = (await window.webContents.executeJavaScript(askAll)) as string[]
          window.destroy()
        }
        // A frame that has the preload script, too; the lock is taken off this window, or it would not come into being.
        const window = foreign(true)
        window.webContents.removeAllListeners('will-frame-navigate')
        await window.loadURL('data:text/html,<iframe src="data:text/html,<p>Inner"></iframe>')
        for (const frame of window.webContents.mainFrame.frames)
          found[`frame ${frame.url.slice(0, 5)}`] = (await frame.executeJavaScript(askAll)) as string[]
        window.destroy()
        // No listener hears anything but these requests.
        const heard = ipcMain.eventNames().map(String)
        return { found, heard }
      },
      { all: names, preload: join(import.meta.dirname, '..', 'out', 'preload', 'index.cjs') },
    )
    const refused = ['refused']
    expect(
      Object.fromEntries(
        Object.entries(outcomes.found).map(([who, answers]) => [who, [...new Set(answers)]]),
      ),
    ).toEqual({
      'data:': refused,
      'about:blank': refused,
      'our page elsewhere': refused,
      'frame data:': refused,
    })
    expect(outcomes.heard.filter((name) => name !== 'error' && !/^(?:ELECTRON|-)/.test(name))).toEqual([])
  })

  await test.step('what our own page asks wrongly', async () => {
    const outcomes = await app.page.evaluate(async (all) => {
      let state = 6
      const random = (below: number): number => {
        // Numerical Recipes' generator: seeded, so that a failure can be had again.
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        return state % below
      }
      const deep = (levels: number): unknown => (levels === 0 ? null : [deep(levels - 1)])
      const cyclic: Record<string, unknown> = {}
      cyclic['self'] = cyclic
      const shapes: (() => unknown)[] = [
        () => undefined,
        () => random(2) === 0,
        () => [Number.NaN, Infinity, -1, 0.5, 2 ** 60][random(5)],
        () => BigInt(random(100)),
        () => ['', '\0', '\ud800', '../../../etc/passwd', '/etc/passwd', '__proto__', '<script>'][random(7)],
        () => 'x'.repeat(random(100_000)),
        () => deep(random(200)),
        () => deep(5_000),
        () => cyclic,
        () => new Map([['presetId', 'course-demo']]),
        () => new Date(Number.NaN),
        () => new Uint8Array(random(1000)),
        () => new Blob(['x']),
        () => document.body,
        () => window,
        () => Symbol('x'),
        () => () => undefined,
        () => new Proxy({}, {}),
        () => Promise.resolve(),
        () => new Error('x'),
        () => JSON.parse('{"__proto__":{"kind":"started"},"runId":{"toString":1}}') as unknown,
        () => ({ presetId: 'course-demo', strategy: 'hybrid', options: {}, path: '/etc/passwd' }),
        () => ({ runId: ['..', '..'] }),
        () => ({ runIds: [] }),
        () => ({ id: '' }),
        () => ({ runId: 'x', labels: { title: 'x'.repeat(1000), tags: [], note: '' } }),
      ]
      const api = window.api as unknown as Record<string, (argument: unknown) => Promise<unknown>>
      const kinds: Record<string, number> = {}
      for (const name of [...all, 'importDropped']) {
        const outcomes = await Promise.all(
          Array.from({ length: 200 }, async () => {
            try {
              const answer = await api[name]?.(shapes[random(shapes.length)]?.())
              const kind = (answer as { kind?: string } | null | undefined)?.kind
              return kind === undefined ? `${name} answered` : kind
            } catch (error) {
              const message = String(error)
              // What cannot be copied never leaves the page.
              return /RefusedRequest/.test(message)
                ? 'refused'
                : /getPathForFile|could not be cloned|not be cloned|call stack|recursion|unsupported|Argument must be a|not a function|conversion|Cannot (?:read|convert)|Depth/i.test(
                      message,
                    )
                  ? 'not sent'
                  : `${name}: ${message}`
            }
          }),
        )
        for (const outcome of outcomes) kinds[outcome] = (kinds[outcome] ?? 0) + 1
      }
      return kinds
    }, names)
    const expected = ['refused', 'not sent', 'done', 'imported', 'changeSettings answered']
    expect(Object.keys(outcomes).filter((kind) => !expected.includes(kind))).toEqual([])
    expect(outcomes['refused']).toBeGreaterThan(names.length * 100)
  })

  // Nobody was asked, nothing was written, and the app is as well as it was.
  expect(await app.electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toEqual([])
  expect(filesIn(folder)).toEqual(before)
  const presets = await app.page.evaluate(async () => (await window.api.readCatalog(null)).presets.length)
  expect(presets).toBeGreaterThan(5)
  await expect(app.root).toHaveAttribute('data-phase', 'empty')
  app.complaints.length = 0
})
