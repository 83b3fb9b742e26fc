import { counted, countText } from '../../format.ts'
import { nouns } from './nouns.ts'

const others = (count: number): string => counted(count, 'other task')

/** Findings about what tasks do, and how they are queued. Times, shares and names come as they stand in a sentence. */
export const taskFindings = {
  'loop-blocked': {
    said: (of: {
      readonly task: string
      readonly time: string
      readonly others: number
      /** All such stretches; null: there is but one. */
      readonly all: { readonly count: number; readonly time: string } | null
    }): string => {
      const all =
        of.all === null
          ? ''
          : `; ${counted(of.all.count, 'such stretch', 'such stretches')} add up to ${of.all.time}`
      return `${of.task} held the event loop for ${of.time} in one piece, while ${others(of.others)} had to wait there${all}.`
    },
    cutIt:
      'Cut its computing into pieces that give the loop back in between, or make it a task of kind cpu, which the Hybrid strategy runs elsewhere.',
    hybrid: 'Choose the Hybrid strategy, which runs computing and blocking tasks on threads of their own.',
  },
  'async-in-name-only': {
    said: (share: string, parts: readonly string[]): string =>
      `The event loop was not shared for ${share} of the makespan: ${parts.join(', and ')}.`,
    computed: (tasks: number, time: string): string => `${nouns.task(tasks)} computed (${time})`,
    computedAsAsync: (tasks: number, time: string): string =>
      `${nouns.task(tasks)} computed under the name of async (${time})`,
    waited: (tasks: number, time: string): string =>
      `${nouns.task(tasks)} waited without giving it back (${time})`,
    cpuAndHybrid:
      'Make these tasks of kind cpu and choose the Hybrid strategy, which runs them on threads of their own.',
    hybrid:
      'Choose the Hybrid strategy: the loop keeps the tasks that wait without holding it, all others get threads.',
    cpuInProcesses: 'Make these tasks of kind cpu: they then run in processes of their own.',
    cpuInThreads: 'Make these tasks of kind cpu: the Hybrid strategy then runs them on threads of their own.',
  },
  'workers-cannot-help': {
    said: (of: {
      /** Shares of the run time; null: hardly any. */
      readonly timers: string | null
      readonly inputOutput: string | null
      readonly used: string
      readonly cores: string
      readonly longest: string
    }): string => {
      const waits = [
        ...(of.timers === null ? [] : [`${of.timers} of their run time for timers`]),
        ...(of.inputOutput === null ? [] : [`${of.inputOutput} of their run time for input and output`]),
      ]
      return `Tasks waited ${waits.join(' and ')} and hardly ever for a slot; the run used ${of.used} of ${of.cores}, and its longest wait in one task was ${of.longest}.`
    },
    advice:
      'More workers or cores would leave the makespan as it is: make the waits shorter, or have fewer of them one after the other in a task.',
  },
  'tasks-too-small': {
    said: (tasks: number, runTime: string, handingOver: string, share: string): string =>
      `${countText(tasks)} tasks ran for ${runTime} each on average, but handing each over took ${handingOver}: ${share} of the slots’ time.`,
    advice:
      'Put more work into each task: from about a millisecond on, handing it over is a small part of it.',
  },
  straggler: {
    said: (of: {
      readonly task: string
      readonly runTime: string
      readonly alone: string
      readonly share: string
      readonly others: number
    }): string =>
      `${of.task} ran for ${of.runTime}, and for ${of.alone} of it (${of.share} of the makespan) it was the last: the other ${nouns.task(of.others)} had ended.`,
    startFirst: (began: string): string =>
      `Start it first, with the policy “longest-first” or by submitting it earlier: it began ${began} into the run.`,
    split: 'Split it into smaller tasks: no other change makes the run shorter than this one task.',
  },
  'poor-order': {
    said: (saved: string, share: string, asItWas: string, changed: string): string =>
      `Starting the longest tasks first would have saved about ${saved} (${share}): replayed with the order used, these tasks take ${asItWas}, with that one ${changed}.`,
    policy: 'Choose the policy “longest-first”, or submit the long tasks before the short ones.',
    submit:
      'Submit the long tasks before the short ones, where they can be told apart: to the policies, which go by estimates, they are alike.',
  },
  starvation: {
    said: (of: {
      readonly task: string
      readonly wait: string
      readonly slot: string
      readonly passedBy: number
      readonly theirs: string
    }): string =>
      `${of.task} waited ${of.wait} for ${of.slot}, while ${nouns.task(of.passedBy)} that came after it went first and waited ${of.theirs} (median).`,
    ownExecutor: 'Give it an executor of its own, by another kind or strategy.',
    fifo: 'Choose the policy “fifo”, in which nobody is passed, or raise its priority.',
  },
  standstill: {
    said: (silent: string, held: number, waiting: number, slot: string): string =>
      `Nothing went on for ${silent}, until the run was stopped: ${nouns.task(held)} held every slot without doing anything, while ${counted(waiting, 'other')} waited for ${slot}.`,
    advice:
      'A task must not wait for one that needs a slot of the same pool: give the two different executors, or the pool more slots than tasks that wait.',
  },
}
