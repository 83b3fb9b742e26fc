import { isAbsolute } from 'node:path'
import { z } from 'zod'

/** What a second start of the app hands to the first: full paths of the files that it was given. */
export interface SecondStart {
  readonly files: readonly string[]
}

const schema = z.object({ files: z.array(z.string().max(10_000).refine(isAbsolute)).max(1000) })

/** The files that another start was given; none where what came is not what we send. */
export function filesOfSecondStart(data: unknown): readonly string[] {
  const result = schema.safeParse(data)
  return result.success ? result.data.files : []
}
