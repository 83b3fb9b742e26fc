import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import {
  droppedFilesChannel,
  requestNames,
  streamNames,
  type Api,
  type ImportAnswer,
  type Requests,
  type Streams,
} from '#shared/ipc.ts'

// Only the names of the contract pass: the page cannot reach any other channel.
const requests = Object.fromEntries(
  Object.keys(requestNames).map((name) => [
    name,
    (arg: unknown): Promise<unknown> => ipcRenderer.invoke(`request:${name}`, arg),
  ]),
) as unknown as Requests // Built from the contract's own names.

function subscribe<Name extends keyof Streams>(
  name: Name,
  listener: (value: Streams[Name]) => void,
): () => void {
  if (!Object.hasOwn(streamNames, name)) throw new Error(`Expected the name of a stream, got ${name}`)
  const channel = `stream:${name}`
  const receive = (_event: IpcRendererEvent, value: Streams[Name]): void => listener(value)
  ipcRenderer.on(channel, receive)
  return () => {
    ipcRenderer.off(channel, receive)
  }
}

/** Only a file that the user has handed to the page has a path here; one that the page made up has none, and goes nowhere. */
async function importDropped(files: readonly object[]): Promise<ImportAnswer> {
  const paths = files.flatMap((file) => {
    // The contract knows no `File`; anything else is refused by Electron itself.
    const path = webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0])
    return path === '' ? [] : [path]
  })
  // The main process answers with exactly this.
  return (await ipcRenderer.invoke(droppedFilesChannel, paths)) as ImportAnswer
}

const api: Api = { ...requests, importDropped, subscribe }
contextBridge.exposeInMainWorld('api', api)
