import type { WorkloadId } from '#shared/model/workload.ts'
import { allocate } from './allocate.ts'
import { download } from './download.ts'
import { exitThread } from './exit-thread.ts'
import { fileIo } from './file-io.ts'
import { gzip } from './gzip.ts'
import { hashChainWorkload } from './hash-chain.ts'
import { jsonParse } from './json-parse.ts'
import { mandelbrot } from './mandelbrot.ts'
import { matrixMultiply } from './matrix-multiply.ts'
import { noOp } from './no-op.ts'
import { primeCount } from './prime-count.ts'
import { sort } from './sort.ts'
import { sqrtLoop } from './sqrt-loop.ts'
import { throwError } from './throw-error.ts'
import { wait } from './wait.ts'
import type { Workload } from './workload.ts'

/** The code of every workload in the catalog. */
export const registry = {
  'sqrt-loop': sqrtLoop,
  'prime-count': primeCount,
  'matrix-multiply': matrixMultiply,
  'hash-chain': hashChainWorkload,
  mandelbrot,
  sort,
  gzip,
  'json-parse': jsonParse,
  wait,
  download,
  'file-io': fileIo,
  allocate,
  'no-op': noOp,
  'throw-error': throwError,
  'exit-thread': exitThread,
} satisfies Record<WorkloadId, Workload>
