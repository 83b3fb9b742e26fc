import type { Contrast } from '../state/contrast.svelte.ts'
import { channels, inkOn, type Rgb } from './contrast-ratio.ts'

/** The colours of the design tokens, as the canvas needs them. */
export interface Palette {
  /** Shapes tell as much as colours may: every span has a frame in the colour of text, and a held loop slanted lines. */
  readonly isStrong: boolean
  readonly isDark: boolean
  readonly background: string
  readonly text: string
  readonly muted: string
  readonly grid: string
  readonly lane: string
  readonly danger: string
  readonly warning: string
  readonly accent: string
  readonly mixed: string
  readonly memory: string
  readonly memoryOwn: string
  readonly queue: string
  /** The critical chain. */
  readonly chain: string
  /** Sparse dots: nothing was measured. */
  readonly unmeasured: Fill
  /** One per family of tasks. */
  readonly hues: readonly string[]
  /** Readable on the hue of the same position. */
  readonly inks: readonly string[]
  /** Slanted lines: ready, but held up. One per family, and one for what is of no family. */
  readonly hatches: readonly Fill[]
  /** Slanted lines: a loop that was held. */
  readonly blockedHatch: Fill
  /** From idle to busy, one ramp per family, and one for what is of no family. */
  readonly coreRamps: readonly (readonly string[])[]
}

/** What an area can be filled with. */
export type Fill = string | CanvasPattern

export const hueCount = 8
export const coreLevels = 32
/** A core that is idle is told from one that was not measured. */
const leastTint = 0.06
const hatchPx = 6
const hatchDetail = 4

const mix = (one: number, other: number, share: number): number => Math.round(one + (other - one) * share)

function between(one: Rgb, other: Rgb, share: number): string {
  return `rgb(${mix(one[0], other[0], share)} ${mix(one[1], other[1], share)} ${mix(one[2], other[2], share)})`
}

/** A square tile that repeats; the plain colour where the canvas has no patterns. */
function tileOf(color: string, draw: (context: CanvasRenderingContext2D, tilePx: number) => void): Fill {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  // Drawn large and shown small, so that it is sharp on every screen.
  const tilePx = hatchPx * hatchDetail
  canvas.width = tilePx
  canvas.height = tilePx
  if (context === null) return color
  context.strokeStyle = color
  context.fillStyle = color
  draw(context, tilePx)
  const pattern = context.createPattern(canvas, 'repeat')
  pattern?.setTransform(new DOMMatrix().scale(1 / hatchDetail))
  return pattern ?? color
}

/** Slanted lines. */
function hatchOf(color: string): Fill {
  return tileOf(color, (context, tilePx) => {
    context.lineWidth = 1.4 * hatchDetail
    context.lineCap = 'square'
    context.beginPath()
    for (const shift of [-tilePx, 0, tilePx]) {
      context.moveTo(shift, tilePx)
      context.lineTo(shift + tilePx, 0)
    }
    context.stroke()
  })
}

/** Sparse dots. */
function dotsOf(color: string): Fill {
  return tileOf(color, (context, tilePx) => {
    context.beginPath()
    context.arc(tilePx / 2, tilePx / 2, 0.8 * hatchDetail, 0, 2 * Math.PI)
    context.fill()
  })
}

/** Reads the tokens as they are in the current theme, at the contrast that the user wants. */
export function readPalette(isDark: boolean, contrast: Contrast): Palette {
  const probe = document.createElement('span')
  // Else its colour would be the one that the system forces upon text, whatever the token.
  probe.style.setProperty('forced-color-adjust', 'none')
  document.body.append(probe)
  // A custom property's own value is text such as light-dark(…): only a real property resolves it.
  const resolve = (token: string): string => {
    probe.style.color = `var(--${token})`
    return getComputedStyle(probe).color
  }
  const hues = Array.from({ length: hueCount }, (_, position) => resolve(`hue-${position + 1}`))
  const mixed = resolve('mixed')
  const low = channels(resolve('lane'))
  const rampTo = (color: string): string[] =>
    Array.from({ length: coreLevels }, (_, level) =>
      between(low, channels(color), leastTint + ((1 - leastTint) * level) / (coreLevels - 1)),
    )
  const palette: Palette = {
    isDark,
    isStrong: contrast !== 'standard',
    background: resolve('surface'),
    text: resolve('text'),
    muted: resolve('text-muted'),
    grid: resolve('grid'),
    lane: resolve('lane'),
    danger: resolve('danger'),
    warning: resolve('warning'),
    accent: resolve('accent'),
    mixed,
    memory: resolve('memory'),
    memoryOwn: resolve('memory-own'),
    queue: resolve('queue'),
    chain: resolve('chain'),
    unmeasured: dotsOf(resolve('unmeasured')),
    hues,
    inks: hues.map(inkOn),
    hatches: [...hues, mixed].map(hatchOf),
    blockedHatch: hatchOf(resolve('danger')),
    coreRamps: [...hues, mixed].map(rampTo),
  }
  probe.remove()
  return palette
}
