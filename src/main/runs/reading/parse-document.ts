import type { RunDocument } from '#shared/model/run-document.ts'
import { InputError } from '../../engine/input-error.ts'
import { parseInput } from '../../engine/schema-error.ts'
import { parseBoundedJson } from './bounded-json.ts'
import { checkPlan, checkSlots } from './check-plan.ts'
import { documentOf, documentSchema } from './document-schema.ts'
import { upgradeDocument } from './upgrade-document.ts'

/** True while its run goes on, or did when its writer was killed: rows and summary are not known. */
export function isUnfinished({ ending }: RunDocument): boolean {
  return ending === 'running' || ending === 'cancelling'
}

function checkEnding(what: string, document: RunDocument): void {
  const { rows, summary, plan, droppedEvents } = document
  if (isUnfinished(document)) {
    if (rows === null && summary === null) return
    throw new InputError(`${what}: expected no rows and no summary of a run that goes on, got some.`)
  }
  if (rows === null || summary === null)
    throw new InputError(`${what}: expected the rows and summary of a run that is over, got none.`)
  if (rows.tasks !== plan.taskCount)
    throw new InputError(`${what}, rows.tasks: expected ${plan.taskCount}, as planned, got ${rows.tasks}.`)
  if (summary.droppedEvents !== droppedEvents) {
    throw new InputError(
      `${what}, summary.droppedEvents: expected ${droppedEvents}, as outside of it, got ${summary.droppedEvents}.`,
    )
  }
}

/**
 * A run's document (`run.json`, or the same in a report) of any known version, upgraded to the latest, each part checked by itself and against
 * the others. Throws an `InputError` that names the place, what was expected and what was got; `what` names the document in it.
 */
export function parseRunDocument(what: string, bytes: Uint8Array): RunDocument {
  const fields = upgradeDocument(what, parseBoundedJson(what, bytes))
  const document = documentOf(parseInput(what, documentSchema, fields))
  checkPlan(what, document.plan)
  checkSlots(what, document.slots)
  checkEnding(what, document)
  return document
}
