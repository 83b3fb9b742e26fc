import { counted } from '../../format.ts'
import type { IdealBound } from '../../model/summary.ts'
import { nouns } from './nouns.ts'

const bindings: Readonly<Record<IdealBound['binding'], string>> = {
  cores: 'its CPU time shared among the cores',
  'longest-task': 'its longest single task',
}

/** How far a run is from its bound. */
interface ToldBound {
  readonly makespan: string
  /** Without its sign. */
  readonly ratio: string
  readonly ideal: string
  readonly binding: IdealBound['binding']
}

const took = ({ makespan, ratio, ideal, binding }: ToldBound): string =>
  `The run took ${makespan}, ${ratio} times the least possible (${ideal}, set by ${bindings[binding]})`

/** Findings about sizes: of pools, of the start, of the whole. */
export const sizeFindings = {
  'over-subscription': {
    said: (of: {
      readonly threads: number
      readonly cores: string
      readonly perCore: string
      readonly share: string
      readonly ready: string
      readonly slowdown: string
    }): string =>
      `${nouns.thread(of.threads)} competed for ${of.cores}, on average ${of.perCore} for each: ${of.share} of the time in which tasks could have computed, ${of.ready} in all, they had no core, so that computing took ${of.slowdown} times its CPU time.`,
    hybrid: 'Choose the Hybrid strategy, which computes on one thread for each core.',
    hybridOrLimit: (limit: number): string =>
      `Choose the Hybrid strategy, which computes on one thread for each core, or set the thread limit to ${limit}.`,
    fewerWorkers: (workers: number): string =>
      `Set CPU workers to ${workers}: a computing task gains nothing from a thread that has no core.`,
    cpuInProcesses: 'Make the computing tasks of kind cpu: those are computed by one process for each core.',
    cpuInThreads:
      'Make the computing tasks of kind cpu: the Hybrid strategy runs those on one thread for each core.',
  },
  'under-use': {
    said: (share: string, slot: string, places: string, used: string, cores: string): string =>
      `For ${share} of the makespan tasks waited for ${slot} (${places}), while the run used ${used} of ${cores}.`,
    places: {
      onLoop: (places: number): string => `all ${counted(places, 'place')} were taken`,
      one: 'there is one',
      all: (slots: number): string => `all ${slots} were taken`,
    },
    otherStrategy:
      'Choose another strategy: this one runs one task at a time, to be what the others are measured against.',
    /** `gain`: null where nothing can be predicted. */
    enlarge: {
      cpuWorkers: (to: number, gain: string | null): string => `Set CPU workers to ${to}${saving(gain)}.`,
      blockingThreads: (to: number, gain: string | null): string =>
        `Set blocking threads to ${to}${saving(gain)}.`,
      threadLimit: (to: number, gain: string | null): string =>
        `Set the thread limit to ${to}${saving(gain)}.`,
      loopConcurrency: (to: number, gain: string | null): string =>
        `Set loop concurrency to ${to}${saving(gain)}.`,
    },
  },
  'serialised-by-one-slot': {
    said: (of: {
      readonly tasks: number
      readonly slot: string
      readonly share: string
      readonly others: number
      readonly othersShare: string
    }): string =>
      `${nouns.task(of.tasks)} went through ${of.slot}, which was in use for ${of.share} of the makespan, while the other ${nouns.slot(of.others)} were so for ${of.othersShare} on average.`,
    advice: {
      cpu: 'Raise the number of CPU workers.',
      processes: 'Raise the number of CPU workers.',
      blocking: 'Raise the number of blocking threads.',
      threads: 'Raise the thread limit.',
      loop: 'Make its computing tasks of kind cpu and its blocking ones of kind blocking, and choose the Hybrid strategy.',
      'main-line': 'Choose another strategy than Sequential.',
    },
  },
  'start-up-dominates': {
    preparation: (preparation: string, makespan: string): string =>
      `Getting ready (starting threads or processes, calibrating) took ${preparation}, the tasks themselves ${makespan}.`,
    lead: (lead: string, share: string): string =>
      `The first task started ${lead} after the first was queued: ${share} of the makespan had passed by then.`,
    hybrid:
      'Choose the Hybrid strategy, whose threads start sooner than processes, or give each start more work.',
    againOrFewer:
      'Run it again, as threads are kept from run to run, start fewer of them, or give each start more work.',
    again: 'Run it again, as threads are kept from run to run, or give each start more work.',
    fewerThreads: 'Start fewer threads or processes, or queue fewer and larger tasks.',
    largerTasks: 'Queue fewer and larger tasks.',
  },
  'nothing-to-improve': {
    unknown: (makespan: string): string =>
      `The run took ${makespan}; what it could have taken at least is not known.`,
    flawless: (bound: ToldBound): string =>
      `${took(bound)}: no other settings make its makespan much shorter.`,
    flawlessButPreparation: (bound: ToldBound, preparation: string): string =>
      `${took(bound)}, but getting ready took another ${preparation}.`,
    flawlessButNoCore: (bound: ToldBound, share: string): string =>
      `${took(bound)}, but for ${share} of the time in which its threads could have computed, they had no core.`,
    noSingleCause: (bound: ToldBound): string =>
      `${took(bound)}; no single cause of the difference stands out.`,
    advice: 'The stacked bar of the run’s time says where the rest went.',
  },
}

function saving(gain: string | null): string {
  return gain === null ? '' : `, which would save about ${gain}`
}
