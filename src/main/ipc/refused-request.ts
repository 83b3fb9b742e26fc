import type { WebFrameMain } from 'electron'
import type { z } from 'zod'

/** Tells our own page, in our own window, in its top frame, from whoever else might ask. */
export type IsTrusted = (frame: WebFrameMain | null) => boolean

/**
 * The answer to what our page never asks: from another sender, or with an argument that is not of the contract. Of an error, nothing but
 * `name: message` reaches the page.
 */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest'
  readonly kind: 'foreign-sender' | 'malformed-argument'

  constructor(kind: RefusedRequest['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}

/** Long texts of whoever asked are not carried into logs. */
const mostQuoted = 200

/**
 * The argument as the contract has it. Throws a `RefusedRequest` to senders that are not trusted, and where the argument is malformed; its
 * parts are read once, here.
 */
export function acceptArgument<Argument>(
  name: string,
  schema: z.ZodType<Argument>,
  { argument, isFromUs }: { readonly argument: unknown; readonly isFromUs: boolean },
): Argument {
  if (!isFromUs) throw new RefusedRequest('foreign-sender', `${name}: its sender is not the app's window`)
  const parsed = schema.safeParse(argument)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.map(String).join('.') ?? ''
  throw new RefusedRequest(
    'malformed-argument',
    `${name}: at "${place.slice(0, mostQuoted)}" ${(issue?.message ?? 'it is malformed').slice(0, mostQuoted)}`,
  )
}
