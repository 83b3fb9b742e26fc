/** In the system's pixels, which may be negative on screens to the left of the first. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a window was when it was last closed. */
export interface WindowPlace {
  /** When it is neither maximized nor full screen. */
  readonly bounds: Rectangle
  readonly isMaximized: boolean
  readonly isFullScreen: boolean
}

export interface WindowSizes {
  readonly standard: Pick<Rectangle, 'width' | 'height'>
  readonly least: Pick<Rectangle, 'width' | 'height'>
}

/** So much of a window must be on a screen for its title to be seen and taken hold of. */
const leastVisible = { width: 160, height: 60 }

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(Math.max(least, most), value))

function overlap(one: Rectangle, other: Rectangle): { readonly width: number; readonly height: number } {
  const along = (from: number, size: number, otherFrom: number, otherSize: number): number =>
    Math.max(0, Math.min(from + size, otherFrom + otherSize) - Math.max(from, otherFrom))
  return {
    width: along(one.x, one.width, other.x, other.width),
    height: along(one.y, one.height, other.y, other.height),
  }
}

function centred({ x, y, width, height }: Rectangle, size: WindowSizes['standard']): Rectangle {
  return {
    x: Math.round(x + (width - size.width) / 2),
    y: Math.round(y + (height - size.height) / 2),
    ...size,
  }
}

/**
 * Where a window opens: where it was, as far as that is on a screen that exists and fits on it; else in the middle of the first screen.
 * `screens`: the areas that windows may take up, the first screen first. `place`: null: it was never open.
 */
export function placeOnScreens(
  place: WindowPlace | null,
  screens: readonly Rectangle[],
  { standard, least }: WindowSizes,
): WindowPlace {
  const [first] = screens
  const bounds = place?.bounds ?? null
  // A system without a screen shows nothing: any place will do.
  if (first === undefined) {
    const { width, height } = bounds ?? standard
    return { bounds: { x: 0, y: 0, width, height }, isMaximized: false, isFullScreen: false }
  }
  const fitted = (screen: Rectangle, wish: WindowSizes['standard']): WindowSizes['standard'] => ({
    width: clamp(wish.width, least.width, screen.width),
    height: clamp(wish.height, least.height, screen.height),
  })
  if (place === null || bounds === null)
    return { bounds: centred(first, fitted(first, standard)), isMaximized: false, isFullScreen: false }
  const { isMaximized, isFullScreen } = place
  const seen = screens
    .map((screen) => ({ screen, shared: overlap(bounds, screen) }))
    .filter(({ shared }) => shared.width >= leastVisible.width && shared.height >= leastVisible.height)
    .sort((a, b) => b.shared.width * b.shared.height - a.shared.width * a.shared.height)
  const [best] = seen
  if (best === undefined) return { bounds: centred(first, fitted(first, bounds)), isMaximized, isFullScreen }
  const { screen } = best
  const size = fitted(screen, bounds)
  // On two screens at once, or half outside of one on purpose, it stays as it was; only its title must be within reach.
  const isWithinReach = bounds.y >= screen.y && size.width === bounds.width && size.height === bounds.height
  if (isWithinReach) return { bounds, isMaximized, isFullScreen }
  const x = clamp(bounds.x, screen.x, screen.x + screen.width - size.width)
  const y = clamp(bounds.y, screen.y, screen.y + screen.height - size.height)
  return { bounds: { x, y, ...size }, isMaximized, isFullScreen }
}
