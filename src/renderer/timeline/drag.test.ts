import { expect, test } from 'vitest'
import { Drag, type PointerPlace } from './drag.ts'

const at = (clientX: number, clientY: number, buttons = 1): PointerPlace => ({ clientX, clientY, buttons })

function pressed(): Drag {
  const drag = new Drag()
  drag.press(at(100, 100))
  return drag
}

test('a press that trembles is still a click', () => {
  const drag = pressed()
  expect([drag.move(at(102, 101)), drag.move(at(100, 103)), drag.hasMoved]).toEqual([null, null, false])
})

test('a drag goes in both directions, each step from the one before', () => {
  const drag = pressed()
  expect([drag.move(at(100, 140)), drag.move(at(110, 150))]).toEqual([
    { byX: 0, byY: 40 },
    { byX: 10, byY: 10 },
  ])
  drag.release()
  expect([drag.isHeld, drag.hasMoved]).toEqual([false, true])
})

test('a pointer that comes back with no button down drags nothing', () => {
  const drag = pressed()
  drag.move(at(100, 400))
  expect([drag.move(at(150, 120, 0)), drag.isHeld, drag.move(at(200, 120))]).toEqual([null, false, null])
})
