import {
  experimentBounds,
  standardPauseMs,
  standardRepeats,
  standardWarmUps,
} from '#shared/model/experiment.ts'
import { listed } from '#shared/format.ts'
import { isWords } from '#shared/library/is-words.ts'
import { queryKeys } from '#shared/library/parse-query.ts'
import { entryColumns } from '#shared/library/sort-entries.ts'
import { reportFormats } from '#shared/model/report-format.ts'
import { sweptSizes } from '#shared/model/scaling.ts'
import { defaultRunOptions, details, policies } from '#shared/model/run-options.ts'
import { standardPairs } from '#shared/model/self-test.ts'
import { strategyIds } from '#shared/model/strategy.ts'
import { reportFormatWords } from '#shared/words/report-format-words.ts'
import { runsFolder } from '../main/platform/runs-folder.ts'
import { settingsFilePath } from '../main/platform/settings-file-path.ts'
import { settingsOf } from '../main/settings/read-settings.ts'
import { variables } from './commands.ts'
import { comparisonProperties } from './condition/comparison-terms.ts'
import { units } from './condition/quantity.ts'
import { scalingProperties } from './condition/scaling-terms.ts'
import { standardSameRepeats } from './experiment-commands.ts'
import { hangingLines, wrapText } from './wrap-text.ts'

const { variants, sizes } = experimentBounds
const dotted = (property: string): string => `.${property}`

/** More than fit on one line. */
function propertyLines(properties: readonly string[]): string {
  return wrapText(properties.map(dotted).join(' '), 100).join('\n                 ')
}

/** The formats of an export, each with what it is for. */
function formatLines(): string {
  const width = Math.max(...reportFormats.map((format) => format.length))
  return reportFormats
    .flatMap((format) => hangingLines(`    ${format.padEnd(width)}  `, reportFormatWords[format].purpose))
    .join('\n')
}

/** What `--help` prints. */
export function usage(cores: number): string {
  const standard = defaultRunOptions(cores)
  return `Taskscope runs preset workloads under a strategy and measures where the time goes.

Usage
  taskscope run <preset | file.json> [options]       run once; print a summary, findings and where the time went
  taskscope what-if <preset | file.json> [options]   run once; predict its makespan with other sizes
  taskscope compare <preset | file.json> [options]   run variants in turns; print which is faster, and how sure that is
  taskscope compare <run …> vs <run …>               the same with saved runs: nothing is run, vs stands between groups
  taskscope sweep <preset | file.json> --param cpu   run with one size after the other; find the right one
  taskscope self-test [preset | file.json] [options] run in pairs, observed and not; print what observing costs
  taskscope self-test --same [preset | file.json]    compare a preset with itself: no difference should be found
  taskscope runs list [query] [options]              list the saved runs, the newest first
  taskscope runs show <run>                          print a saved run as if it had just been made
  taskscope runs export <run …> --out <folder>       write saved runs in other formats
  taskscope runs import <file …>                     put runs from files into the library
  taskscope runs label <run> [options]               write on a saved run
  taskscope runs delete <run …>                      move saved runs to the system's trash
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
  --iterations-per-ms <n> work of calibrated tasks for each ms of their target (default: measured at start); with the
                          same number, runs of different sessions and machines do the same work
  --json <file | ->       write the result as JSON; - is standard output
  --quiet                 no progress and nothing printed for people

Options of run
  --html <file>           write the report as one HTML file

Options of run, what-if and runs export
  --no-save               do not keep runs in the library (run, what-if, compare, sweep)
  --out <folder>          write the run there in other formats; made where it is missing (run, runs export)
  --formats <f,f,…>       with --out (default: html)
${formatLines()}
  --private               in documents and exports also what is left out otherwise: names of host and user, and paths

Options of runs
  --json                  print the answer as JSON, on standard output; --json=<file> writes it there
  --sort <column>         list: ${wrapText(entryColumns.join(', '), 90).join('\n                          ')};
                          with :asc or :desc after it for the other way (default: started)
  --limit <n>             list: at most so many
  --title <text>          label: what the run goes by; empty: its preset's title
  --tag, --untag <tag>    label: give it a tag, or take one away; may be given again, for more
  --note <text>           label: the note in place of the one that it has
  --yes                   delete: without being asked
  A run is named by its id, by what only it begins with, or by latest. For compare, by a file as well: a run folder, an archive
  (.taskscope), an HTML or a JSON report.
  A query is words, "phrases" and ${listed(queryKeys.map((key) => `${key}:`))}
  is: ${wrapText(Object.keys(isWords).join(', '), 100).join('\n      ')}
  after: and before: take a date such as 2026-11-01. What begins with a hyphen is left out, as in list -- -tag:old.
  The library is in ${runsFolder({ settled: settingsOf(settingsFilePath()).runsFolder })}; TASKSCOPE_RUNS, or the settings, name another folder.

Options of what-if
  --vary <v>              ${variables.join(', ')} (default: cores)

Options of compare and sweep
  --repeats <n>           measured runs of each variant or size (default: ${standardRepeats})
  --warm-ups <n>          runs of each before those, which do not count (default: ${standardWarmUps})
  --pause <ms>            between one run and the next (default: ${standardPauseMs})
  --html <file>           write the report as one HTML file
  --csv <file>            write the measured runs as a table, one row each
  --fail-if <condition>   end with 1 when it is met; may be given again, for more

Options of compare
  --strategies <s,s,…>    the strategies to compare (default: all five)
  --variant <v>           one more, with options of its own, as in "hybrid cpu=2 policy=longest-first"; up to ${variants.max} in all
  --baseline <label>      what the others are compared with (default: sequential, else the first)
  A variant's label is what was written, such as "hybrid cpu=2"; the same again is "hybrid 2". Saved runs are labelled by
  their file, or by the folder that all files of a group are in.

Options of sweep
  --param <size[=sizes]>  ${sweptSizes.join(', ')}; sizes as in cpu=1..8, cpu=1,2,4,8 or
                          cpu=1..64x2, at most ${sizes.max} (default: the standard ones for this machine)

Options of self-test
  --pairs <n>             pairs of runs (default: ${standardPairs})
  --same                  compare the preset with itself instead
  --repeats <n>           with --same: runs of each side (default: ${standardSameRepeats})

Conditions, as in --fail-if "hybrid > 1.05 * threads and hybrid.failures <= 0"
  < <= > >=, and, or, not, + - * / and parentheses. A minus needs spaces around it: event-loop is a name.
  Numbers may have a unit: ${[...units.keys()].join(', ')}. Both sides of a comparison need the same kind: 500 ms, not 500.
  A label is that variant's median makespan; one that is no single word stands in quotes: "hybrid cpu=2".
  After a label: ${propertyLines(comparisonProperties)}
  low and high are the bounds of the median's interval, ratio is beside the baseline, queue-wait is the p50.
  In a sweep: knee, best, and each size as in "cpu=2", with ${scalingProperties.map(dotted).join(' ')}
  What is not known makes the condition an error (2): a gate never passes by luck.

Results go to standard output, everything else to standard error.
Exit code: 0 all tasks succeeded; 1 some did not, a condition of --fail-if is met, or it was cancelled; 2 usage or input
error, or no answer: a condition that cannot be told, runs that did not do the same work or broke off. self-test --same
ends with 1 where a difference was found.
Ctrl-C cancels the run and still writes the reports of what ran; a second one ends at once.
`
}
