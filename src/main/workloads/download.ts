import type { TaskForm } from '#shared/model/task.ts'
import type { Parameters } from '#shared/model/workload.ts'
import { contentUrl } from '../content/content-query.ts'
import { fetchHoldingThread, warmBridge } from './download-client.ts'
import { fetchContent, type ContentRequest } from './fetch-content.ts'
import { numberOf, type TaskContext, type Workload } from './workload.ts'

export { configureDownloads } from './download-client.ts'

/** Loads and starts what downloads in that form need, so that no measured task pays for it. */
export async function warmDownloads(form: TaskForm = 'blocking'): Promise<void> {
  if (form === 'blocking') await warmBridge()
  else await fetch('data:,')
}

function requestFor(parameters: Parameters, context: TaskContext): ContentRequest {
  const url = parameters['url']
  if (typeof url === 'string' && url !== '') return { url, expected: null }
  if (context.contentOrigin === null) {
    throw new Error('Expected a url, or the built-in content server, which does not run')
  }
  const bytes = numberOf(parameters, 'kilobytes') * 1024
  return {
    url: contentUrl(context.contentOrigin, {
      bytes,
      seed: context.seed,
      latencyMs: numberOf(parameters, 'latencyMs'),
      jitterMs: numberOf(parameters, 'jitterMs'),
      bytesPerSecond: numberOf(parameters, 'kilobytesPerSecond') * 1024,
    }),
    expected: { seed: context.seed, byteCount: bytes },
  }
}

/** The checksum is that of the content, in both forms. */
export const download: Workload = {
  async: (parameters, context) =>
    fetchContent(requestFor(parameters, context), context.signal, (share) => context.checkpoint(share)),
  blocking: (parameters, context) =>
    fetchHoldingThread(
      requestFor(parameters, context),
      (share) => context.checkpoint(share),
      (wait) => context.inputOutput(wait),
    ),
}
