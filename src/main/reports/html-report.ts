import type { Run } from '#shared/model/run.ts'
export function* htmlReport(run: Run): Generator<string> { yield run.header.id }
