/** The tables that list what the picture shows. */
export const tableNames = ['tasks', 'samples', 'slots', 'slices', 'blocked', 'chain'] as const
export type TableName = (typeof tableNames)[number]

/** Of a run that is over: in a growing one, their rows would change their places. */
export const tablesAtEnd: ReadonlySet<TableName> = new Set(['slices', 'blocked', 'chain'])
