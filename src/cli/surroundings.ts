import type { EngineFolders } from '../main/compose-engine.ts'

/** What the command line is made of and works on, as its composition root knows it. */
export interface Surroundings {
  readonly folders: EngineFolders
  /** The folder that holds the app's package.json. */
  readonly appFolder: string
  /** Taskscope's own version. */
  readonly version: string
  /** The library's folder. */
  readonly runsFolder: string
}
