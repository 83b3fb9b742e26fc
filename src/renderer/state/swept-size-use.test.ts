import { expect, test } from 'vitest'
import { uselessSizes, valueBounds } from './swept-size-use.ts'

const computing = { tasksPerKind: { async: 0, blocking: 0, cpu: 12 } }
const mixed = { tasksPerKind: { async: 4, blocking: 2, cpu: 1 } }

test('a size is useless where none of the preset’s tasks run on such workers', () => {
  expect([...uselessSizes(mixed, 'hybrid').keys()]).toEqual(['threads'])
  expect([...uselessSizes(computing, 'hybrid').keys()]).toEqual(['blocking', 'loop', 'threads'])
  expect([...uselessSizes(computing, 'event-loop').keys()]).toEqual(['cpu', 'blocking', 'threads'])
  expect([...uselessSizes(mixed, 'sequential').keys()]).toEqual(['cpu', 'blocking', 'loop', 'threads'])
  expect(uselessSizes(computing, 'hybrid').get('loop')).toBe(
    'Under Hybrid, no task of this preset depends on the number of tasks on the loop.',
  )
})

test('numbers of workers have the bounds of their options, multiples begin at one', () => {
  expect(valueBounds('cpu')).toEqual({ min: 1, max: 256 })
  expect(valueBounds('length').min).toBe(1)
})
