import { readFileSync } from 'node:fs'
import { requestNames } from '../src/shared/ipc.ts'
import { expect, test } from './app.ts'

test('the window is a plain page: no Node in it, in frames or workers; a policy that lets in nothing but its own files; isolated and sandboxed', async ({
  app,
}) => {
  const reach = await app.page.evaluate(async () => {
    const names = ['require', 'process', 'Buffer', 'module', 'global', 'ipcRenderer', 'electron']
    const seenIn = (world: object): string[] => names.filter((name) => name in world)
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const inner = frame.contentWindow
    const inFrame = inner === null ? ['no frame'] : seenIn(inner)
    const apiInFrame = inner !== null && 'api' in inner
    frame.remove()
    const worker = await new Promise<string>((resolve) => {
      try {
        const made = new Worker('data:text/javascript,postMessage(typeof require)')
        made.onmessage = ({ data }) => resolve(String(data))
        made.onerror = () => resolve('refused')
      } catch {
        resolve('refused')
      }
    })
    return {
      inWindow: seenIn(globalThis),
      inFrame,
      apiInFrame,
      worker,
      api: Object.keys(window.api).sort(),
      // What the preload script gave cannot be replaced, and tells nothing of where it came from.
      apiKept: !Reflect.set(window, 'api', {}) || Object.keys(window.api).length > 10,
      constructorOfApi: String(window.api.startRun.constructor === Function),
    }
  })
  expect(reach).toEqual({
    inWindow: [],
    inFrame: [],
    apiInFrame: false,
    worker: 'refused',
    api: [...Object.keys(requestNames), 'importDropped', 'subscribe'].sort(),
    apiKept: true,
    constructorOfApi: 'true',
  })

  await test.step('the policy, as the page was answered, has nothing unsafe in it', async () => {
    const headers = await app.page.evaluate(async () =>
      Object.fromEntries([...(await fetch('/index.html')).headers]),
    )
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe-|\*|https?:|blob:|filesystem:/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  await test.step('and what it forbids does not happen', async () => {
    const outcome = await app.page.evaluate(async () => {
      const violated: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violated.push(effectiveDirective),
      )
      const refusedBy = (act: () => unknown): string => {
        try {
          act()
          return 'done'
        } catch (error) {
          return error instanceof Error ? error.name : 'refused'
        }
      }
      const far = 'https://127.0.0.1:9/x'
      /** Whether an element that loads something has loaded it. */
      const loaded = (tag: string, attributes: Record<string, string>): Promise<string> =>
        new Promise((resolve) => {
          const element = document.createElement(tag)
          element.addEventListener('load', () => resolve('loaded'))
          element.addEventListener('error', () => resolve('refused'))
          for (const [name, value] of Object.entries(attributes))
            refusedBy(() => element.setAttribute(name, value))
          document.body.append(element)
          // A frame that is refused loads an empty page; a script or an object may say nothing at all.
          requestAnimationFrame(() => setTimeout(() => resolve('nothing'), 100))
        })
      const inTimer = (act: () => unknown): Promise<string> =>
        // From a timer of the page's own: what the test tool itself evaluates is exempt from the policy.
        new Promise((resolve) => setTimeout(() => resolve(refusedBy(act))))
      const world = globalThis as unknown as Record<string, unknown>
      const evaluated = [
        // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it must be refused
        await inTimer(() => Function('return 1')),
        await inTimer(() => (0, eval)('1')),
        // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it must be refused
        await inTimer(() => setTimeout('globalThis.injected = true')),
        await inTimer(() => (document.body.innerHTML = '<img src=x onerror="globalThis.injected = true">')),
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- it must be refused
        await inTimer(() => document.write('<script>globalThis.injected = true</script>')),
        await inTimer(() => trustedTypesPolicy()),
      ]
      function trustedTypesPolicy(): unknown {
        const { trustedTypes } = globalThis as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): unknown }
        }
        return trustedTypes.createPolicy('mine', { createHTML: (text: string) => text })
      }
      const button = document.createElement('button')
      refusedBy(() => button.setAttribute('onclick', 'globalThis.injected = true'))
      button.click()
      const inline = document.createElement('style')
      inline.textContent = 'body { outline: 7px solid rgb(1, 2, 3) }'
      document.head.append(inline)
      const elements = {
        script: await loaded('script', { src: far }),
        module: await loaded('link', { rel: 'modulepreload', href: far }),
        style: await loaded('link', { rel: 'stylesheet', href: far }),
        image: await loaded('img', { src: far }),
        object: await loaded('object', { data: far }),
        embed: await loaded('embed', { src: far }),
        media: await loaded('video', { src: far }),
      }
      const remoteFrame = document.createElement('iframe')
      remoteFrame.src = far
      const dataFrame = document.createElement('iframe')
      dataFrame.src = 'data:text/html,<script>parent.postMessage(1, "*")</script>'
      const ownFrame = document.createElement('iframe')
      ownFrame.src = '/index.html'
      const written = document.createElement('iframe')
      refusedBy(() => (written.srcdoc = '<script>parent.injected = true</script>'))
      document.body.append(remoteFrame, dataFrame, ownFrame, written)
      const font = await new FontFace('far', `url(${far})`).load().then(
        () => 'loaded',
        () => 'refused',
      )
      const connected = {
        fetch: await fetch(far).then(
          () => 'answered',
          () => 'refused',
        ),
        socket: await new Promise((resolve) => {
          try {
            const socket = new WebSocket('ws://127.0.0.1:9')
            socket.onopen = () => resolve('open')
            socket.onerror = () => resolve('refused')
          } catch {
            resolve('refused')
          }
        }),
        events: await new Promise((resolve) => {
          try {
            const source = new EventSource(far)
            source.onopen = () => resolve('open')
            source.onerror = () => resolve('refused')
          } catch {
            resolve('refused')
          }
        }),
        beacon: refusedBy(() => navigator.sendBeacon(far, 'x')),
        file: await fetch('file:///etc/hostname').then(
          () => 'answered',
          () => 'refused',
        ),
        serviceWorker: await Promise.resolve()
          .then(() => navigator.serviceWorker.register('/index.js'))
          .then(
            () => 'registered',
            () => 'refused',
          ),
        sharedWorker: refusedBy(() => new SharedWorker('/index.js')),
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
      const frames = window.frames.length
      for (const element of [remoteFrame, dataFrame, ownFrame, written, inline, button]) element.remove()
      return {
        evaluated,
        injected: 'injected' in world,
        outline: getComputedStyle(document.body).outlineWidth,
        elements,
        font,
        connected,
        frames,
        violated: [...new Set(violated)].sort(),
      }
    })
    expect(outcome.evaluated).toEqual([
      'EvalError',
      'EvalError',
      'TypeError',
      'TypeError',
      'TypeError',
      'TypeError',
    ])
    expect(outcome.injected).toBe(false)
    expect(outcome.outline).not.toBe('7px')
    expect(Object.values(outcome.elements)).not.toContain('loaded')
    expect(outcome.font).toBe('refused')
    expect(Object.values(outcome.connected)).not.toContain('answered')
    expect(Object.values(outcome.connected)).not.toContain('open')
    expect(Object.values(outcome.connected)).not.toContain('registered')
    // Addresses of scripts, objects and workers must be trusted ones before their own rules are asked.
    expect(outcome.violated).toEqual(
      expect.arrayContaining([
        'connect-src',
        'font-src',
        'frame-src',
        'img-src',
        'media-src',
        'require-trusted-types-for',
        'script-src-elem',
        'style-src-elem',
        'trusted-types',
      ]),
    )
  })

  await test.step('what the running contents are told, and the operating system of their process', async () => {
    const { preferences, processId, arguments_, sandboxWanted, isSpelling } = await app.electron.evaluate(
      ({ BrowserWindow, app: electron }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        if (contents === undefined) throw new Error('Expected a window, got none')
        return {
          // Electron answers this, though its types do not say so.
          preferences: (
            contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
          ).getLastWebPreferences(),
          processId: contents.getOSProcessId(),
          arguments_: process.argv,
          sandboxWanted: !electron.commandLine.hasSwitch('no-sandbox'),
          isSpelling: contents.session.isSpellCheckerEnabled(),
        }
      },
    )
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      javascript: true,
    })
    expect([
      preferences['nodeIntegrationInWorker'] ?? false,
      preferences['enableBlinkFeatures'] ?? '',
    ]).toEqual([false, ''])
    expect(isSpelling).toBe(false)
    expect(arguments_.filter((argument) => /disable-web-security|allow-running/.test(argument))).toEqual([])
    // As root, whose Chromium has no sandbox, the operating system has nothing to show: the test of packages looks as another user.
    if (process.platform === 'linux' && sandboxWanted) {
      expect(readFileSync(`/proc/${processId}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m)
      expect(readFileSync(`/proc/${processId}/status`, 'utf8')).toMatch(/^NoNewPrivs:\s+1$/m)
    }
  })
  // The refusals above are what the page was expected to complain about.
  app.complaints.length = 0
})
