/** Entry of a short-lived thread: measures how fast this machine runs the calibrated workload, and says so. */
import { parentPort } from 'node:worker_threads'
import { iterationsPerMs } from './sqrt-loop.ts'

parentPort?.postMessage(iterationsPerMs(() => performance.now()))
