import { defaultRunOptions, details, policies } from '#shared/model/run-options.ts'
import { standardPairs } from '#shared/model/self-test.ts'
import { strategyIds } from '#shared/model/strategy.ts'
import { variables } from './commands.ts'

/** What `--help` prints. */
export function usage(cores: number): string {
  const standard = defaultRunOptions(cores)
  return `Taskscope runs preset workloads under a strategy and measures where the time goes.

Usage
  taskscope run <preset | file.json> [options]       run once; print a summary, findings and where the time went
  taskscope what-if <preset | file.json> [options]   run once; predict its makespan with other sizes
  taskscope self-test [preset | file.json] [options] run in pairs, observed and not; print what observing costs
  taskscope presets                                  list the presets
  taskscope --help, --version

Options of whatever runs
  --strategy <s>          ${strategyIds.join(', ')} (default: the preset's own)
  --cpu <n>               threads or processes for computing tasks (default: ${standard.cpuWorkers}, one per core)
  --blocking <n>          threads for blocking tasks (default: ${standard.blockingThreads})
  --loop-concurrency <n>  most tasks that the event loop holds at once (default: ${standard.loopConcurrency})
  --threads <n>           most threads under the threads strategy (default: ${standard.threadLimit})
  --timeout <ms>          stop a task that runs longer (default: no limit)
  --memory-limit <MiB>    JavaScript heap of each thread or process (default: ${standard.memoryLimitMb})
  --policy <p>            ${policies.join(', ')} (default: ${standard.policy})
  --seed <n>              seed of the plan (default: ${standard.seed})
  --sample-hz <n>         hardware samples per second, up to 50; 0: none (default: ${standard.sampleHz})
  --detail <d>            ${details.join(', ')} (default: ${standard.detail}); no-anatomy: tasks on the loop are
                          not told apart; stamps: no CPU times, only when tasks started and finished
  --blocked-loop <ms>     a task that holds the loop for longer is said to block it (default: ${standard.blockedLoopMs})
  --json <file | ->       write the result as JSON; - is standard output
  --quiet                 no progress and nothing printed for people

Options of run
  --html <file>           write the report as one HTML file

Options of what-if
  --vary <v>              ${variables.join(', ')} (default: cores)

Options of self-test
  --pairs <n>             pairs of runs (default: ${standardPairs})

Results go to standard output, everything else to standard error.
Exit code: 0 all tasks succeeded; 1 some did not, or it was cancelled; 2 usage or input error.
Ctrl-C cancels the run and still writes the reports of what ran; a second one ends at once.
`
}
