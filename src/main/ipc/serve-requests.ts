import { ipcMain, type WebFrameMain } from 'electron'
import { z } from 'zod'
import { exportFormats, requestNames, type Requests } from '#shared/ipc.ts'
import type { RunId } from '#shared/model/ids.ts'
import { pairBounds } from '#shared/model/self-test.ts'
import { strategyIds } from '#shared/model/strategy.ts'

const runId = z
  .string()
  .min(1)
  .max(100)
  .transform((id) => id as RunId)

/** The shape of each request's argument. A request without one does not compile. */
const argumentSchemas = {
  readCatalog: z.null(),
  readSnapshot: z.null(),
  startRun: z.strictObject({
    presetId: z.string().min(1).max(100),
    strategy: z.enum(strategyIds),
    // What is in here is for the user to read about: the engine checks it and answers in a sentence.
    options: z.record(z.string().max(100), z.unknown()),
  }),
  cancelRun: z.null(),
  startSelfTest: z.strictObject({ pairs: z.int().min(pairBounds.min).max(pairBounds.max) }),
  cancelSelfTest: z.null(),
  readSelfTest: z.null(),
  exportRun: z.strictObject({ runId, format: z.enum(exportFormats) }),
  openPreset: z.null(),
  acknowledgeBatch: z.int().min(0),
  reportFirstFrame: z.null(),
} as const satisfies Record<keyof Requests, z.ZodType>

/** Answers every request of the contract. Senders that are not trusted and malformed arguments never reach a handler. */
export function serveRequests(handlers: Requests, isTrusted: (frame: WebFrameMain | null) => boolean): void {
  for (const name of Object.keys(requestNames) as (keyof Requests)[]) {
    ipcMain.handle(`request:${name}`, (event, argument: unknown) => {
      if (!isTrusted(event.senderFrame))
        throw new Error(`Refused ${name}: its sender is not the app's window`)
      const parsed = argumentSchemas[name].safeParse(argument)
      if (!parsed.success) {
        const [issue] = parsed.error.issues
        throw new Error(
          `Refused ${name}: at "${issue?.path.join('.') ?? ''}" ${issue?.message ?? 'it is malformed'}`,
        )
      }
      // parse() has just proved the type; the compiler can't pair a name with its own argument in a loop.
      return handlers[name](parsed.data as never)
    })
  }
}
