import { defaultRunOptions, policies } from '#shared/model/run-options.ts'
import { strategyIds } from '#shared/model/strategy.ts'

/** What `--help` prints. */
export function usage(cores: number): string {
  const standard = defaultRunOptions(cores)
  return `Taskscope runs preset workloads under a strategy and measures where the time goes.

Usage
  taskscope run <preset | file.json> [options]   run once, print a summary
  taskscope presets                              list the presets
  taskscope --help, --version

Options of run
  --strategy <s>          ${strategyIds.join(', ')} (default: the preset's own)
  --cpu <n>               threads or processes for computing tasks (default: ${standard.cpuWorkers}, one per core)
  --blocking <n>          threads for blocking tasks (default: ${standard.blockingThreads})
  --loop-concurrency <n>  most tasks that the event loop holds at once (default: ${standard.loopConcurrency})
  --threads <n>           most threads under the threads strategy (default: ${standard.threadLimit})
  --timeout <ms>          stop a task that runs longer (default: no limit)
  --memory-limit <MiB>    JavaScript heap of each thread or process (default: ${standard.memoryLimitMb})
  --policy <p>            ${policies.join(', ')} (default: ${standard.policy})
  --seed <n>              seed of the plan (default: ${standard.seed})
  --sample-hz <n>         hardware samples per second, 1 to 50 (default: ${standard.sampleHz})
  --json <file | ->       write the run as JSON; - is standard output
  --html <file>           write the report as one HTML file
  --quiet                 no progress and no summary

Results go to standard output, everything else to standard error.
Exit code: 0 all tasks succeeded; 1 some did not, or the run was cancelled; 2 usage or input error.
Ctrl-C cancels the run and still writes the reports of what ran; a second one ends at once.
`
}
