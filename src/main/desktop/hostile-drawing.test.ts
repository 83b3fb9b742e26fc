import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { findDesktopRuntime } from '../platform/desktop-runtime.ts'

const runtime = await findDesktopRuntime(fileURLToPath(new URL('../../..', import.meta.url)))

test.skipIf('whyNot' in runtime)(
  'a page that is drawn runs no script, reads no other file, and reaches nobody',
  async () => {
    if ('whyNot' in runtime) return
    const folder = await mkdtemp(join(tmpdir(), 'taskscope-hostile-page-'))
    const visits: string[] = []
    const server = createServer((request, response) => {
      visits.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const address = server.address()
      const far = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
      // A picture all in red: whoever may load it fills the page with it.
      const red = new PNG({ width: 2, height: 2 })
      red.data.fill(Buffer.from([255, 0, 0, 255]))
      await writeFile(join(folder, 'red.png'), PNG.sync.write(red))
      const near = pathToFileURL(join(folder, 'red.png')).href
      const source = join(folder, 'page.html')
      await writeFile(
        source,
        `<!doctype html><meta http-equiv="refresh" content="0;url=${far}/refresh"><link rel="stylesheet" href="${far}/style">
        <body style="margin:0;background:#fff url(${near})" onload="document.body.style.background='red'">
        <script>document.body.style.background = 'red'; fetch('${far}/fetch')</script><script src="${far}/script"></script>
        <img src="${near}" width="100" height="100"><img src="${far}/image" onerror="this.style='position:fixed;inset:0;background:red'">
        <iframe src="${near}" width="50"></iframe><iframe src="${far}/frame"></iframe><object data="${near}"></object><video src="${far}/video"></video>`,
      )
      const out = join(folder, 'page.png')
      await runtime.draw({ kind: 'png', source, out, width: 300, height: 200 })
      const { data } = PNG.sync.read(await readFile(out))
      const dots = new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4)
      // Little-endian ABGR.
      expect(dots.includes(0xffffffff)).toBe(true)
      expect(dots.includes(0xff0000ff)).toBe(false)
      expect(visits).toEqual([])
    } finally {
      server.close()
      await rm(folder, { recursive: true })
    }
  },
  60_000,
)
