/** The colours of the design tokens, as the canvas needs them. */
export interface Palette {
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
  readonly hatch: string
  /** One per family of tasks. */
  readonly hues: readonly string[]
  /** Readable on the hue of the same position. */
  readonly inks: readonly string[]
  /** From idle to busy. */
  readonly coreRamp: readonly string[]
}

export const hueCount = 8
export const coreLevels = 32

type Rgb = readonly [number, number, number]

function channels(color: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number)
  return [red, green, blue]
}

const mix = (one: number, other: number, share: number): number => Math.round(one + (other - one) * share)

function between(one: Rgb, other: Rgb, share: number): string {
  return `rgb(${mix(one[0], other[0], share)} ${mix(one[1], other[1], share)} ${mix(one[2], other[2], share)})`
}

/** Relative luminance, 0 to 1 (WCAG 2). */
function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Black or white, whichever stands out more. */
function inkOn(color: string): string {
  return luminance(color) > 0.179 ? '#0b0d10' : '#ffffff'
}

/** Reads the tokens as they are in the current theme. */
export function readPalette(isDark: boolean): Palette {
  const probe = document.createElement('span')
  document.body.append(probe)
  // A custom property's own value is text such as light-dark(…): only a real property resolves it.
  const resolve = (token: string): string => {
    probe.style.color = `var(--${token})`
    return getComputedStyle(probe).color
  }
  const hues = Array.from({ length: hueCount }, (_, position) => resolve(`hue-${position + 1}`))
  const [low, middle, high] = [resolve('core-low'), resolve('core-middle'), resolve('core-high')].map(
    channels,
  ) as [Rgb, Rgb, Rgb]
  const palette: Palette = {
    isDark,
    background: resolve('surface'),
    text: resolve('text'),
    muted: resolve('text-muted'),
    grid: resolve('grid'),
    lane: resolve('lane'),
    danger: resolve('danger'),
    warning: resolve('warning'),
    accent: resolve('accent'),
    mixed: resolve('mixed'),
    memory: resolve('memory'),
    memoryOwn: resolve('memory-own'),
    queue: resolve('queue'),
    hatch: resolve('hatch'),
    hues,
    inks: hues.map(inkOn),
    coreRamp: Array.from({ length: coreLevels }, (_, level) => {
      const share = level / (coreLevels - 1)
      return share < 0.5 ? between(low, middle, share * 2) : between(middle, high, share * 2 - 1)
    }),
  }
  probe.remove()
  return palette
}
