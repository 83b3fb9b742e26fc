import { createHash } from 'node:crypto'
import { Pace } from './pace.ts'
import { numberOf, type TaskContext, type Workload } from './workload.ts'

const roundsPerCheckpoint = 400

/** SHA-256 of the seed's decimal digits, then of that digest, and so on: `rounds` hashes in all. */
export function hashChain(rounds: number, seed: number, context: Pick<TaskContext, 'checkpoint'>): Buffer {
  const pace = new Pace(context, rounds, roundsPerCheckpoint)
  let digest: Buffer = Buffer.from(String(seed))
  for (let round = 0; round < rounds; round++) {
    digest = createHash('sha256').update(digest).digest()
    pace.did(1)
  }
  return digest
}

export const hashChainWorkload: Workload = {
  /** The first 48 bits of the last hash. */
  blocking: (parameters, context) =>
    hashChain(numberOf(parameters, 'rounds'), context.seed, context).readUIntBE(0, 6),
}
