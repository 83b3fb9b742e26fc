/** Base64 characters that are decoded at a time: whole groups of four. */
const chunkLength = 1 << 20

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}

/** Bytes that were deflated (RFC 1951, no wrapper) and written as base64; white space does not count. Rejects where they are neither. */
export async function inflateBase64(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = base64.replace(/\s+/g, '')
  let at = 0
  const chunks = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (at >= packed.length) controller.close()
      else controller.enqueue(bytesOf(packed.slice(at, (at += chunkLength))))
    },
  })
  return new Uint8Array(
    await new Response(chunks.pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer(),
  )
}
