import type { LawParameter, ScalingLaw, SweptSize } from '../../model/scaling.ts'
import type { Words } from '../../words/account-words.ts'

/**
 * What is swept: its label within a line (an axis, a choice, a column), what it is, and how it is called in a count, such as "1 CPU worker" and
 * "4 CPU workers".
 */
const sizes: Readonly<Record<SweptSize, Words & { readonly one: string; readonly many: string }>> = {
  cpu: {
    one: 'CPU worker',
    many: 'CPU workers',
    label: 'CPU workers',
    definition: 'Threads (or processes) for computing tasks.',
  },
  blocking: {
    one: 'blocking thread',
    many: 'blocking threads',
    label: 'blocking threads',
    definition: 'Threads for tasks that wait and hold their thread.',
  },
  loop: {
    one: 'task on the loop',
    many: 'tasks on the loop',
    label: 'loop concurrency',
    definition: 'Most tasks that the event loop holds at once.',
  },
  threads: {
    one: 'thread',
    many: 'threads',
    label: 'threads',
    definition: 'Most threads under the strategy Threads, which wants one for each task.',
  },
  tasks: {
    one: 'times the tasks',
    many: 'times the tasks',
    label: 'task count',
    definition: 'So many times the preset’s tasks, each as long as before.',
  },
  length: {
    one: 'times the length',
    many: 'times the length',
    label: 'task length',
    definition: 'As many tasks as the preset has, each with so many times its work.',
  },
}

/** How each law is called, and what it says. */
const laws: Readonly<Record<ScalingLaw, Words>> = {
  amdahl: {
    label: 'Amdahl’s law',
    definition:
      'A share of the work, sigma, can only be done by one worker at a time: throughput is lambda·N / (1 + sigma·(N − 1)).',
  },
  usl: {
    label: 'Universal Scalability Law',
    definition:
      'Beside what only one worker at a time can do, sigma, workers wait for each other in pairs, kappa, so that more of them can be slower: throughput is lambda·N / (1 + sigma·(N − 1) + kappa·N·(N − 1)).',
  },
}

/** How each parameter of a law is called, and what it says. */
const parameters: Readonly<Record<LawParameter['name'], Words>> = {
  lambda: { label: 'λ', definition: 'Throughput of one worker, in tasks per second.' },
  sigma: {
    label: 'σ',
    definition: 'Share of the work that is serial or contended: 0 is perfect, 1 gains nothing.',
  },
  kappa: { label: 'κ', definition: 'What each pair of workers costs the others: 0 is nothing.' },
}

/** The words of sweeps. */
export const scalingWords = { sizes, laws, parameters }
