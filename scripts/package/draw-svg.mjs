import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

let isReady

/** Draws a square picture without text: gives a function from its width in pixels to the bytes of a PNG file. */
export async function svgPainter(svgFile) {
  isReady ??= initWasm(
    readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  )
  await isReady
  const svg = readFileSync(svgFile, 'utf8')
  return (widthPx) => {
    const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: widthPx } })
    const picture = drawing.render()
    const png = Buffer.from(picture.asPng())
    picture.free()
    drawing.free()
    return png
  }
}
