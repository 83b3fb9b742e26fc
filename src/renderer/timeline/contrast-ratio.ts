/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number]

/** The channels of a colour as `#rrggbb`, or as computed styles have it: `rgb(1, 2, 3)`. */
export function channels(color: string): Rgb {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color)
  const [red = 0, green = 0, blue = 0] =
    hex === null
      ? (color.match(/[\d.]+/g) ?? []).map(Number)
      : hex.slice(1).map((channel) => parseInt(channel, 16))
  return [red, green, blue]
}

/** Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How far two colours stand apart, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastRatio(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((low, high) => low - high)
  return (lighter + 0.05) / (darker + 0.05)
}

/** The inks that names are written in on coloured spans. */
const inks = ['#0b0d10', '#ffffff'] as const

/** Of the two inks, the one that stands out more. */
export function inkOn(color: string): string {
  const [dark, light] = inks
  return contrastRatio(dark, color) >= contrastRatio(light, color) ? dark : light
}
