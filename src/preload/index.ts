import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { requestNames, streamNames, type Api, type Requests, type Streams } from '#shared/ipc.ts'

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

const api: Api = { ...requests, subscribe }
contextBridge.exposeInMainWorld('api', api)
