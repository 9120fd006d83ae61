/** Hashes that nobody can guess from who is behind them: HMAC-SHA-256 under a secret of the Worker. */
export function keyedHash(secret: string): (text: string) => Promise<Uint8Array> {
  let key: Awaited<ReturnType<typeof crypto.subtle.importKey>> | undefined;
  return async (text) => {
    // The key itself is kept, not its promise: one that requests share breaks in Workers.
    key ??= await crypto.subtle.importKey('raw', utf8.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(text)));
  };
}

const utf8 = new TextEncoder();
