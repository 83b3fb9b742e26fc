import { expect, test } from 'vitest'
import { placeOnScreens, type Rectangle, type WindowPlace } from './window-place.ts'

const sizes = { standard: { width: 1280, height: 860 }, least: { width: 720, height: 560 } }
const first: Rectangle = { x: 0, y: 24, width: 1920, height: 1056 }
const left: Rectangle = { x: -1600, y: 0, width: 1600, height: 900 }

function placed(bounds: Partial<Rectangle>, screens: readonly Rectangle[] = [first]): Rectangle {
  const place: WindowPlace = {
    bounds: { x: 100, y: 100, width: 1000, height: 700, ...bounds },
    isMaximized: false,
    isFullScreen: false,
  }
  return placeOnScreens(place, screens, sizes).bounds
}

test('a window that was never open is in the middle of the first screen, and fits on it', () => {
  expect(placeOnScreens(null, [first, left], sizes)).toEqual({
    bounds: { x: 320, y: 122, width: 1280, height: 860 },
    isMaximized: false,
    isFullScreen: false,
  })
  expect(placeOnScreens(null, [{ x: 0, y: 0, width: 1024, height: 600 }], sizes).bounds).toEqual({
    x: 0,
    y: 0,
    width: 1024,
    height: 600,
  })
})

test('a window is where it was, also on a screen to the left, and across two', () => {
  expect(placed({})).toEqual({ x: 100, y: 100, width: 1000, height: 700 })
  expect(placed({ x: -1500, y: 50 }, [first, left])).toEqual({ x: -1500, y: 50, width: 1000, height: 700 })
  expect(placed({ x: -400 }, [first, left])).toEqual({ x: -400, y: 100, width: 1000, height: 700 })
  const maximized: WindowPlace = { bounds: first, isMaximized: true, isFullScreen: false }
  expect(placeOnScreens(maximized, [first], sizes)).toEqual(maximized)
})

test('a window whose screen is gone comes to the first one', () => {
  expect(placed({ x: -1500, y: 50 })).toEqual({ x: 460, y: 202, width: 1000, height: 700 })
  // A corner of it is no handle.
  expect(placed({ x: 1900, y: 1000 })).toEqual({ x: 460, y: 202, width: 1000, height: 700 })
})

test('a window that does not fit any more is made smaller, and its title comes within reach', () => {
  const small: Rectangle = { x: 0, y: 0, width: 1366, height: 700 }
  expect(placed({ x: 200, y: 100, width: 1800, height: 1000 }, [small])).toEqual(small)
  expect(placed({ y: -300 })).toEqual({ x: 100, y: 24, width: 1000, height: 700 })
  // Smaller than the least that the app can do with, it is not made.
  expect(placed({ x: 10, y: 10, width: 100, height: 80 }, [small])).toMatchObject({ width: 720, height: 560 })
})

test('absurd numbers, and no screen at all, still give a window', () => {
  const far = placed({ x: 1e15, y: -1e15, width: 1e9, height: 1e9 })
  expect(far).toEqual({ x: 0, y: 24, width: 1920, height: 1056 })
  expect(placed({}, [])).toEqual({ x: 0, y: 0, width: 1000, height: 700 })
})
