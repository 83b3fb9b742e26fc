import type { WorkloadId } from '../../model/workload.ts'

interface WorkloadTexts {
  readonly title: string
  readonly summary: string
  /** What each parameter is, by its name. */
  readonly parameters: Readonly<Record<string, string>>
}

export const workloads: Readonly<Record<WorkloadId, WorkloadTexts>> = {
  'sqrt-loop': {
    title: 'Square roots',
    summary: 'Sums square roots in a loop: the article’s compute_some.',
    parameters: {
      iterations: 'Fixed work: how many roots to sum.',
      targetMs: 'Calibrated work: as many roots as this machine sums in that time.',
    },
  },
  'prime-count': {
    title: 'Prime count',
    summary: 'Counts the primes below a limit with a sieve.',
    parameters: { limit: 'Counts primes below this.' },
  },
  'matrix-multiply': {
    title: 'Matrix product',
    summary: 'Multiplies two square matrices of doubles.',
    parameters: { size: 'Rows and columns of each matrix.' },
  },
  'hash-chain': {
    title: 'Hash chain',
    summary: 'Hashes a hash, again and again (SHA-256).',
    parameters: { rounds: 'How many hashes, each of the one before.' },
  },
  mandelbrot: {
    title: 'Mandelbrot set',
    summary: 'Iterates the points of a picture of the Mandelbrot set.',
    parameters: { size: 'Width and height of the picture.', maxIterations: 'Most iterations per point.' },
  },
  sort: { title: 'Sort', summary: 'Sorts random numbers.', parameters: { length: 'How many numbers.' } },
  gzip: {
    title: 'Gzip',
    summary: 'Compresses text-like bytes and unpacks them again.',
    parameters: { kilobytes: 'Size of the content.' },
  },
  'json-parse': {
    title: 'JSON',
    summary: 'Writes and parses a JSON document.',
    parameters: { items: 'Objects in the document.' },
  },
  wait: {
    title: 'Wait',
    summary: 'Sleeps a number of times, one sleep after the other.',
    parameters: { count: 'How many sleeps.', ms: 'Length of each sleep.' },
  },
  download: {
    title: 'Download',
    summary: 'Fetches content over HTTP, from the built-in server unless a URL is given.',
    parameters: {
      kilobytes: 'Size of the content.',
      latencyMs: 'Time until the first byte.',
      jitterMs: 'Seeded extra latency, 0 to this.',
      kilobytesPerSecond: 'Bandwidth of the answer; 0: as fast as it goes.',
      url: 'A real address to fetch in place of the built-in server.',
    },
  },
  'file-io': {
    title: 'File I/O',
    summary: 'Writes files to a temporary folder, reads them back and removes them.',
    parameters: { files: 'How many files.', kilobytes: 'Size of each file.' },
  },
  allocate: {
    title: 'Allocate',
    summary: 'Allocates memory, touches every page of it and holds it for a while.',
    parameters: {
      megabytes: 'How much memory.',
      holdMs: 'How long to hold it.',
      where: 'Raw buffers, or objects on the JavaScript heap, which has a limit.',
    },
  },
  'no-op': {
    title: 'Nothing',
    summary: 'Returns at once: what remains is the cost of dispatching it.',
    parameters: {},
  },
  'throw-error': { title: 'Throw', summary: 'Throws an error.', parameters: {} },
  'exit-thread': {
    title: 'Exit',
    summary: 'Ends its own thread or process in the middle of the task.',
    parameters: { exitCode: 'The exit code.' },
  },
}

/** Units of parameters that are words; all others are the same everywhere. */
export const parameterUnits: Readonly<Record<string, string>> = {
  iterations: 'iterations',
  rows: 'rows',
  rounds: 'rounds',
  numbers: 'numbers',
  items: 'items',
  sleeps: 'sleeps',
  files: 'files',
}
