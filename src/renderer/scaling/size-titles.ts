import type { SweptSize } from '#shared/model/scaling.ts'

/** What is varied, as a title within a line: an axis, a choice, a column. */
export const sizeTitles: Readonly<Record<SweptSize, string>> = {
  cpu: 'CPU workers',
  blocking: 'blocking threads',
  loop: 'loop concurrency',
  threads: 'threads',
  tasks: 'task count',
  length: 'task length',
}

/** What stands before a value: task count and length are multiples of the preset's own. */
export function sizeSign(size: SweptSize): '' | '×' {
  return size === 'tasks' || size === 'length' ? '×' : ''
}
