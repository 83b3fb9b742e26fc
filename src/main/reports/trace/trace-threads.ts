import type { SlotIndex } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import { jsonText } from './trace-text.ts'

/** Everything is in one process. Neither it nor a thread is 0, which readers take for the idle one. */
export const processId = 1
/** The thread that queues tasks and decides how they ended; as a process's first one, it has its number. */
export const schedulerThread = 1

/** The thread that stands for a slot. */
export function slotThread(slot: SlotIndex): number {
  return slot + 2
}

const metadata = (name: string, thread: number, value: string): string =>
  `{"ph":"M","pid":${processId},"tid":${thread},"name":"${name}","args":${value}}`

/** Names and order of the process's threads: metadata events. */
export function* threadNames({ header }: Run): Generator<string> {
  yield metadata('process_name', schedulerThread, '{"name":"Taskscope"}')
  yield metadata(
    'process_labels',
    schedulerThread,
    `{"labels":${jsonText(`${header.preset.title} under ${header.strategy}`)}}`,
  )
  const threads = [
    { name: 'scheduler', thread: schedulerThread },
    ...header.slots.map(({ index, name }) => ({ name, thread: slotThread(index) })),
  ]
  for (const [order, { name, thread }] of threads.entries()) {
    yield metadata('thread_name', thread, `{"name":${jsonText(name)}}`)
    yield metadata('thread_sort_index', thread, `{"sort_index":${order}}`)
  }
}
