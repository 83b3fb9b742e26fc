import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, test } from './app.ts'

test('there is no way out of the page: not by navigating, windows, permissions, downloads or the app’s own protocol', async ({
  app,
  folder,
}) => {
  const home = app.page.url()
  /** Whoever comes out, comes here. */
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(request.url ?? '')
    response.end('<!doctype html><title>Outside</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const outside = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`

  await test.step('no navigation, whatever asks for it', async () => {
    const ways = [
      `void (location.href = '${outside}/href')`,
      `void location.assign('${outside}/assign')`,
      `void location.replace('${outside}/replace')`,
      `void (location.href = 'file:///etc/hostname')`,
      `void (location.href = 'data:text/html,out')`,
      `void (location.href = 'javascript:globalThis.injected = true')`,
      `void (location.href = 'blob:' + location.origin + '/1')`,
      `void (location.href = 'taskscope://other/index.html')`,
      `{ const link = document.createElement('a'); link.href = '${outside}/link'; document.body.append(link); link.click(); link.remove() }`,
      `{ const link = document.createElement('a'); link.href = '${outside}/top'; link.target = '_top'; document.body.append(link); link.click(); link.remove() }`,
      `{ const form = document.createElement('form'); form.method = 'post'; form.action = '${outside}/form'; document.body.append(form); form.submit(); form.remove() }`,
      `{ const meta = document.createElement('meta'); meta.httpEquiv = 'refresh'; meta.content = '0;url=${outside}/refresh'; document.head.append(meta) }`,
      `{ history.pushState(null, '', '/index.html?other'); history.back(); history.forward(); history.go(-1) }`,
    ]
    for (const way of ways) {
      await app.electron.evaluate(({ BrowserWindow }, code) => {
        // Not awaited: it would not answer while the page were on its way elsewhere.
        void BrowserWindow.getAllWindows()[0]
          ?.webContents.executeJavaScript(code, true)
          .catch(() => undefined)
      }, way)
    }
    // A turn of the page's own, after all of them.
    await expect
      .poll(() =>
        app.page.evaluate(() => new Promise((resolve) => setTimeout(() => resolve(location.href), 300))),
      )
      .toBe(home)
    expect(await app.page.evaluate(() => 'injected' in globalThis)).toBe(false)
    await expect(app.root).toHaveAttribute('data-phase', 'empty')
  })

  await test.step('no window, and no web view', async () => {
    const opened = await app.page.evaluate((url) => {
      const link = document.createElement('a')
      link.href = `${url}/blank`
      link.target = '_blank'
      link.textContent = 'Out'
      link.id = 'way-out'
      document.body.prepend(link)
      link.click()
      const view = document.createElement('webview')
      view.setAttribute('src', `${url}/view`)
      view.setAttribute('allowpopups', '')
      document.body.append(view)
      return [
        window.open(`${url}/open`),
        window.open('about:blank'),
        window.open('taskscope://app/index.html'),
        window.open('file:///etc/hostname'),
        window.open('mailto:a@example.com'),
      ].map((one) => one === null)
    }, outside)
    expect(opened).toEqual([true, true, true, true, true])
    // A middle click, and one with the key that asks for a new window; and a drag of the link onto the page.
    await app.page.locator('#way-out').click({ button: 'middle' })
    await app.page.locator('#way-out').click({ modifiers: ['Control'] })
    await app.page.locator('#way-out').click({ modifiers: ['Shift'] })
    await app.page
      .locator('#way-out')
      .dragTo(app.page.locator('body'), { targetPosition: { x: 400, y: 300 } })
    const contents = await app.electron.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((one) => one.getURL()),
    )
    expect(contents).toEqual([home])
    await app.page.evaluate(() => document.getElementById('way-out')?.remove())
  })

  await test.step('no permission but to copy text, which only our own top frame has', async () => {
    const asked = await app.page.evaluate(async () => {
      const states: Record<string, string> = {}
      const queried = [
        ...[
          'accelerometer',
          'background-fetch',
          'background-sync',
          'camera',
          'clipboard-read',
          'clipboard-write',
        ],
        ...['display-capture', 'geolocation', 'gyroscope', 'idle-detection', 'local-fonts', 'magnetometer'],
        ...['microphone', 'midi', 'nfc', 'notifications', 'payment-handler', 'periodic-background-sync'],
        ...[
          'persistent-storage',
          'push',
          'screen-wake-lock',
          'speaker-selection',
          'storage-access',
          'window-management',
        ],
      ]
      for (const name of queried) {
        const descriptor = { name, userVisibleOnly: true } as unknown as PermissionDescriptor
        states[name] = await navigator.permissions.query(descriptor).then(
          ({ state }) => state,
          () => 'unknown',
        )
      }
      const refused = (act: () => Promise<unknown>): Promise<string> =>
        Promise.resolve()
          .then(act)
          .then(
            (value) =>
              value === false || value === 'denied' || (Array.isArray(value) && value.length === 0)
                ? 'refused'
                : 'granted',
            () => 'refused',
          )
      const world = navigator as unknown as Record<
        string,
        Record<string, (options?: unknown) => Promise<unknown>>
      >
      const device = (name: string, method: string, options: unknown): Promise<string> =>
        refused(() => world[name]?.[method]?.(options) ?? Promise.reject(new Error('There is none')))
      return {
        states,
        acts: {
          microphone: await refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
          camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
          screen: await refused(() => navigator.mediaDevices.getDisplayMedia()),
          place: await refused(
            () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
          ),
          notification: await refused(() => Notification.requestPermission()),
          midi: await refused(() => navigator.requestMIDIAccess({ sysex: true })),
          clipboard: await refused(() => navigator.clipboard.readText()),
          usb: await device('usb', 'requestDevice', { filters: [] }),
          serial: await device('serial', 'requestPort', {}),
          hid: await device('hid', 'requestDevice', { filters: [] }),
          bluetooth: await device('bluetooth', 'requestDevice', { acceptAllDevices: true }),
          persistence: await refused(() => navigator.storage.persist()),
        },
      }
    })
    const granted = Object.entries(asked.states).filter(([, state]) => state === 'granted')
    expect(granted.map(([name]) => name)).toEqual(['clipboard-write'])
    expect(Object.entries(asked.acts).filter(([, outcome]) => outcome !== 'refused')).toEqual([])
  })

  await test.step('no download', async () => {
    await app.electron.evaluate(({ session }) => {
      const counts = { begun: 0, finished: 0 }
      Object.assign(globalThis, { downloads: counts })
      session.defaultSession.on('will-download', (event, item) => {
        counts.begun++
        if (!event.defaultPrevented) item.once('done', () => counts.finished++)
      })
    })
    await app.page.evaluate((url) => {
      for (const href of ['data:text/plain,out', `${url}/download`, '/index.html']) {
        const link = document.createElement('a')
        link.href = href
        link.download = 'out.txt'
        document.body.append(link)
        link.click()
        link.remove()
      }
    }, outside)
    await app.electron.evaluate(
      ({ BrowserWindow }, url) => BrowserWindow.getAllWindows()[0]?.webContents.downloadURL(`${url}/forced`),
      outside,
    )
    await app.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
    const finished = await app.electron.evaluate(
      () => (globalThis as unknown as { downloads: { finished: number } }).downloads.finished,
    )
    expect(finished).toBe(0)
    expect(
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('out.txt')),
    ).toEqual([])
  })

  await test.step('the app’s protocol serves its own files to who reads, and nothing else', async () => {
    const { statuses, posted } = await app.page.evaluate(async () => {
      const status = (path: string, options?: RequestInit): Promise<number> =>
        fetch(`taskscope://app${path}`, options).then(
          (response) => response.status,
          () => 0,
        )
      const paths = [
        '/index.html',
        '/index.html?a=/../../package.json',
        '/../main/index.js',
        '/..%2f..%2fpackage.json',
        '/%2e%2e/preload/index.cjs',
        '/..%5c..%5cpackage.json',
        '/%252e%252e/preload/index.cjs',
        '//etc/hostname',
        '/%2fetc%2fhostname',
        '/index.html%00.js',
        '/%00',
        '/%zz.js',
        '/.',
        '/',
        '/assets',
        '/nothing.js',
        `/${'a'.repeat(100_000)}.js`,
        '/INDEX.HTML',
        '/index.html/',
      ]
      return {
        statuses: await Promise.all(paths.map((path) => status(path))),
        posted: await Promise.all(
          ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'].map((method) =>
            status('/index.html', { method }),
          ),
        ),
      }
    })
    expect(statuses.slice(0, 2)).toEqual([200, 200])
    expect(new Set(statuses.slice(2))).toEqual(new Set([404]))
    expect(new Set(posted)).toEqual(new Set([405]))
    const others = await app.electron.evaluate(async ({ net }, pages) => {
      const statusOf = (url: string): Promise<number> =>
        net.fetch(url).then(
          (response) => response.status,
          () => 0,
        )
      return {
        hosts: await Promise.all(
          ['taskscope://other/index.html', 'taskscope://app.evil/index.html'].map(statusOf),
        ),
        outside: await Promise.all(
          [`${pages}/net`, 'http://localhost:9/', 'https://example.com/'].map(statusOf),
        ),
      }
    }, outside)
    expect(others).toEqual({
      hosts: [404, 404],
      outside: [0, 0, 0],
    })
  })

  // WebRTC is under no policy of the page's; here it finds nothing to send by.
  await test.step('no peer', async () => {
    const candidates = await app.page.evaluate(async (url) => {
      const { port } = new URL(url)
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${port}` },
          { urls: `turn:127.0.0.1:${port}?transport=tcp`, username: 'a', credential: 'b' },
        ],
      })
      const found: string[] = []
      peer.onicecandidate = ({ candidate }) => found.push(candidate?.candidate ?? '')
      peer.createDataChannel('out')
      await peer.setLocalDescription(await peer.createOffer())
      await new Promise((resolve) => setTimeout(resolve, 500))
      peer.close()
      return found.filter((candidate) => candidate !== '')
    }, outside)
    expect(candidates.filter((candidate) => /\b(?:udp|srflx|relay)\b/i.test(candidate))).toEqual([])
  })

  expect(visits).toEqual([])
  server.close()
  expect(existsSync(join(folder, 'out.txt'))).toBe(false)
  app.complaints.length = 0
})
