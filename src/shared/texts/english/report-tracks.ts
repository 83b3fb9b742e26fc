import { counted } from '../../format.ts'
import type { ChainLink } from '../../model/critical-chain.ts'
import { nouns } from './nouns.ts'

/** The pictures of a report: titles, descriptions for those who cannot see them, and legends. */
export const reportTracks = {
  heading: 'Timeline',
  scrolls: 'Timeline, scrolls sideways',
  axis: {
    title: 'Time axis',
    description: (end: string): string => `Time since the first task was queued, from 0 to ${end}.`,
    time: 'time',
  },
  overTime: (title: string): string => `${title} over time`,
  atMost: (peak: string): string => `At most ${peak}.`,
  between: (least: string, most: string): string => `Between ${least} and ${most}.`,
  notMeasured: 'It was not measured.',
  peak: 'peak',
  tasks: {
    title: (tasks: number): string => `Timeline of ${nouns.task(tasks)}, one lane per slot`,
    part: (title: string, part: number, of: number): string => `${title}, part ${part} of ${of}`,
    slotRan: (slot: string, tasks: number): string => `${slot} ran ${nouns.task(tasks)}`,
    atOnce: (tasks: number, isMore: boolean): string =>
      `, up to ${tasks}${isMore ? ' and more' : ''} at once`,
    moreSlots: (slots: number): string => `; ${counted(slots, 'more slot')} ran the others`,
    ranNothing: (slots: number): string => `${nouns.slot(slots)} ran nothing.`,
    extent: (slots: number, tasks: number, end: string): string =>
      `${nouns.slot(slots)}, ${nouns.task(tasks)}, ${end}.`,
    inTable: 'The tasks table has the times.',
    one: 'task',
    many: 'tasks',
    queueWait: 'queue wait',
    runTime: 'run time',
    begun: (tasks: number, from: string, to: string, bad: number): string =>
      `${nouns.task(tasks)} begun from ${from} to ${to}${bad === 0 ? '' : `, ${bad} of them did not succeed`}; too short to be drawn one by one`,
    overflow: (most: string): string => `+ up to ${most} more at once, not drawn one by one`,
    heldLoop: (task: string, time: string): string => `${task} held the loop for ${time}`,
  },
  queue: {
    title: 'Tasks waiting in the queue over time',
    name: 'queue',
    tasks: 'tasks',
    none: 'No task had to wait long enough to be seen.',
    most: (tasks: string, at: string): string => `At most ${tasks} tasks waited at once, first at ${at}.`,
  },
  cores: {
    title: (cores: number): string => `Busy share of ${nouns.core(cores)} over time, one row per core`,
    core: (core: number): string => `core ${core}`,
    each: (core: number, share: string): string => `core ${core} ${share}`,
    moreBelow: (cores: number): string => `, and ${counted(cores, 'more core')} in the table below`,
    description: (busy: string, samples: number, each: string): string =>
      `Mean busy share of all cores ${busy}, from ${nouns.sample(samples)}; ${each}.`,
    topDown: (last: number): string => `0–${last}, top down`,
    mean: 'mean',
    least: 'least',
    most: 'most',
    one: 'core',
    many: 'cores',
    inNumbers: 'Core load in numbers',
    caption: 'Busy share of each core during the run',
    byTime: 'Weighted by time',
    highest: 'highest',
    ofSample: 'Of a single sample',
    legend: 'core:',
    busy: 'busy',
    hatched: 'not measured, or over too short a time to mean anything',
  },
  others: { name: 'other programs', title: 'Cores that other programs kept busy' },
  loopDelay: { name: 'loop delay', title: 'How late the loop that tasks share was, at worst,' },
  ownCost: {
    name: 'own cost',
    title: 'CPU time of Taskscope itself (main thread, sampler, window) as a share of one core',
  },
  systemMemory: { name: 'system used', title: 'Memory in use on the whole machine' },
  ownMemory: {
    name: 'Taskscope',
    title: 'Resident memory of the process that runs the tasks, and of its child processes,',
  },
  samplingOff: 'Cores and memory were not sampled in this run: sampling was switched off.',
  noSample:
    'No sample of cores and memory was taken: the run was over before the first was due, or the sampler could not read this machine.',
  merged: {
    all: (tasks: number): string => `All ${nouns.task(tasks)}`,
    some: (merged: string, tasks: number): string => `${merged} of ${nouns.task(tasks)}`,
    narrow: (which: string, isOne: boolean, leastPx: number): string =>
      `${which} ${isOne ? 'is' : 'are'} narrower than ${leastPx} pixels here and drawn merged, stronger where more of the time is covered.`,
    point: 'Point at a place to read how many tasks it stands for.',
  },
  legend: {
    moreGroups: (groups: number): string => `and ${counted(groups, 'more group')}: see the plan`,
    onCpu: 'on CPU',
    ready: 'ready, but without a core or the loop',
    suspended: 'suspended',
    ownThread: 'has its thread to itself',
    givesAway: 'gives its thread away while it waits',
    givesAwayOrShort: 'gives its thread away while it waits, or too short to be told apart',
    held: (time: string): string => `one task held the loop for more than ${time}`,
    chain: 'critical chain: what set the makespan',
    cancelled: 'cancelled',
    queueWait: 'queue wait',
    manyShort: 'many short tasks, by share of time',
    severalGroups: 'of several groups',
    someDidNot: 'some did not succeed',
    repeatedHues: (hues: number): string =>
      `More groups than colours: every ${hues} groups the colours begin again.`,
  },
  chain: {
    kinds: {
      queue: 'waited in the queue',
      dispatch: 'was on its way to its slot',
      run: 'ran',
    } satisfies Record<ChainLink['kind'], string> as Readonly<Record<ChainLink['kind'], string>>,
    reasons: {
      submitted: 'nothing held it up before',
      'slot-was-taken': 'its slot was taken until then',
      'loop-was-held': 'another task had the loop until then',
    } satisfies Record<ChainLink['because'], string> as Readonly<Record<ChainLink['because'], string>>,
    said: (parts: readonly string[]): string =>
      `The critical chain is what set the makespan, drawn as a line through the timeline: ${parts.join('; ')}.`,
    stretches: (stretches: number, time: string): string =>
      `${counted(stretches, 'stretch', 'stretches')} of tasks, ${time} in all`,
    handingOver: (time: string): string => `${time} for handing over`,
    inQueue: (time: string): string => `${time} in the queue before the first`,
    more: (links: number): string => `And ${counted(links, 'more link')}.`,
    linkByLink: 'Critical chain, link by link',
    scrolls: 'Critical chain, scrolls sideways',
    task: 'task',
    did: 'did',
    slot: 'slot',
    from: 'from',
    lasted: 'for',
    because: 'could not begin earlier because',
  },
}
