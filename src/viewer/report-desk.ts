import { layoutLanes } from '#shared/analysis/lanes.ts'
import type { Run } from '#shared/model/run.ts'
import { flushSync } from 'svelte'
import { Frames } from '../renderer/state/frames.ts'
import { RunDesk } from '../renderer/state/run-desk.svelte.ts'

/** The desk for the run of the page. */
export class ReportDesk extends RunDesk {
  constructor({ run }: { readonly run: Run }) {
    const frames = new Frames({
      requestFrame: (draw) => requestAnimationFrame(draw),
      settle: () => flushSync(),
      nowMs: () => performance.now(),
      after: (ms, draw) => setTimeout(draw, ms),
    })
    // A saved run does not change: nothing here is reactive.
    super(frames, {
      run,
      shown: { run, lanes: layoutLanes(run.header.slots, run.tasks) },
      problem: null,
    })
  }
}
