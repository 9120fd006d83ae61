/** Reads a request body that a stranger sent: not more than so many bytes, not longer than so many seconds, and only valid UTF-8. */
export const bodyLimits = { bytes: 64 * 1024, milliseconds: 3000 };

export type BodyProblem = 'too-large' | 'timeout' | 'bad-request';
export type Body = { readonly text: string } | { readonly problem: BodyProblem };

export async function readBody(request: Request, limits = bodyLimits): Promise<Body> {
  if (Number(request.headers.get('content-length') ?? 0) > limits.bytes) return { problem: 'too-large' };
  if (!request.body) return { text: '' };
  const reader = request.body.getReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limits.milliseconds);
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const next = await Promise.race([reader.read(), late]);
      if (next === 'late') return await give(reader, 'timeout');
      if (next.done) break;
      size += next.value.byteLength;
      if (size > limits.bytes) return await give(reader, 'too-large');
      text += decoder.decode(next.value, { stream: true });
    }
    return { text: text + decoder.decode() };
  } catch {
    return { problem: 'bad-request' };
  } finally {
    clearTimeout(timer);
  }
}

async function give(reader: ReadableStreamDefaultReader<Uint8Array>, problem: BodyProblem): Promise<Body> {
  await reader.cancel().catch(() => undefined);
  return { problem };
}
