/** Every colour of the report, for light and for dark: those of the window (`src/renderer/styles/tokens.css`). */
export const colors = {
  surface: ['#ffffff', '#16181c'],
  raised: ['#f5f6f8', '#1d2025'],
  lane: ['#f4f5f7', '#1c1f24'],
  border: ['#d6d9de', '#31353c'],
  grid: ['#e4e6ea', '#282c32'],
  text: ['#1a1d21', '#e6e8eb'],
  'text-muted': ['#5a616b', '#9aa2ad'],
  accent: ['#1558c0', '#7fb0ff'],
  danger: ['#b3261e', '#ff8a80'],
  warning: ['#8a5a00', '#f2b84b'],
  good: ['#1b6e3c', '#6fd08f'],
  mixed: ['#6d7683', '#8b94a1'],
  hatch: ['#dde0e5', '#2b2f36'],
  memory: ['#4a7f8c', '#6fb2c2'],
  'memory-own': ['#7a5ea8', '#b39ae0'],
  queue: ['#a0652a', '#dca268'],
  'hue-1': ['#0072b2', '#4ea3dc'],
  'hue-2': ['#e69f00', '#f0b429'],
  'hue-3': ['#009e73', '#2fc59a'],
  'hue-4': ['#cc79a7', '#e096c0'],
  'hue-5': ['#56b4e9', '#8fd0f5'],
  'hue-6': ['#d55e00', '#f08a4b'],
  'hue-7': ['#6a51a3', '#a48fd8'],
  'hue-8': ['#8c8c1f', '#c9c45a'],
  'core-low': ['#eaf1f8', '#1e2833'],
  'core-middle': ['#7fb2dc', '#2f6fa8'],
  'core-high': ['#08376b', '#a9d7ff'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>

export const hueCount = 8
/** Steps between an idle and a busy core. */
export const coreLevels = 32

type ColorName = keyof typeof colors
export type Theme = 'light' | 'dark'
type Rgb = readonly [number, number, number]

function colorIn(theme: Theme, name: ColorName): string {
  return colors[name][theme === 'light' ? 0 : 1]
}

function channels(color: string): Rgb {
  const code = Number.parseInt(color.slice(1), 16)
  return [code >> 16, (code >> 8) & 255, code & 255]
}

/** Relative luminance, 0 to 1 (WCAG 2). */
function luminance(color: string): number {
  const linear = (value: number): number => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  const [red, green, blue] = channels(color)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** Black or white, whichever stands out more. */
function inkOn(color: string): string {
  return luminance(color) > 0.179 ? '#0b0d10' : '#ffffff'
}

function between(one: string, other: string, share: number): string {
  const [from, to] = [channels(one), channels(other)]
  const mixed = from.map((value, channel) => Math.round(value + ((to[channel] ?? value) - value) * share))
  return `rgb(${mixed.join(' ')})`
}

/** The class of a group's colour; groups beyond the eighth begin again. */
export function hueClass(group: number): string {
  return `h${(group % hueCount) + 1}`
}

function ramp(theme: Theme): string[] {
  const [low, middle, high] = [
    colorIn(theme, 'core-low'),
    colorIn(theme, 'core-middle'),
    colorIn(theme, 'core-high'),
  ]
  return Array.from({ length: coreLevels }, (_, level) => {
    const share = level / (coreLevels - 1)
    return share < 0.5 ? between(low, middle, share * 2) : between(middle, high, share * 2 - 1)
  })
}

/** The colours as CSS variables, the ink that is readable on each hue, and the steps of the core ramp. */
export function colorVariables(theme: Theme): string {
  const named = (Object.keys(colors) as ColorName[]).map((name) => `--${name}:${colorIn(theme, name)}`)
  const inks = Array.from({ length: hueCount }, (_, position) => {
    const name = `hue-${position + 1}` as ColorName
    return `--ink-${position + 1}:${inkOn(colorIn(theme, name))}`
  })
  const levels = ramp(theme).map((color, level) => `--level-${level}:${color}`)
  return [...named, ...inks, ...levels].join(';')
}
