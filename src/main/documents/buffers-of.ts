import type { Run } from '#shared/model/run.ts'

function* arraysOf(value: unknown): Generator<ArrayBufferView> {
  if (ArrayBuffer.isView(value)) yield value
  else if (Array.isArray(value)) for (const element of value) yield* arraysOf(element)
}

/** The memory of a run's columns, each once: to be handed to another thread rather than copied. Memory that is shared already is left out. */
export function buffersOf({ tasks, slices, samples }: Run): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const table of [tasks, slices, samples])
    for (const column of Object.values(table))
      for (const { buffer } of arraysOf(column)) if (buffer instanceof ArrayBuffer) buffers.add(buffer)
  return [...buffers]
}
