import { counted } from '../../format.ts'
import { nouns } from './nouns.ts'

/** Findings about the machine, and about measuring. */
export const machineFindings = {
  'memory-bound': {
    said: (parts: readonly string[]): string => `Memory was short: ${parts.join(', and ')}.`,
    scarce: (least: string, share: string): string => `available memory fell to ${least} (${share} of all)`,
    swapped: (bytes: string): string => `swap grew by ${bytes}`,
    faulted: (pages: number): string => `${counted(pages, 'page')} had to be read from the disk`,
    advice: 'Run fewer tasks at once, or smaller ones, and close what else uses memory.',
  },
  'garbage-collection': {
    said: (of: {
      readonly time: string
      /** Null: nearly all of it. */
      readonly onCpu: string | null
      readonly share: string
      readonly collections: number
      readonly major: number
    }): string => {
      const onCpu = of.onCpu === null ? '' : `of which ${of.onCpu} on CPU, `
      return `Collecting garbage took ${of.time}, ${onCpu}${of.share} of the CPU time of the threads that did: ${nouns.collection(of.collections)}, ${of.major} of them of the whole heap.`
    },
    advice:
      'Have the tasks make fewer objects or keep fewer of them at once, or raise the memory limit of a thread.',
  },
  interference: {
    others: (used: string, cores: string, share: string): string =>
      `Other programs used ${used} of ${cores} (${share}) on average while this ran.`,
    closeOthers:
      'Close what else computes and run again: until then, these times say as much about the others.',
    quota: (quota: string, isOne: boolean, cores: string): string =>
      `A quota of the system allows ${quota} ${isOne ? 'core' : 'cores'} of the ${cores} that this machine shows.`,
    fewerWorkers: (workers: number): string =>
      `Use no more than ${nouns.cpuWorker(workers)}, or have the quota raised.`,
    makeDo: 'Have the quota raised, or make do with as much.',
  },
  'frequency-drift': {
    said: (drifts: readonly string[], celsius: number | null): string =>
      `The machine became slower during the run: ${drifts.join(', and ')}${celsius === null ? '' : `, at up to ${celsius} °C`}.`,
    frequency: (fromMhz: number, toMhz: number, share: string): string =>
      `the cores’ frequency fell from ${fromMhz} to ${toMhz} MHz (by ${share})`,
    slowdown: (group: string, early: string, late: string): string =>
      `a task of ${group} took ${early} of CPU time at the beginning and ${late} at the end (medians)`,
    advice: 'Let it cool down, plug it in and run again; compare strategies by runs that take turns.',
  },
  'sampler-overloaded': {
    said: (interval: string, late: string, gaps: number, longest: string): string =>
      `The sampler could not keep its pace of one sample in ${interval}: they were up to ${late} late (p99), with ${counted(gaps, 'gap')} and ${longest} between two at most.`,
    advice: 'Choose a lower sample rate, or leave a core free: the tracks of the hardware are coarse here.',
  },
  'taskscope-costs': {
    saturated: (share: string): string =>
      `Taskscope itself was the bottleneck: its main thread, which hands out the tasks, was busy for ${share} of the time.`,
    largerTasks:
      'Queue fewer and larger tasks: with these, the run measures how fast they can be handed out.',
    late: (delay: string, share: string): string =>
      `Taskscope’s main thread, which hands out the tasks, came up to ${delay} late to what it had to do (mean of the samples), although it was busy for ${share} of the time only.`,
    inTime: {
      largerTasks: 'Queue fewer and larger tasks.',
      cpuWorkers: 'Leave it a core: use one CPU worker fewer.',
      threadLimit: 'Leave it a core: set a lower thread limit.',
      blockingThreads: 'Leave it a core: use fewer blocking threads.',
      closeOthers: 'Close what else computes, and run again.',
    },
    used: {
      window: (time: string, share: string): string => `${used(time, share)} drew the window.`,
      mainThread: (time: string, share: string): string =>
        `${used(time, share)} handed out tasks and recorded them.`,
      sampler: (time: string, share: string): string => `${used(time, share)} took samples.`,
    },
    less: {
      window:
        'Minimise the window while a run goes on, for then it draws nothing, or run from the command line.',
      mainThread: 'Queue fewer and larger tasks if so much matters here.',
      sampler: 'Choose a lower sample rate if so much matters here.',
    },
  },
  'records-dropped': {
    dropped: (records: number): string =>
      `${nouns.record(records)} found no room and ${records === 1 ? 'is' : 'are'} missing: the numbers of this run are incomplete.`,
    again: 'Run it again with larger tasks, or fewer at once.',
    leftOut: (stretches: number): string =>
      `${counted(stretches, 'stretch', 'stretches')} of tasks’ time ${stretches === 1 ? 'is' : 'are'} not drawn, because there were too many; the tasks’ totals hold them all.`,
    nothingToDo: 'Nothing needs to be done, unless the picture of the last tasks matters.',
  },
}

function used(time: string, share: string): string {
  return `Taskscope itself used ${time} of CPU time, ${share} of the machine; most of it`
}
