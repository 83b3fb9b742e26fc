import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../setup/paths.mjs'
import { svgPainter } from './draw-svg.mjs'
import { icnsFile, icoFile } from './icon-files.mjs'

/** Widths in pixels of the folders that desktops look into (freedesktop.org, Icon Theme Specification). */
export const linuxIconWidthsPx = [16, 24, 32, 48, 64, 128, 256, 512]
const windowsIconWidthsPx = [16, 24, 32, 48, 64, 128, 256]
/** The one that the window itself shows on Linux; it lies in the repository, beside its source. */
export const windowIconWidthPx = 256

/** Makes every file of both icons from its one drawing: into `folder`, and the window's into resources/. */
export async function makeIcons(folder) {
  for (const name of ['icon', 'run-file']) {
    const paint = await svgPainter(inProject('resources', `${name}.svg`))
    mkdirSync(join(folder, name), { recursive: true })
    // Named the way electron-builder looks for them.
    for (const widthPx of linuxIconWidthsPx)
      writeFileSync(join(folder, name, `${widthPx}x${widthPx}.png`), paint(widthPx))
    writeFileSync(join(folder, `${name}.icns`), icnsFile(paint))
    const images = windowsIconWidthsPx.map((widthPx) => ({ widthPx, png: paint(widthPx) }))
    writeFileSync(join(folder, `${name}.ico`), icoFile(images))
    if (name === 'icon') writeFileSync(inProject('resources', 'icon.png'), paint(windowIconWidthPx))
  }
}
