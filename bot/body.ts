/** Reads a request body that a stranger sent: not more than so many bytes, not longer than so many seconds, and only valid UTF-8. */
const bodyLimits = { bytes: 64 * 1024, milliseconds: 3000 };

export type BodyProblem = 'too-large' | 'timeout' | 'bad-request';
export type Body = { readonly text: string } | { readonly problem: BodyProblem };

export async function readBody(request: Request, limits = bodyLimits): Promise<Body> {
  const announced = request.headers.get('content-length');
  if (Number(announced ?? 0) > limits.bytes) return { problem: 'too-large' };
  if (!request.body) return { text: '' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limits.milliseconds);
  });
  try {
    // An announced length is kept by HTTP itself; only a body without one has to be counted.
    const bytes = await (announced === null ? readCounted(request.body, limits.bytes, late) : Promise.race([request.arrayBuffer(), late]));
    if (bytes === 'late') return { problem: 'timeout' };
    return bytes === null || bytes.byteLength > limits.bytes ? { problem: 'too-large' } : { text: decoder.decode(bytes) };
  } catch {
    return { problem: 'bad-request' };
  } finally {
    clearTimeout(timer);
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The bytes of a body without an announced length; null when there are too many. */
async function readCounted(body: ReadableStream<Uint8Array>, most: number, late: Promise<'late'>): Promise<Uint8Array | 'late' | null> {
  const reader = body.getReader();
  const bytes = new Uint8Array(most);
  let size = 0;
  for (;;) {
    const next = await Promise.race([reader.read(), late]);
    if (next === 'late' || (!next.done && size + next.value.byteLength > most)) {
      await reader.cancel().catch(() => undefined);
      return next === 'late' ? 'late' : null;
    }
    if (next.done) return bytes.subarray(0, size);
    bytes.set(next.value, size);
    size += next.value.byteLength;
  }
}
