/** A body of JSON, read no further than it may be long; `fault` is the status to answer. */
export async function readJson(request: Request, mostBytes: number): Promise<{ value: unknown } | { fault: 400 | 413 | 415 }> {
  if (!/^application\/(?:json|[\w.-]+\+json)\s*(?:;|$)/i.test(request.headers.get('content-type') ?? '')) return { fault: 415 }
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return { fault: 413 }
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  try {
    for await (const chunk of request.body ?? []) {
      sizeBytes += chunk.byteLength
      if (sizeBytes > mostBytes) return { fault: 413 }
      chunks.push(chunk)
    }
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) }
  } catch {
    // Cut off on its way, no UTF-8, no JSON.
    return { fault: 400 }
  }
}
