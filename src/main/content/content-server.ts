// Entry of the content server's thread. Its parent is `start-content-server.ts`.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort } from 'node:worker_threads'
import { answerContent } from './answer-content.ts'
import { contentPath, readContentQuery } from './content-query.ts'
import type { ContentServerMessage } from './start-content-server.ts'

const parent = parentPort
if (parent === null) throw new Error('Expected the content server to run in a worker thread')
const tell = (message: ContentServerMessage): void => parent.postMessage(message)

const server = createServer((request, response) => {
  const address = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (request.method !== 'GET' || address.pathname !== contentPath) {
    response.writeHead(404).end(`Nothing here: expected GET ${contentPath}.`)
    return
  }
  const query = readContentQuery(address.searchParams)
  if (typeof query === 'string') {
    response.writeHead(400).end(query)
    return
  }
  answerContent(response, query).catch((error: unknown) => {
    // The client sees a broken answer and says so; the other requests go on.
    response.destroy(error instanceof Error ? error : new Error(String(error)))
  })
})

server.on('error', (error) => tell({ kind: 'failed', reason: error.message }))
// A malformed address or request from another program on this machine.
server.on('clientError', (_error, socket) => socket.destroy())
server.listen({ port: 0, host: '127.0.0.1', backlog: 1024 }, () =>
  // A server that listens on a port has an address of this shape.
  tell({ kind: 'listening', port: (server.address() as AddressInfo).port }),
)

parent.once('message', () => {
  server.close()
  // Idle keep-alive connections and answers on their way would hold the thread.
  server.closeAllConnections()
})
